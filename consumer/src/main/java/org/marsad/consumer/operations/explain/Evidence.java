package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.DayRow;
import org.marsad.message.Decision;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;

/**
 * What the topics hold about one alert.
 *
 * @param revisions of the alert, oldest first, one or more
 * @param area profile of its area, null where none is known
 * @param strikes every strike of its area and reality by id, each with its revisions, oldest first;
 *     the topic is compacted, so early ones may be gone
 * @param reports that ever made one of the strikes concerned, by id, each with its revisions,
 *     oldest first, received when they came from their source
 * @param placements what people decided about the place of those reports, by id, oldest first
 * @param decisions what people decided about the identity of those reports and stands, oldest first
 * @param days of the area and its neighbourhoods, in its reality
 * @param isPrivate whether the alert is for a confidential site and the administrator alone
 */
public record Evidence(
    List<Alert> revisions,
    @Nullable AreaProfile area,
    Map<String, List<Strike>> strikes,
    Map<String, List<StrikeReport>> reports,
    Map<String, List<Decision>> placements,
    List<Decision> decisions,
    List<DayRow> days,
    boolean isPrivate) {
  public Evidence {
    revisions = List.copyOf(revisions);
    strikes = new TreeMap<>(strikes);
    reports = new TreeMap<>(reports);
    placements = new TreeMap<>(placements);
    decisions = List.copyOf(decisions);
    days = List.copyOf(days);
  }

  /** The newest revision of a strike, null where it is unknown. */
  @Nullable Strike strike(String strikeId) {
    return newest(strikes.get(strikeId));
  }

  /** The newest revision of every strike. */
  List<Strike> newestStrikes() {
    var newest = new ArrayList<Strike>();
    strikes.values().forEach(revisions -> newest.add(revisions.get(revisions.size() - 1)));
    return newest;
  }

  /** The newest revision of a report, null where it is unknown. */
  @Nullable StrikeReport report(String reportId) {
    return newest(reports.get(reportId));
  }

  /** The strikes of an alert, and what they became part of. */
  Set<String> concerned(Alert alert) {
    var ids = new LinkedHashSet<String>();
    for (var strikeId : alert.getStrikeIds()) {
      String next = strikeId;
      while (next != null && ids.add(next)) {
        var strike = strike(next);
        next = strike == null ? null : strike.getMergedInto();
      }
    }
    return ids;
  }

  /** Every report that ever made one of these strikes. */
  static Set<String> reportIds(Set<String> strikeIds, Map<String, List<Strike>> strikes) {
    var ids = new LinkedHashSet<String>();
    for (var strikeId : strikeIds) {
      for (var revision : strikes.getOrDefault(strikeId, List.of())) {
        ids.addAll(revision.getReportIds());
      }
    }
    return ids;
  }

  private static <T> @Nullable T newest(@Nullable List<T> revisions) {
    return revisions == null || revisions.isEmpty() ? null : revisions.get(revisions.size() - 1);
  }
}
