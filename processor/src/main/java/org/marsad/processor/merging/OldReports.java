package org.marsad.processor.merging;

import java.time.LocalDate;
import java.util.Optional;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.state.AreaBook;

/** Which reports come too late, and what becomes of them where they were known before. */
public final class OldReports {
  private final MergingStores files;

  public OldReports(AreaBook book) {
    files = new MergingStores(book);
  }

  /**
   * The first local day of which a report is still taken in, where this one is of an earlier.
   *
   * @return empty where it is not too old
   */
  public Optional<LocalDate> horizonAfter(StrikeReport report) {
    return files.ages().horizonAfter(report);
  }

  /** What takes a report back under its own revision, where an earlier one stands. */
  public Optional<StrikeReport> endOfKnown(StrikeReport report) {
    var known = files.newest(report.getArea(), report.getReportId());
    return known == null
            || known.getStatus() != ReportStatus.REPORTED
            || TwoRevisions.newer(known, report) == null
        ? Optional.empty()
        : Optional.of(
            StrikeReport.newBuilder(known)
                .setStatus(ReportStatus.RETRACTED)
                .setRevision(report.getRevision())
                .setReceivedAt(report.getReceivedAt())
                .build());
  }
}
