package org.marsad.processor.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
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
    var cause = new Cause(report.getArea(), report.getReality(), report.getReceivedAt());
    var reports = files.reports(cause);
    var earlier = reports.find(report.getReportId());
    var before = earlier == null ? null : reports.read(earlier);
    if (before != null && before.getRevision() >= report.getRevision()) {
      return; // a newer revision is known, or this very one
    }
    var map = files.areas().of(cause.area());
    var strikeId = earlier == null ? "" : earlier.tie();
    var accepted = earlier == null ? offset() : earlier.accepted();
    file(reports, before, report, accepted, strikeId, map);

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
