package org.marsad.processor.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When something happened.
 *
 * @param from start, inclusive
 * @param until end, exclusive; equal to the start for an instant
 * @param precision how finely it is known
 */
public record TimeSpan(Instant from, Instant until, TimePrecision precision) {
  public TimeSpan {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("until: " + until + " (expected: >= " + from + ")");
    }
  }

  /** A longer interval is no single strike's time, however finely its ends are known. */
  public static final Duration LONGEST_FINE = Duration.ofHours(24);

  /** Whether it is known at least to the hour. */
  public boolean isFine() {
    return precision.isAtLeastAsFineAs(TimePrecision.HOUR)
        && Duration.between(from, until).compareTo(LONGEST_FINE) <= 0;
  }

  /** Whether it is known within an hour: finely enough to follow other strikes by minutes. */
  public boolean isWithinAnHour() {
    return precision.isAtLeastAsFineAs(TimePrecision.HOUR)
        && Duration.between(from, until).compareTo(Duration.ofHours(1)) <= 0;
  }

  /**
   * Whether it counts on one local day, the last that it touches: it lasts at most 24 hours, or
   * lies within one local day.
   */
  public boolean isDated(ZoneId zone) {
    return Duration.between(from, until).compareTo(LONGEST_FINE) <= 0
        || firstDay(zone) == lastDay(zone);
  }

  /** The first local day that it touches, as a day of the epoch. */
  public long firstDay(ZoneId zone) {
    return dayOf(from, zone);
  }

  /** The last local day that it touches, as a day of the epoch. */
  public long lastDay(ZoneId zone) {
    return until.equals(from) ? dayOf(from, zone) : dayOf(until.minusMillis(1), zone);
  }

  /** Time between the two once each is grown by its precision; zero where they overlap. */
  public Duration gapTo(TimeSpan other) {
    var slack = precision.unit().plus(other.precision.unit());
    var gap = from.isAfter(other.from) ? between(other, this) : between(this, other);
    return gap.compareTo(slack) <= 0 ? Duration.ZERO : gap.minus(slack);
  }

  /** The middle. */
  public Instant middle() {
    return from.plus(Duration.between(from, until).dividedBy(2));
  }

  private static Duration between(TimeSpan earlier, TimeSpan later) {
    var gap = Duration.between(earlier.until, later.from);
    return gap.isNegative() ? Duration.ZERO : gap;
  }

  private static long dayOf(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate().toEpochDay();
  }
}
