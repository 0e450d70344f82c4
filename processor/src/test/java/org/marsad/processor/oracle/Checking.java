package org.marsad.processor.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.StrikeReport;

/** Which reports can be used. */
final class Checking {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final double WIDEST_METRES = 1_000_000;

  private Checking() {}

  static boolean isUsable(StrikeReport report) {
    return timesAreUsable(report)
        && coordinatesAreUsable(report)
        && Stream.of(report.getImpacts(), report.getKilled(), report.getInjured())
            .allMatch(range -> isCount(range, report.getMarks().contains("COUNT_CONFIRMED")))
        && report.getRevision() >= 1
        && report.getRevision() <= 1_000_000
        && report.getEvidence().size() <= 20
        && report.getEvidence().stream().allMatch(piece -> isShort(piece, 500))
        && isLocalId(report.getReportId())
        && isShort(report.getReportId(), Thresholds.TEXT)
        && isShort(report.getPlaceText(), Thresholds.TEXT)
        && isShort(report.getAttribution(), Thresholds.TEXT)
        && isShort(report.getNote(), Thresholds.NOTE);
  }

  private static boolean timesAreUsable(StrikeReport report) {
    var from = report.getOccurredFrom();
    var until = report.getOccurredUntil();
    return !until.isBefore(from)
        && !from.isBefore(EARLIEST)
        && !until.isAfter(from.plus(LONGEST))
        && !from.isAfter(report.getReceivedAt().plus(Thresholds.CLOCK_AHEAD));
  }

  private static boolean coordinatesAreUsable(StrikeReport report) {
    var lat = report.getLat();
    var lon = report.getLon();
    if ((lat == null) != (lon == null)) {
      return false;
    }
    return (lat == null || Math.abs(lat) <= 90)
        && (lon == null || Math.abs(lon) <= 180)
        && (report.getRadiusMetres() == null
            || (report.getRadiusMetres() >= 0 && report.getRadiusMetres() <= WIDEST_METRES));
  }

  private static boolean isCount(@Nullable CountRange range, boolean confirmed) {
    return range == null
        || Stream.of(range.getLow(), range.getBest(), range.getHigh())
            .filter(Objects::nonNull)
            .allMatch(count -> count >= 0 && (confirmed || count <= 100_000));
  }

  private static boolean isLocalId(String reportId) {
    var localId = reportId.replaceFirst("^[^:]*:", "");
    return !localId.isBlank()
        && localId.length() <= 100
        && localId
            .codePoints()
            .noneMatch(
                c ->
                    Character.isISOControl(c)
                        || !Character.isDefined(c)
                        || List.of(
                                (int) Character.FORMAT,
                                (int) Character.SURROGATE,
                                (int) Character.PRIVATE_USE,
                                (int) Character.LINE_SEPARATOR,
                                (int) Character.PARAGRAPH_SEPARATOR)
                            .contains(Character.getType(c)));
  }

  private static boolean isShort(@Nullable String text, int limit) {
    return text == null || text.length() <= limit;
  }
}
