package org.marsad.producer.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;

/**
 * What each source reported of each place within the last hour, so that it can be told that a
 * second report is another strike. It is forgotten in a restart. Safe for several threads.
 */
final class LatestPlaces {
  private static final Duration REMEMBERED = Duration.ofMinutes(60);

  private final Map<Place, Latest> latest = new HashMap<>();

  private record Place(
      String source, Reality reality, String area, @Nullable String neighbourhood, String text) {}

  private record Latest(String reportId, Instant at) {}

  /** Notes an accepted report; whether there was another of its source and place. */
  synchronized boolean isAnother(StrikeReport report, Instant now) {
    latest.values().removeIf(one -> one.at().isBefore(now.minus(REMEMBERED)));
    var neighbourhood = report.getNeighbourhood();
    var text = neighbourhood == null ? String.valueOf(report.getPlaceText()) : "";
    var place =
        new Place(
            report.getSource().getId(), report.getReality(), report.getArea(), neighbourhood, text);
    var before = latest.put(place, new Latest(report.getReportId(), now));
    return before != null && !before.reportId().equals(report.getReportId());
  }
}
