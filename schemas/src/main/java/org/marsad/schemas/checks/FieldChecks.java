package org.marsad.schemas.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.checks.Fault.Reason;

/** What no field of a message may say, whatever message it stands in. */
public final class FieldChecks {
  /** How far after its reception a message of the log may claim to have happened. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  /** An unset clock says 1970: nothing before this is meant. */
  public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** Largest radius of uncertainty, metres. */
  public static final double MAX_RADIUS_METRES = 1_000_000;

  /** Longest interval that a report may claim. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final String AREA = "a slug such as aleppo";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private FieldChecks() {}

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
      return Optional.of(
          Fault.in(
              "occurredFrom",
              from,
              "1990 or later: a cleared clock says 1970",
              Reason.IMPLAUSIBLE_TIME));
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

  /** Coordinates must be on Earth, and come in pairs: all faults of a point. */
  public static List<Fault> coordinates(
      @Nullable Double lat, @Nullable Double lon, @Nullable Double radiusMetres) {
    var faults = new ArrayList<Fault>();
    if (lat == null && lon != null) {
      faults.add(impossible("lat", null, "given together with lon"));
    }
    if (lon == null && lat != null) {
      faults.add(impossible("lon", null, "given together with lat"));
    }
    if (lat != null && !(Math.abs(lat) <= 90)) {
      faults.add(impossible("lat", lat, "-90 to 90 degrees"));
    }
    if (lon != null && !(Math.abs(lon) <= 180)) {
      faults.add(impossible("lon", lon, "-180 to 180 degrees"));
    }
    if (radiusMetres != null && !(radiusMetres >= 0 && radiusMetres <= MAX_RADIUS_METRES)) {
      faults.add(impossible("radiusMetres", radiusMetres, "0 to 1000000 metres"));
    }
    return faults;
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

  private static Fault impossible(String field, @Nullable Double value, String expected) {
    return Fault.in(
        field, value == null ? "absent" : value, expected, Reason.IMPOSSIBLE_COORDINATES);
  }

  private static String quoted(String text) {
    return "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
  }
}
