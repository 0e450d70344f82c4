package org.marsad.processor.rules.surge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * How many wounded each hospital has to expect of one local day's strikes. An estimate from stated
 * assumptions, always with its bounds: wounded as reported, else from the killed; a part of them
 * arrives within 90 minutes; the nearer a hospital and the more room it has, the larger its share;
 * a third is critical.
 *
 * <p>What others are told does not depend on confidential hospitals, not even on whether there are
 * any: all shares are those of the hospitals that everybody may know of, and every low assumes that
 * a part of the wounded may go elsewhere.
 *
 * @param minArrivals it is worth an alert from so many expected within 24 hours (best), 1 or more
 * @param woundedPerKilled where only the killed are reported; field reports run from 1.7 to 8.7
 * @param arrivingLow least share of the wounded that reaches a hospital within 90 minutes
 * @param arrivingHigh most
 * @param halfWayMetres distance at which a hospital's share is half of what it is next door
 * @param farthestMetres nobody is brought farther
 * @param elsewhere share of the wounded that may go elsewhere, for every low, 0 up to below 1
 */
public record HospitalSurgeRule(
    int minArrivals,
    WoundedPerKilled woundedPerKilled,
    double arrivingLow,
    double arrivingHigh,
    double halfWayMetres,
    double farthestMetres,
    double elsewhere) {
  /** How old a hospital's word may be at the time of the strikes (EDXL-HAVE). */
  public static final Duration STATUS_BEFORE = Duration.ofHours(6);

  /** How long after the strikes its word still changes what it has to expect. */
  public static final Duration STATUS_AFTER = Duration.ofHours(24);

  private static final Duration FIRST_WINDOW = Duration.ofMinutes(90);
  static final double CRITICAL_SHARE = 1.0 / 3;

  public HospitalSurgeRule {
    if (minArrivals < 1) {
      throw new IllegalArgumentException("min-arrivals: " + minArrivals + " (expected: >= 1)");
    }
    if (!(arrivingLow > 0 && arrivingLow <= arrivingHigh && arrivingHigh <= 1)) {
      throw new IllegalArgumentException(
          "arriving: %s–%s (expected: 0 < low <= high <= 1)".formatted(arrivingLow, arrivingHigh));
    }
    if (!(halfWayMetres > 0)) {
      throw new IllegalArgumentException("half-way-metres: " + halfWayMetres + " (expected: > 0)");
    }
    if (!(farthestMetres > 0)) {
      throw new IllegalArgumentException("farthest-metres: " + farthestMetres + " (expected: > 0)");
    }
    if (!(elsewhere >= 0 && elsewhere < 1)) {
      throw new IllegalArgumentException("elsewhere: " + elsewhere + " (expected: >= 0 and < 1)");
    }
  }

  /**
   * When the day's latest strike ended, by those known within an hour: a report of the day alone
   * does not make it later. Without any, the end of what is known; the end of the day where nothing
   * is.
   */
  public Instant asOf(Collection<StandingStrike> strikes, LocalDate day, ZoneId zone) {
    return known(strikes, day, zone)
        .map(strike -> strike.what().time().until())
        .max(Instant::compareTo)
        .orElse(day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /**
   * When a hospital must have spoken for its word to count for the day's strikes: from {@link
   * #STATUS_BEFORE} the earliest of those that decide {@link #asOf} may have fallen to {@link
   * #STATUS_AFTER} it. Within an hour, its end is when it fell.
   */
  public StatusWindow statusWindow(Collection<StandingStrike> strikes, LocalDate day, ZoneId zone) {
    var asOf = asOf(strikes, day, zone);
    var earliest =
        known(strikes, day, zone)
            .map(strike -> strike.what().time())
            .map(time -> time.isWithinAnHour() ? asOf : time.from())
            .min(Instant::compareTo)
            .orElse(day.atStartOfDay(zone).toInstant());
    return new StatusWindow(earliest.minus(STATUS_BEFORE), asOf.plus(STATUS_AFTER));
  }

  /**
   * Instants between which a hospital's word counts.
   *
   * @param from inclusive
   * @param until exclusive
   */
  public record StatusWindow(Instant from, Instant until) {}

  /** Those that count in full on the day: those within an hour, where there are any. */
  private static Stream<StandingStrike> known(
      Collection<StandingStrike> strikes, LocalDate day, ZoneId zone) {
    var counting = strikes.stream().filter(strike -> countsOn(strike, day, zone)).toList();
    var fine = counting.stream().filter(strike -> strike.what().time().isWithinAnHour()).toList();
    return (fine.isEmpty() ? counting : fine).stream();
  }

  /**
   * When the evening before begins that still counts for the first 90 minutes of a day.
   *
   * @param asOf end of the day's latest strike
   */
  public Instant eveningBefore(Instant asOf) {
    return asOf.minus(FIRST_WINDOW);
  }

  /**
   * What one day is judged by.
   *
   * @param strikes all of the day
   * @param evening strikes of the day before that may still bring wounded, known within an hour
   * @param open hospitals that everybody may know of, with what they said within {@link
   *     #statusWindow}
   * @param confidential hospitals of which nobody else may learn, likewise
   * @param hit ids of the hospitals of which a report says that they were hit
   * @param distances to measure with
   */
  public record Day(
      LocalDate date,
      ZoneId zone,
      Collection<StandingStrike> strikes,
      Collection<StandingStrike> evening,
      List<Hospital> open,
      List<Hospital> confidential,
      Set<String> hit,
      Distances distances) {}

  /**
   * Judges one local day.
   *
   * @return the surges worth an alert: hospitals in their order, the area where there is nowhere to
   *     go, then confidential ones
   */
  public List<Surge> judge(Day day) {
    if (day.strikes.isEmpty()) {
      return List.of();
    }
    return new Estimate(this, day).surges();
  }

  /** Whether the strikes of a day have so many wounded that one hospital can be worth an alert. */
  public boolean canBeWorthIt(Collection<StandingStrike> strikes, LocalDate day, ZoneId zone) {
    var wounded = new GroupedBounds();
    strikes.forEach(strike -> wounded.add(strike, woundedOf(strike, countsOn(strike, day, zone))));
    return wounded.sum().rounded().best() >= minArrivals; // a share is at most all of them
  }

  Bounds woundedOf(StandingStrike strike, boolean counts) {
    var injured = strike.what().injured();
    var killed = strike.what().killed();
    var wounded = Bounds.NONE;
    if (injured != null) {
      wounded = Bounds.of(injured);
    } else if (killed != null) {
      wounded =
          Bounds.of(killed)
              .times(woundedPerKilled.low(), woundedPerKilled.best(), woundedPerKilled.high());
    }
    return counts ? wounded : wounded.times(0, 0, 1);
  }

  /** Those of a strike who arrive in the 90 minutes from {@code asOf}; none of those long over. */
  Bounds early(StandingStrike strike, Bounds wounded, Instant asOf) {
    var time = strike.what().time();
    if (!time.isWithinAnHour()) {
      return wounded.times(0, 0, arrivingHigh); // it may just have happened
    }
    return time.until().isAfter(asOf.minus(FIRST_WINDOW))
        ? wounded.times(arrivingLow, (arrivingLow + arrivingHigh) / 2, arrivingHigh)
        : Bounds.NONE;
  }

  static boolean isEstimated(StandingStrike strike) {
    return strike.what().injured() == null && strike.what().killed() != null;
  }

  /** A strike counts in full on the last local day that it touches, once; a longer one on none. */
  static boolean countsOn(StandingStrike strike, LocalDate day, ZoneId zone) {
    var time = strike.what().time();
    return time.isDated(zone) && time.lastDay(zone) == day.toEpochDay();
  }
}
