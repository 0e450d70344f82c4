package org.marsad.processor.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.marsad.message.StrikeReport;
import org.marsad.processor.judging.JudgeStrikes;
import org.marsad.processor.judging.Outgoing;
import org.marsad.processor.judging.Published;
import org.marsad.processor.judging.WatchSources;
import org.marsad.processor.merging.MergeIntoStrikes;
import org.marsad.processor.merging.StrikeChanges;
import org.marsad.processor.settings.Rules;

/**
 * The steps of {@link MarsadTopology} one by one, for a caller with stores and outputs of its own:
 * the benchmarks run them in a plain loop and beside a history of millions of strikes.
 */
public final class Steps {
  private Steps() {}

  /** Forwards what could not be read as an area. */
  public static Processor<byte[], byte[], byte[], byte[]> rememberAreas() {
    return new RememberAreas();
  }

  public static Processor<byte[], byte[], byte[], Checked<StrikeReport>> checkReports() {
    return new CheckMessages<>(StrikeReport.class, MessageChecks::faultOf);
  }

  /** Sets aside what is too old. */
  public static Processor<byte[], Checked<StrikeReport>, byte[], Checked<StrikeReport>>
      setAsideOld() {
    return new SetAsideOld();
  }

  public static Processor<byte[], SpecificRecord, String, Outgoing> watchSources(Rules rules) {
    return new WatchSources(rules);
  }

  public static Processor<byte[], StrikeReport, String, StrikeChanges> mergeIntoStrikes(
      Rules rules) {
    return new MergeIntoStrikes(rules);
  }

  public static Processor<String, StrikeChanges, String, Published> judgeStrikes(Rules rules) {
    return new JudgeStrikes(rules);
  }
}
