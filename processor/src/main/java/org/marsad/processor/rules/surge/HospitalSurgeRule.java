package org.marsad.processor.rules.surge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * How many wounded each hospital of an area has to expect of one local day's strikes. An estimate
 * from stated assumptions, always with its bounds: wounded as reported, else from the killed; a
 * part of them arrives within 90 minutes; the nearer a hospital and the more room it has, the
 * larger its share; a third is critical.
 *
 * <p>Where a confidential hospital lies must not show in the shares of the others, from which it
 * could be computed. So to all others it lies anywhere: next to the strike for their least share,
 * as far from it as they are for the best estimate, out of reach for the most.
 *
 * @param minArrivals it is worth an alert from so many expected within 24 hours (best), 1 or more
 * @param woundedPerKilled where only the killed are reported; field reports run from 1.7 to 8.7
 * @param arrivingLow least share of the wounded that reaches a hospital within 90 minutes
 * @param arrivingHigh most
 * @param halfWayMetres distance at which a hospital's share is half of what it is next door
 */
public record HospitalSurgeRule(
    int minArrivals,
    WoundedPerKilled woundedPerKilled,
    double arrivingLow,
    double arrivingHigh,
    double halfWayMetres) {
  /** How old a hospital's word may be at the time of the strikes (EDXL-HAVE). */
  public static final Duration STATUS_BEFORE = Duration.ofHours(6);

  /** How long after the strikes its word still changes what it has to expect. */
  public static final Duration STATUS_AFTER = Duration.ofHours(24);

  private static final Duration FIRST_WINDOW = Duration.ofMinutes(90);
  private static final double CRITICAL_SHARE = 1.0 / 3;

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
  }

  /**
   * When the day's latest strike ended, by those known within an hour: a report of the day alone
   * does not make it later. Without any, the end of what is known; the end of the day where nothing
   * is.
   */
  Instant asOf(Collection<StandingStrike> strikes, LocalDate day, ZoneId zone) {
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
   * Judges one local day.
   *
   * @param strikes all that touch the day
   * @param hospitals all of the area, with what they said within {@link #statusWindow}
   * @return the surges worth an alert, in the order of the hospitals
   */
  public List<Surge> judge(
      Collection<StandingStrike> strikes, LocalDate day, ZoneId zone, List<Hospital> hospitals) {
    if (strikes.isEmpty() || hospitals.isEmpty()) {
      return List.of();
    }
    var asOf = asOf(strikes, day, zone);
    var sorted = strikes.stream().sorted(StandingStrike.IN_ORDER).toList();
    var open = hospitals.stream().filter(hospital -> hospital.room() > 0).toList();
    var expected = new ArrayList<Expected>();
    if (open.isEmpty()) {
      expected.add(new Expected(null));
    }
    open.forEach(hospital -> expected.add(new Expected(hospital)));
    var wounded = new GroupedBounds();
    for (var strike : sorted) {
      var all = woundedOf(strike, countsOn(strike, day, zone));
      wounded.add(strike.group(), all);
      var early = early(strike, all, asOf);
      var shares = shares(strike, open);
      for (var i = 0; i < expected.size(); i++) {
        expected.get(i).add(strike, shares.get(i), all, early);
      }
    }
    return expected.stream()
        .map(e -> e.surge(sorted, asOf, wounded.sum(), open.size()))
        .filter(surge -> surge.within24Hours().best() >= minArrivals)
        .toList();
  }

  /** What the numbers mean for one hospital. */
  private final class Expected {
    private final @Nullable Hospital hospital;
    private final GroupedBounds within90Minutes = new GroupedBounds();
    private final GroupedBounds within24Hours = new GroupedBounds();
    private double nearestMetres = -1;

    Expected(@Nullable Hospital hospital) {
      this.hospital = hospital;
    }

    void add(StandingStrike strike, Share share, Bounds all, Bounds early) {
      within90Minutes.add(strike.group(), share.of(early));
      within24Hours.add(strike.group(), share.of(all.times(arrivingLow, 1, 1)));
      var metres = hospital == null ? -1 : metres(strike, hospital);
      if (metres >= 0 && (nearestMetres < 0 || metres < nearestMetres)) {
        nearestMetres = metres;
      }
    }

    Surge surge(List<StandingStrike> strikes, Instant asOf, Bounds wounded, int receiving) {
      var day = within24Hours.sum();
      return new Surge(
          hospital,
          asOf,
          within90Minutes.sum().rounded(),
          day.rounded(),
          day.times(CRITICAL_SHARE).rounded(),
          wounded.rounded(),
          (int) strikes.stream().filter(s -> s.what().injured() != null).count(),
          (int) strikes.stream().filter(HospitalSurgeRule::isEstimated).count(),
          (int)
              strikes.stream()
                  .filter(s -> s.what().injured() == null && s.what().killed() == null)
                  .count(),
          wounded.best() == 0 ? 0 : day.best() / wounded.best(),
          nearestMetres,
          receiving);
    }
  }

  private Bounds woundedOf(StandingStrike strike, boolean counts) {
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

  /** Those of a strike who arrive in the 90 minutes from {@code asOf}. */
  private Bounds early(StandingStrike strike, Bounds wounded, Instant asOf) {
    var time = strike.what().time();
    if (!time.isWithinAnHour()) {
      return wounded.times(0, 0, arrivingHigh); // it may just have happened
    }
    return time.until().isAfter(asOf.minus(FIRST_WINDOW))
        ? wounded.times(arrivingLow, (arrivingLow + arrivingHigh) / 2, arrivingHigh)
        : Bounds.NONE;
  }

  /** A hospital's part of a strike's wounded, each 0 to 1. */
  private record Share(double low, double best, double high) {
    static final Share ALL = new Share(1, 1, 1);

    Bounds of(Bounds wounded) {
      return wounded.times(low, best, high);
    }
  }

  /** Each open hospital's share of a strike's wounded; all of them where none is open. */
  private List<Share> shares(StandingStrike strike, List<Hospital> open) {
    if (open.isEmpty()) {
      return List.of(Share.ALL);
    }
    var known = 0.0;
    var hiddenRoom = 0.0;
    for (var hospital : open) {
      if (hospital.site().confidential()) {
        hiddenRoom += hospital.room();
      } else {
        known += hospital.room() * nearness(strike, hospital);
      }
    }
    var shares = new ArrayList<Share>();
    for (var hospital : open) {
      var nearness = nearness(strike, hospital);
      var weight = hospital.room() * nearness;
      var isHidden = hospital.site().confidential();
      var all = isHidden ? known + weight : known;
      var others = isHidden ? hiddenRoom - hospital.room() : hiddenRoom;
      shares.add(
          new Share(weight / (all + others), weight / (all + others * nearness), weight / all));
    }
    return shares;
  }

  /** 1 next to the strike, half at {@link #halfWayMetres}. */
  private double nearness(StandingStrike strike, Hospital hospital) {
    var halfWays = Math.max(0, metres(strike, hospital)) / halfWayMetres;
    return 1 / (1 + halfWays * halfWays);
  }

  /** Negative where the strike has no place. */
  private static double metres(StandingStrike strike, Hospital hospital) {
    var circle = strike.what().spot().circle();
    return circle == null ? -1 : circle.centre().metresTo(hospital.site().point());
  }

  private static boolean isEstimated(StandingStrike strike) {
    return strike.what().injured() == null && strike.what().killed() != null;
  }

  /**
   * A strike counts in full on the last local day that it touches, once: over midnight too, but not
   * where it may have been any day of several.
   */
  private static boolean countsOn(StandingStrike strike, LocalDate day, ZoneId zone) {
    var time = strike.what().time();
    return time.lastDay(zone) == day.toEpochDay()
        && time.precision().isAtLeastAsFineAs(TimePrecision.DAY)
        && (time.firstDay(zone) == time.lastDay(zone)
            || Duration.between(time.from(), time.until()).compareTo(TimeSpan.LONGEST_FINE) <= 0);
  }
}
