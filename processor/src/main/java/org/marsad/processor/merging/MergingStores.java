package org.marsad.processor.merging;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Decision;
import org.marsad.message.Reality;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaStore;
import org.marsad.processor.state.DecisionStore;
import org.marsad.processor.state.MovedReportStore;
import org.marsad.processor.state.ReportStore;
import org.marsad.processor.state.Stores;
import org.marsad.processor.state.StrikeStore;
import org.marsad.schemas.MessageCodec;

/** The stores that merging works on, opened for the area and reality of one cause at a time. */
public final class MergingStores {
  /** Their names. */
  public static String[] names() {
    return new String[] {
      Stores.AREAS,
      Stores.REPORTS,
      Stores.REPORTS_BY_TIME,
      Stores.MOVED_REPORTS,
      Stores.DECISIONS,
      Stores.STRIKES
    };
  }

  private final MessageCodec<StrikeReport> reportCodec = MessageCodec.of(StrikeReport.class);
  private final MessageCodec<Decision> decisionCodec = MessageCodec.of(Decision.class);
  private final MessageCodec<Strike> strikeCodec = MessageCodec.of(Strike.class);
  private final KeyValueStore<Bytes, byte[]> reportsById;
  private final KeyValueStore<Bytes, byte[]> reportsByTime;
  private final KeyValueStore<Bytes, byte[]> decisions;
  private final KeyValueStore<Bytes, byte[]> strikes;
  private final MovedReportStore moved;
  private final AreaStore areas;

  MergingStores(ProcessorContext<?, ?> context) {
    reportsById = context.getStateStore(Stores.REPORTS);
    reportsByTime = context.getStateStore(Stores.REPORTS_BY_TIME);
    decisions = context.getStateStore(Stores.DECISIONS);
    strikes = context.getStateStore(Stores.STRIKES);
    moved = new MovedReportStore(context.getStateStore(Stores.MOVED_REPORTS));
    areas = new AreaStore(context.getStateStore(Stores.AREAS));
  }

  AreaStore areas() {
    return areas;
  }

  MovedReportStore moved() {
    return moved;
  }

  ReportStore reports(Cause cause) {
    return reports(cause.area(), cause.reality());
  }

  /** The newest revision of a report that an area knows, in whatever world; null where none is. */
  @Nullable StrikeReport newest(String area, String reportId) {
    for (var reality : Reality.values()) {
      var reports = reports(area, reality);
      var filed = reports.find(reportId);
      if (filed != null && filed.isNewest()) {
        return reports.read(filed);
      }
    }
    return null;
  }

  private ReportStore reports(String area, Reality reality) {
    return new ReportStore(reportCodec, reportsById, reportsByTime, area, reality.name());
  }

  DecisionStore decisions(Cause cause) {
    return new DecisionStore(decisionCodec, decisions, cause.area(), cause.reality().name());
  }

  Regrouping regrouping(Rules rules, Cause cause) {
    return new Regrouping(
        rules,
        cause,
        areas.of(cause.area()),
        reports(cause),
        decisions(cause),
        new StrikeStore(strikeCodec, strikes, cause.area(), cause.reality().name()));
  }
}
