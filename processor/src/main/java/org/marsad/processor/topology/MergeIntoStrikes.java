package org.marsad.processor.topology;

import java.util.ArrayList;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.settings.Rules;

/**
 * Works one report into the strikes of its area: files it, regroups the reports that are linked to
 * it before or after, and forwards the strikes that changed.
 */
@NullUnmarked // init() comes before process()
final class MergeIntoStrikes
    extends ContextualProcessor<byte[], StrikeReport, String, StrikeChanges> {
  private final Rules rules;
  private MergingFiles files;

  MergeIntoStrikes(Rules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, StrikeChanges> context) {
    super.init(context);
    files = new MergingFiles(context);
  }

  @Override
  public void process(Record<byte[], StrikeReport> record) {
    var report = record.value();
    var elsewhere = new ArrayList<Known>();
    Known here = null;
    for (var reality : Reality.values()) {
      var known = known(report, reality);
      if (known.report() != null && known.report().getRevision() >= report.getRevision()) {
        return; // a newer revision is known, or this very one
      }
      if (reality == report.getReality()) {
        here = known;
      } else if (known.report() != null && stands(known.report())) {
        elsewhere.add(known);
      }
    }
    elsewhere.forEach(known -> workIn(record, takenBack(report, known.cause()), known));
    workIn(record, report, here);
  }

  /**
   * What is known of a report in one reality.
   *
   * @param filed null where it is not known there
   * @param report null likewise
   */
  private record Known(
      Cause cause, ReportFiles files, @Nullable Filed filed, @Nullable StrikeReport report) {}

  private Known known(StrikeReport report, Reality reality) {
    var cause = new Cause(report.getArea(), reality, report.getReceivedAt());
    var reports = files.reports(cause);
    var filed = reports.find(report.getReportId());
    return new Known(cause, reports, filed, filed == null ? null : reports.read(filed));
  }

  /** For where it stood before: who says that it was a drill takes the strike back. */
  private static StrikeReport takenBack(StrikeReport report, Cause there) {
    return StrikeReport.newBuilder(report)
        .setReality(there.reality())
        .setStatus(ReportStatus.RETRACTED)
        .build();
  }

  private void workIn(Record<byte[], StrikeReport> record, StrikeReport report, Known known) {
    var cause = known.cause();
    var before = known.report();
    var map = files.areas().of(cause.area());
    var strikeId = known.filed() == null ? "" : known.filed().tie();
    var accepted = known.filed() == null ? offset() : known.filed().accepted();
    file(known.files(), before, report, accepted, strikeId, map);

    var regrouping = files.regrouping(rules, cause);
    if (stands(report)) {
      regrouping.add(report.getReportId());
    }
    if (before != null && stands(before)) {
      regrouping.addNeighbours(Domain.report(before, map));
    }
    regrouping.addStrike(strikeId);
    var changes = regrouping.run(strikeId);
    if (!changes.isEmpty()) {
      context().forward(record.withKey(cause.area()).withValue(new StrikeChanges(cause, changes)));
    }
  }

  private static void file(
      ReportFiles reports,
      @Nullable StrikeReport before,
      StrikeReport report,
      long accepted,
      String strikeId,
      AreaMap map) {
    if (before != null) {
      var former = Domain.report(before, map);
      reports.unfileByTime(former.id(), former.time());
    }
    reports.put(report, accepted, strikeId);
    var now = Domain.report(report, map);
    if (stands(report) && now.isFine()) {
      reports.fileByTime(now.id(), now.time());
    }
  }

  private long offset() {
    return context().recordMetadata().map(RecordMetadata::offset).orElse(0L);
  }

  private static boolean stands(StrikeReport report) {
    return report.getStatus() == ReportStatus.REPORTED;
  }
}
