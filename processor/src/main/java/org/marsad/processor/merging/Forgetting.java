package org.marsad.processor.merging;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.processor.state.Ages;
import org.marsad.processor.state.DecisionStore;
import org.marsad.processor.state.DueStore;
import org.marsad.processor.state.ReportStore;
import org.marsad.processor.state.StrikeStore;

/**
 * Forgets the strikes of long ago with their reports, a few for each report that comes. A strike
 * goes as a whole, once all its reports are old: what is left of one would be another.
 */
final class Forgetting {
  /** Looked at for one report at most; a strike among them goes with all its reports. */
  private static final int AT_ONCE = 16;

  private final Cause cause;
  private final Ages ages;
  private final ReportStore reports;
  private final StrikeStore strikes;
  private final DecisionStore decisions;
  private final DueStore dueReports;
  private final DueStore endedStrikes;
  private final List<KnownStrike> forgotten = new ArrayList<>();

  Forgetting(Cause cause, MergingStores files) {
    this.cause = cause;
    ages = files.ages();
    reports = files.reports(cause);
    strikes = files.strikes(cause);
    decisions = files.decisions(cause);
    dueReports = files.due(cause, DueStore.Kind.REPORT);
    endedStrikes = files.due(cause, DueStore.Kind.ENDED_STRIKE);
  }

  /** Notes a report that was not known. */
  void file(StrikeReport report) {
    dueReports.file(ages.lastDay(report), report.getReportId());
  }

  /** Goes on with what is due; tells which strikes are forgotten now. */
  List<KnownStrike> sweep() {
    ages.forgottenBefore(cause)
        .ifPresent(
            day -> {
              if (!dueReports.isSweptTo(day)) {
                dueReports.takeBefore(day, AT_ONCE).forEach(id -> lookAt(id, day));
              }
              if (!endedStrikes.isSweptTo(day)) {
                endedStrikes.takeBefore(day, AT_ONCE).forEach(this::lookAtEnded);
              }
            });
    return forgotten;
  }

  private void lookAt(String reportId, long before) {
    var filed = reports.find(reportId);
    if (filed == null) {
      return; // it went with its strike
    }
    var strike = strikes.standing(filed.strikeId());
    var members = strike == null ? List.of(reportId) : strike.message().getReportIds();
    var last = members.stream().mapToLong(this::lastDay).max().orElseThrow();
    if (last >= before) {
      dueReports.file(last, reportId);
      return;
    }
    members.forEach(this::forgetReport);
    if (strike != null) {
      forget(strike);
    }
  }

  private void lookAtEnded(String strikeId) {
    var strike = strikes.get(strikeId);
    if (strike != null && !strike.stands()) { // else it stands again, and goes with its reports
      forget(strike);
    }
  }

  private long lastDay(String reportId) {
    var filed = reports.find(reportId);
    return filed == null ? Long.MIN_VALUE : ages.lastDay(filed.report());
  }

  private void forgetReport(String reportId) {
    var filed = reports.find(reportId);
    if (filed != null) {
      reports.unfileByTime(reportId, Domain.time(filed.report()));
      reports.delete(reportId);
      decisions.forget(reportId);
    }
  }

  private void forget(KnownStrike strike) {
    strikes.delete(strike.id());
    forgotten.add(strike);
  }
}
