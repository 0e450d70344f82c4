package org.marsad.processor.oracle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Measure;
import org.marsad.message.Reality;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.processor.judging.Claim;

/** HEAVIEST_IN_DAYS for all strikes and days of one area and reality. */
final class HeaviestInDays {
  private final String area;
  private final ZoneId zone;
  private final List<OneStrike> all;
  private final Watching watching;
  private final Map<List<Object>, Range> totals = new HashMap<>();

  HeaviestInDays(World world, Reality reality, List<OneStrike> all) {
    this.area = world.area();
    this.zone = world.zone();
    this.all = all;
    this.watching = new Watching(world, reality);
  }

  /** The area, or one of its neighbourhoods. */
  private record Place(Scope scope, String code) {
    /** Whether the strike is known to have been there. */
    boolean holds(OneStrike strike) {
      return scope == Scope.AREA || code.equals(strike.spot().neighbourhood());
    }

    /** Whether the strike may have been there although nobody said so. */
    boolean mayHold(OneStrike strike) {
      return scope == Scope.NEIGHBOURHOOD && strike.spot().neighbourhood() == null;
    }
  }

  List<OneRecord> ofStrike(OneStrike strike) {
    var records = new ArrayList<OneRecord>();
    if (strike.isDated(zone)) {
      for (var place : placesOf(List.of(strike))) {
        for (var measure : Measure.values()) {
          addIfHeaviest(strike, place, measure, records);
        }
      }
    }
    records.sort(OneRecord.AS_TOLD);
    return records;
  }

  List<OneRecord> ofDay(LocalDate day) {
    var records = new ArrayList<OneRecord>();
    for (var place : placesOf(on(day))) {
      for (var measure : Measure.values()) {
        addIfHeaviest(day, place, measure, records);
      }
    }
    records.sort(OneRecord.AS_TOLD);
    return records;
  }

  /** The days on which a strike counts. */
  SortedSet<LocalDate> days() {
    var days = new TreeSet<LocalDate>();
    all.stream().filter(s -> s.isDated(zone)).forEach(s -> days.add(s.lastDay(zone)));
    return days;
  }

  /** The strikes that add to the day's totals. */
  List<OneStrike> on(LocalDate day) {
    return all.stream().filter(strike -> strike.countsOn(day, zone)).toList();
  }

  private List<Place> placesOf(List<OneStrike> strikes) {
    var places = new ArrayList<Place>();
    places.add(new Place(Scope.AREA, area));
    strikes.stream()
        .map(strike -> strike.spot().neighbourhood())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(code -> places.add(new Place(Scope.NEIGHBOURHOOD, code)));
    return places;
  }

  private void addIfHeaviest(LocalDate day, Place place, Measure measure, List<OneRecord> records) {
    var there = on(day).stream().filter(place::holds).toList();
    var dated = there.stream().filter(strike -> strike.isDated(zone)).toList();
    if (measure == Measure.CASUALTIES && dated.stream().allMatch(s -> s.injured() == null)) {
      return;
    }
    var value = total(place, measure, day);
    var since = watching.since(day);
    var likely =
        latestDay(
            since,
            day,
            d ->
                total(place, measure, d).best() >= value.best()
                    || isAsHeavy(d, place, measure, value));
    var certain = latestDay(since, day, d -> total(place, measure, d).highReaches(value.low()));
    var possible = latestDay(since, day, d -> total(place, measure, d).lowReachesHighOf(value));
    var claim = new Claim(Scale.DAY, place, measure, day, value);
    addIfLong(claim, since, likely, certain, possible, there, records);
  }

  /** What is claimed, before it is known for how many days. */
  private record Claim(Scale scale, Place place, Measure measure, LocalDate day, Range value) {}

  /** Whether a longer strike that touches the day has as much for each of its days. */
  private boolean isAsHeavy(LocalDate day, Place place, Measure measure, Range value) {
    return all.stream()
        .filter(strike -> !strike.isDated(zone) && place.holds(strike))
        .filter(strike -> strike.touches(day, zone))
        .anyMatch(strike -> isAsHeavyEachDay(strike, measure, value));
  }

  private boolean isAsHeavyEachDay(OneStrike longer, Measure measure, Range value) {
    return longer.value(measure).best() >= value.best() * longer.daysTouched(zone);
  }

  private static @Nullable LocalDate latestDay(
      LocalDate since, LocalDate before, Predicate<LocalDate> reaches) {
    for (var day = before.minusDays(1); !day.isBefore(since); day = day.minusDays(1)) {
      if (reaches.test(day)) {
        return day;
      }
    }
    return null;
  }

  /** A day's total in a place, with the highs of all that may have been there. */
  private Range total(Place place, Measure measure, LocalDate day) {
    return totals.computeIfAbsent(
        List.of(place, measure, day),
        key -> {
          var there = on(day).stream().filter(s -> place.holds(s) || place.mayHold(s)).toList();
          return Amount.total(
                  there,
                  strike -> {
                    var amount = Amount.of(strike.value(measure));
                    return strike.isDated(zone) && place.holds(strike)
                        ? amount
                        : amount.highAlone();
                  })
              .toRange();
        });
  }

