package org.marsad.processor.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.marsad.message.Decision;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.messages.Cause;
import org.marsad.processor.settings.Rules;
import org.marsad.schemas.MessageCodec;

/** The stores that merging works on, opened for the area and reality of one cause at a time. */
final class MergingFiles {
  static final String[] STORES = {
    Stores.AREAS, Stores.REPORTS, Stores.REPORTS_BY_TIME, Stores.DECISIONS, Stores.STRIKES
  };

  private final MessageCodec<StrikeReport> reportCodec = MessageCodec.of(StrikeReport.class);
  private final MessageCodec<Decision> decisionCodec = MessageCodec.of(Decision.class);
  private final MessageCodec<Strike> strikeCodec = MessageCodec.of(Strike.class);
  private final KeyValueStore<Bytes, byte[]> reportsById;
  private final KeyValueStore<Bytes, byte[]> reportsByTime;
  private final KeyValueStore<Bytes, byte[]> decisions;
  private final KeyValueStore<Bytes, byte[]> strikes;
  private final AreaMaps areas;

  MergingFiles(ProcessorContext<?, ?> context) {
    reportsById = context.getStateStore(Stores.REPORTS);
    reportsByTime = context.getStateStore(Stores.REPORTS_BY_TIME);
    decisions = context.getStateStore(Stores.DECISIONS);
    strikes = context.getStateStore(Stores.STRIKES);
    areas = new AreaMaps(context.getStateStore(Stores.AREAS));
  }

  AreaMaps areas() {
    return areas;
  }

  ReportFiles reports(Cause cause) {
    return new ReportFiles(
        reportCodec, reportsById, reportsByTime, cause.area(), cause.reality().name());
  }

  DecisionFiles decisions(Cause cause) {
    return new DecisionFiles(decisionCodec, decisions, cause.area(), cause.reality().name());
  }

  Regrouping regrouping(Rules rules, Cause cause) {
    return new Regrouping(
        rules,
        cause,
        areas.of(cause.area()),
        reports(cause),
        decisions(cause),
        new StrikeFiles(strikeCodec, strikes, cause.area(), cause.reality().name()));
  }
}
