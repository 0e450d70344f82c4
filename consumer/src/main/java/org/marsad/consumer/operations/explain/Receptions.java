package org.marsad.consumer.operations.explain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.marsad.message.Decision;
import org.marsad.message.StrikeReport;

/**
 * When reports came from their sources. Who places a report publishes it anew, under the same
 * revision, received at the moment of the decision.
 */
final class Receptions {
  private final Map<String, NavigableSet<Instant>> byRevision = new HashMap<>();
  private final Map<String, List<Decision>> placements;

  /**
   * None yet.
   *
   * @param placements by the report's id
   */
  Receptions(Map<String, List<Decision>> placements) {
    this.placements = placements;
  }

  /** Learns of a report as the log has it, in whatever area; only placed ones are kept in mind. */
  void add(StrikeReport report) {
    if (placements.containsKey(report.getReportId()) && !isPlacing(report)) {
      byRevision.computeIfAbsent(key(report), key -> new TreeSet<>()).add(report.getReceivedAt());
    }
  }

  /** The report with the time at which its source's word came, where it came with a placement. */
  StrikeReport asReceived(StrikeReport report) {
    var received = byRevision.get(key(report));
    var before = received == null ? null : received.lower(report.getReceivedAt());
    return before == null || !isPlacing(report)
        ? report
        : StrikeReport.newBuilder(report).setReceivedAt(before).build();
  }

  private boolean isPlacing(StrikeReport report) {
    return placements.getOrDefault(report.getReportId(), List.of()).stream()
        .anyMatch(decision -> decision.getDecidedAt().equals(report.getReceivedAt()));
  }

  private static String key(StrikeReport report) {
    return report.getReportId() + " " + report.getRevision();
  }
}
