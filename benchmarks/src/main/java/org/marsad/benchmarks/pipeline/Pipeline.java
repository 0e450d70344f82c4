package org.marsad.benchmarks.pipeline;

import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.judging.Outgoing;
import org.marsad.processor.judging.OutgoingDay;
import org.marsad.processor.judging.Published;
import org.marsad.processor.merging.StrikeChanges;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.topology.Checked;
import org.marsad.processor.topology.Steps;

/** The topology's steps in a row, over a book of the caller's, without Kafka Streams. */
public final class Pipeline {
  /** What comes out. */
  public interface Output {
    void strike(Strike strike, long timestamp);

    /** A strike of long ago is not known any more. */
    void forgotten(String strikeId);

    void alert(Outgoing alert, long timestamp);

    /** What a day comes to now, or that there is nothing to tell of it any more. */
    void day(OutgoingDay day);

    /** A record that was set aside, with the reason in its headers. */
    void rejected(Record<byte[], byte[]> record);
  }

  private final AreaBook book;
  private final Processor<byte[], byte[], byte[], byte[]> areas = Steps.rememberAreas();
  private final Processor<byte[], byte[], byte[], Checked<StrikeReport>> check =
      Steps.checkReports();
  private final Processor<byte[], Checked<StrikeReport>, byte[], Checked<StrikeReport>> old =
      Steps.setAsideOld();
  private final Position position = new Position();

  /**
   * Connects the steps.
   *
   * @param book what is remembered
   */
  public Pipeline(Rules rules, AreaBook book, Output output) {
    this.book = book;
    var merge = Steps.mergeIntoStrikes(rules);
    var judge = Steps.judgeStrikes(rules);
    connect(areas, output::rejected);
    var watch = Steps.watchSources(rules);
    connect(check, old::process);
    connect(old, record -> afterCheck(record, merge, watch, output));
    connect(watch, record -> output.alert(record.value(), record.timestamp()));
    connect(merge, record -> afterMerge(record, judge, output));
    connect(judge, record -> afterJudging(record, output));
  }

  /** Works in one record of the topic {@code areas}. */
  public void area(ConsumerRecord<byte[], byte[]> record) {
    position.of(record);
    areas.process(record(record));
  }

  /** Works in one record of the topic {@code reports}. */
  public void report(ConsumerRecord<byte[], byte[]> record) {
    position.of(record);
    check.process(record(record));
  }

  private static void afterCheck(
      Record<byte[], Checked<StrikeReport>> record,
      Processor<byte[], StrikeReport, String, StrikeChanges> merge,
      Processor<byte[], SpecificRecord, String, Outgoing> watch,
      Output output) {
    record.value().refused().forEach(original -> output.rejected(record.withValue(original)));
    for (var report : record.value().usable()) {
      merge.process(record.withValue(report));
      watch.process(record.withValue(report));
    }
  }

  private static void afterMerge(
      Record<String, StrikeChanges> record,
      Processor<String, StrikeChanges, String, Published> judge,
      Output output) {
    for (var strike : record.value().published()) {
      if (strike.value == null) {
        output.forgotten(strike.key);
      } else {
        output.strike(strike.value, record.timestamp());
      }
    }
    judge.process(record);
  }

  private static void afterJudging(Record<String, Published> record, Output output) {
    if (record.value() instanceof Outgoing alert) {
      output.alert(alert, record.timestamp());
    } else if (record.value() instanceof OutgoingDay day) {
      output.day(day);
    }
  }

  private <K, V> void connect(Processor<?, ?, K, V> step, Consumer<Record<K, V>> next) {
    step.init(new StepContext<>(book, position, next));
  }

  private static Record<byte[], byte[]> record(ConsumerRecord<byte[], byte[]> record) {
    return new Record<>(record.key(), record.value(), record.timestamp(), record.headers());
  }
}