  private void addIfHeaviest(
      OneStrike strike, Place place, Measure measure, List<OneRecord> records) {
    var isJudged =
        switch (measure) {
          case IMPACTS -> strike.impacts() != null || strike.isFine();
          case KILLED -> strike.killed() != null;
          case CASUALTIES -> strike.injured() != null;
        };
    if (!isJudged) {
      return;
    }
    var day = strike.lastDay(zone);
    var value = strike.value(measure);
    var since = watching.since(day);
    LocalDate likely = null;
    LocalDate certain = null;
    LocalDate possible = null;
    for (var other : all) {
      if (other.equals(strike) || !(place.holds(other) || place.mayHold(other))) {
        continue;
      }
      var its = other.value(measure);
      var wasLast = lastDayBefore(other, strike, measure, false);
      var wasFirst = lastDayBefore(other, strike, measure, true);
      if (place.holds(other)) {
        var isAsHeavy =
            other.isDated(zone)
                ? its.best() >= value.best()
                : isAsHeavyEachDay(other, measure, value);
        likely = isAsHeavy ? later(likely, wasLast) : likely;
        possible =
            other.isDated(zone) && its.lowReachesHighOf(value)
                ? later(possible, wasLast)
                : possible;
      }
      certain = its.highReaches(value.low()) ? later(certain, wasFirst) : certain;
    }
    var claim = new Claim(Scale.STRIKE, place, measure, day, value);
    addIfLong(
        claim,
        since,
        from(since, likely),
        from(since, certain),
        from(since, possible),
        List.of(strike),
        records);
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable LocalDate from(LocalDate since, @Nullable LocalDate day) {
    return day == null || day.isBefore(since) ? null : day;
  }

  /**
   * The latest day of the other before the strike; null where it comes later.
   *
   * @param coarseFirst whether what is known less finely than the hour is the first of its day
   */
  private @Nullable LocalDate lastDayBefore(
      OneStrike other, OneStrike strike, Measure measure, boolean coarseFirst) {
    if (other.isDated(zone)) {
      var isEarlier = inOrder(measure, coarseFirst).compare(other, strike) < 0;
      return isEarlier ? other.lastDay(zone) : null;
    }
    var day = strike.lastDay(zone);
    var latest = coarseFirst ? day : day.minusDays(1);
    if (other.firstDay(zone).isAfter(latest)) {
      return null;
    }
    return other.lastDay(zone).isBefore(latest) ? other.lastDay(zone) : latest;
  }

  private Comparator<OneStrike> inOrder(Measure measure, boolean coarseFirst) {
    return Comparator.comparing((OneStrike strike) -> strike.lastDay(zone))
        .thenComparing(strike -> strike.isKnownToTheHour() == coarseFirst)
        .thenComparing(heavierFirst(measure));
  }

  private static Comparator<OneStrike> heavierFirst(Measure measure) {
    return Comparator.comparing(OneStrike::from)
        .thenComparing(strike -> strike.value(measure).best(), Comparator.reverseOrder())
        .thenComparing(strike -> strike.reportIds().first());
  }

  private void addIfLong(
      Claim claim,
      LocalDate since,
      @Nullable LocalDate likely,
      @Nullable LocalDate certain,
      @Nullable LocalDate possible,
      List<OneStrike> inQuestion,
      List<OneRecord> records) {
    var day = claim.day();
    var days = ChronoUnit.DAYS.between(likely == null ? since : likely, day);
    if (claim.value().best() < Thresholds.floor(claim.scale(), claim.measure())
        || days < Thresholds.MIN_DAYS) {
      return;
    }
    var told = Math.min(days, Thresholds.LOOK_BACK_DAYS);
    records.add(
        new OneRecord(
            claim.measure(),
            claim.place().scope(),
            claim.place().code(),
            claim.scale(),
            day,
            claim.value(),
            told,
            daysSince(certain, since, day),
            daysSince(possible, since, day),
            days > told,
            likely == null && days == told,
            inQuestion.stream().filter(s -> !s.isCounted(claim.measure())).count(),
            since,
            watching.longestSilence(day.minusDays(told), day),
            recent(claim)));
  }

  private static long daysSince(@Nullable LocalDate earlier, LocalDate since, LocalDate day) {
    return Math.min(
        Thresholds.LOOK_BACK_DAYS, ChronoUnit.DAYS.between(earlier == null ? since : earlier, day));
  }

  /** The best of each of the last days up to the claim's; null where nobody was heard. */
  private List<@Nullable Long> recent(Claim claim) {
    var recent = new ArrayList<@Nullable Long>();
    for (var i = Thresholds.RECENT_DAYS - 1; i >= 0; i--) {
      var day = claim.day().minusDays(i);
      recent.add(watching.isHeard(day) ? bestOn(day, claim) : null);
    }
    return recent;
  }

  /** The day's best, or that of its heaviest strike. */
  private long bestOn(LocalDate day, Claim claim) {
    return claim.scale() == Scale.DAY
        ? total(claim.place(), claim.measure(), day).best()
        : on(day).stream()
            .filter(strike -> strike.isDated(zone) && claim.place().holds(strike))
            .mapToLong(strike -> strike.value(claim.measure()).best())
            .max()
            .orElse(0);
  }
}
