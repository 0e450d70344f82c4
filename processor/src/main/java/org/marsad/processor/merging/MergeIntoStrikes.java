package org.marsad.processor.merging;

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
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.heaviest.Days;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.state.ReportStore;
import org.marsad.processor.state.StoredReport;
import org.marsad.schemas.checks.Horizon;

/**
 * Works one report into the strikes of its area: files it, groups anew what it can touch, and
 * forwards the strikes that changed and the days that it tells of.
 */
@NullUnmarked // init() comes before process()
public final class MergeIntoStrikes
    extends ContextualProcessor<byte[], StrikeReport, String, StrikeChanges> {
  private final Rules rules;
  private AreaBook book;
  private MergingStores files;

  public MergeIntoStrikes(Rules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, StrikeChanges> context) {
    super.init(context);
    book = context.getStateStore(AreaBook.NAME);
    files = new MergingStores(book);
  }

  @Override
  public void process(Record<byte[], StrikeReport> record) {
    book.attempt(() -> merge(record));
  }

  /** Forwards last: what is told of a record that fails afterwards would be told twice. */
  private void merge(Record<byte[], StrikeReport> record) {
    var report = record.value();
    if (files.moved().isOutdated(report)) {
      return; // a newer revision is known in another area
    }
    var standing = files.newest(report.getArea(), report.getReportId());
    var newer = standing == null ? report : TwoRevisions.newer(standing, report);
    if (newer == null) {
      return; // a newer revision is known, or this very one
    }
    var elsewhere = new ArrayList<Known>();
    for (var reality : Reality.values()) {
      var known = known(report, reality);
      if (reality != newer.getReality() && known.isNewest()) {
        elsewhere.add(known);
      }
    }
    var changes = new ArrayList<StrikeChanges>();
    elsewhere.forEach(known -> changes.add(takenBack(newer, known)));
    var here = known(report, newer.getReality());
    changes.add(workedIn(newer, here, Ending.of(newer, here.cause()), true));
    changes.forEach(one -> context().forward(record.withKey(one.cause().area()).withValue(one)));
  }

  /**
   * What is known of a report in one reality.
   *
   * @param filed null where it is not known there
   * @param report null likewise
   */
  private record Known(
      Cause cause, ReportStore files, @Nullable StoredReport filed, @Nullable StrikeReport report) {
    /** Whether its newest revision is here. */
    boolean isNewest() {
      return filed != null && filed.isNewest();
    }
  }

  private Known known(StrikeReport report, Reality reality) {
    var cause = new Cause(report.getArea(), reality, report.getReceivedAt());
    var reports = files.reports(cause);
    var filed = reports.find(report.getReportId());
    return new Known(cause, reports, filed, filed == null ? null : filed.report());
  }

  /** Where it stood before: who says that it was a drill takes the strike back. */
  private StrikeChanges takenBack(StrikeReport report, Known there) {
    var reality = there.cause().reality();
    var takenBack =
        StrikeReport.newBuilder(report)
            .setReality(reality)
            .setStatus(ReportStatus.RETRACTED)
            .build();
    return workedIn(takenBack, there, Ending.ofWorld(reality), false);
  }

  private StrikeChanges workedIn(StrikeReport report, Known known, Ending ending, boolean isHere) {
    var cause = known.cause();
    var map = files.areas().of(cause.area());
    var strikeId = known.filed() == null ? "" : known.filed().strikeId();
    var heard = isHere ? Days.of(Domain.time(report), map.zone()) : null;
    if (heard != null) {
      var day =
          Horizon.newestDay(
              report.getOccurredFrom(), report.getOccurredUntil(), cause.at(), map.zone());
      var unused = files.newestDays().atLeast(day, cause);
    }
    var forgetting = new Forgetting(cause, files);
    if (known.filed() == null) {
      forgetting.file(report);
    }
    file(known, report, strikeId, heard, map);

    var regrouping = files.regrouping(rules, cause);
    if (stands(report)) {
      regrouping.add(report.getReportId());
    }
    regrouping.addStrike(strikeId);
    var heardBefore = known.filed() == null ? null : known.filed().heard();
    return StrikeChanges.reported(
        cause, regrouping.run(strikeId), heardBefore, heard, ending, forgetting.sweep());
  }

  private void file(
      Known known, StrikeReport report, String strikeId, @Nullable Days heard, AreaMap map) {
    var reports = known.files();
    if (known.report() != null) {
      reports.unfileByTime(report.getReportId(), Domain.time(known.report()));
    }
    var accepted = known.filed() == null ? offset() : known.filed().accepted();
    reports.put(report, accepted, strikeId, heard);
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
