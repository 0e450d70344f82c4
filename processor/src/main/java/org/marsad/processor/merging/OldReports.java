package org.marsad.processor.merging;

import java.util.Optional;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.checks.Fault;

/** Which reports come too late, and what becomes of them where they were known before. */
public final class OldReports {
  private final MergingStores files;

  public OldReports(AreaBook book) {
    files = new MergingStores(book);
  }

  /** What is wrong with the age of a report; empty where it is not too old. */
  public Optional<Fault> fault(StrikeReport report) {
    return files.ages().fault(report);
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
