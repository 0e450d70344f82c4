package org.marsad.processor.whole;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.message.CancelReason;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;

/** What became of reports: why a strike that rested on them does not stand any more. */
final class Fates {
  private static final String MOVED_TO = "MOVED_TO:";

  private final Map<String, StrikeReport> newest = new HashMap<>();

  /**
   * @param newest of each report the revision that stands
   */
  Fates(List<StrikeReport> newest) {
    newest.forEach(report -> this.newest.put(report.getReportId(), report));
  }

  /** The reasons that are true; of reports with several fates any of theirs is. */
  Set<CancelReason> reasons(Strike strike, Strike stood) {
    if (strike.getStatus() == StrikeStatus.MERGED) {
      return EnumSet.of(CancelReason.REPLACED);
    }
    var reasons = EnumSet.noneOf(CancelReason.class);
    for (var id : stood.getReportIds()) {
      var report = newest.get(id);
      if (report != null) {
        reasons.add(reason(report, strike));
        if (report.getReality() != strike.getReality()) {
          reasons.add(ofAnotherReality(strike));
        }
      }
    }
    return reasons;
  }

  private static CancelReason reason(StrikeReport report, Strike strike) {
    if (report.getStatus() == ReportStatus.REPORTED) {
      if (report.getReality() == strike.getReality()) {
        return CancelReason.REPLACED;
      }
      return ofAnotherReality(strike);
    }
    return report.getMarks().stream().anyMatch(mark -> mark.startsWith(MOVED_TO))
        ? CancelReason.MOVED
        : CancelReason.WITHDRAWN;
  }

  /** Of an exercise that turned actual nobody may say that it was a drill. */
  private static CancelReason ofAnotherReality(Strike strike) {
    return strike.getReality() == Reality.ACTUAL ? CancelReason.NOT_ACTUAL : CancelReason.WITHDRAWN;
  }
}
