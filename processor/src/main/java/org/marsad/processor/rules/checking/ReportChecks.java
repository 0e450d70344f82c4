package org.marsad.processor.rules.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.checking.Fault.Reason;

/** The checks at the door, in the order in which they are asked; the first fault found is told. */
public final class ReportChecks {
  /** How far a source's clock may run ahead. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  /** Longest interval that a report may claim. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** Characters in a note. */
  public static final int NOTE_LIMIT = 1_000;

  /** Characters in a place as said, an id or an attribution. */
  public static final int TEXT_LIMIT = 300;

  /** An unset clock says 1970: nothing before this is meant. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final String AREA = "a slug such as aleppo";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private ReportChecks() {}

  /** The message's area must be named, and be its key: reports of one area keep their order. */
  public static Optional<Fault> area(String area, @Nullable String key) {
    if (!SLUG.matcher(area).matches()) {
      return Optional.of(Fault.in("area", quoted(area), AREA, Reason.NO_AREA));
    }
    if (!area.equals(key)) {
      return Optional.of(Fault.in("key", key, "the report's area " + area, Reason.NO_AREA));
    }
    return Optional.empty();
  }

  /** Times must be in order, plausible, and not in the future of their reception. */
  public static Optional<Fault> time(Instant from, Instant until, Instant receivedAt) {
    if (from.isBefore(EARLIEST)) {
      return Optional.of(Fault.in("occurredFrom", from, ">= " + EARLIEST, Reason.IMPLAUSIBLE_TIME));
    }
    if (until.isBefore(from)) {
      return Optional.of(
          Fault.in("occurredUntil", until, ">= occurredFrom " + from, Reason.END_BEFORE_START));
    }
    if (from.plus(LONGEST).isBefore(until)) {
      return Optional.of(
          Fault.in(
              "occurredUntil", until, "within 366 days of occurredFrom", Reason.IMPLAUSIBLE_TIME));
    }
    if (from.isAfter(receivedAt.plus(CLOCK_TOLERANCE))) {
      return Optional.of(
          Fault.in(
              "occurredFrom",
              from,
              "at most 10 minutes after receivedAt " + receivedAt,
              Reason.IN_THE_FUTURE));
    }
    return Optional.empty();
  }

  /** Coordinates must be on Earth, and come in pairs. */
  public static Optional<Fault> coordinates(
      @Nullable Double lat, @Nullable Double lon, @Nullable Double radiusMetres) {
    if ((lat == null) != (lon == null)) {
      return Optional.of(
          Fault.in(
              lat == null ? "lat" : "lon", null, "both or neither", Reason.IMPOSSIBLE_COORDINATES));
    }
    if (lat != null && !(Math.abs(lat) <= 90)) {
      return Optional.of(Fault.in("lat", lat, "-90 to 90", Reason.IMPOSSIBLE_COORDINATES));
    }
    if (lon != null && !(Math.abs(lon) <= 180)) {
      return Optional.of(Fault.in("lon", lon, "-180 to 180", Reason.IMPOSSIBLE_COORDINATES));
    }
    if (radiusMetres != null && !(radiusMetres >= 0 && radiusMetres <= 20_000_000)) {
      return Optional.of(
          Fault.in("radiusMetres", radiusMetres, "0 to 20,000,000", Reason.IMPOSSIBLE_COORDINATES));
    }
    return Optional.empty();
  }

  /** A text within its limit. */
  public static Optional<Fault> text(String field, @Nullable String text, int limit) {
    return text == null || text.length() <= limit
        ? Optional.empty()
        : Optional.of(
            Fault.in(
                field, text.length() + " characters", "at most " + limit, Reason.TEXT_TOO_LONG));
  }

  /** A count that nobody can have counted. */
  public static Optional<Fault> count(String field, int least) {
    return least >= 0
        ? Optional.empty()
        : Optional.of(Fault.in(field, least, ">= 0", Reason.NEGATIVE_COUNT));
  }

  private static String quoted(String text) {
    return "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
  }
}
