package org.marsad.processor.oracle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Measure;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.TimePrecision;

/** HEAVIEST_IN_DAYS for all days of one area and reality. */
final class HeaviestInDays {
  private final World world;
  private final ZoneId zone;
  private final List<OneStrike> all;
  private final LocalDate began;

  private HeaviestInDays(World world, List<OneStrike> all) {
    this.world = world;
    this.zone = world.zone();
    this.all = all;
    this.began = began();
  }

  static void claim(World world, List<OneStrike> strikes, Map<String, Facts> claims) {
    if (strikes.isEmpty()) {
      return;
    }
    var rule = new HeaviestInDays(world, strikes);
    var scopes = new TreeSet<String>();
    for (var strike : strikes) {
      if (strike.spot().neighbourhood() != null) {
        scopes.add(strike.spot().neighbourhood());
      }
    }
    rule.claimIn(world.area(), Scope.AREA, strikes, claims);
    for (var code : scopes) {
      var there = strikes.stream().filter(s -> code.equals(s.spot().neighbourhood())).toList();
      rule.claimIn(code, Scope.NEIGHBOURHOOD, there, claims);
    }
  }

  /** The first day on which a strike was over, or the configured day if that is earlier. */
  private LocalDate began() {
    var first = all.stream().map(s -> s.lastDay(zone)).min(LocalDate::compareTo).orElseThrow();
    var configured = world.profile() == null ? null : world.profile().getRecordsBegan();
    return configured != null && configured.isBefore(first) ? configured : first;
  }

  private void claimIn(
      String code, Scope scope, List<OneStrike> strikes, Map<String, Facts> claims) {
    var days = new TreeSet<LocalDate>();
    for (var strike : strikes) {
      strike.firstDay(zone).datesUntil(strike.lastDay(zone).plusDays(1)).forEach(days::add);
    }
    for (var day : days) {
      for (var measure : Measure.values()) {
        claimDay(code, scope, day, measure, strikes, claims);
        claimStrike(code, scope, day, measure, strikes, claims);
      }
    }
  }

  private void claimDay(
      String code,
      Scope scope,
      LocalDate day,
      Measure measure,
      List<OneStrike> strikes,
      Map<String, Facts> claims) {
    var value = total(day, measure, strikes);
    var facts =
        record(
            Scale.DAY,
            measure,
            day,
            value,
            d -> total(d, measure, strikes).best() >= value.best(),
            d -> total(d, measure, strikes).highReaches(value.low()),
            d -> value.high() != null && total(d, measure, strikes).low() >= value.high());
    if (facts == null) {
      return;
    }
    var ofDay = touching(day, strikes);
    AlertFacts.aboutMany(ofDay, facts)
        .with("certainty", Sums.certainty(ofDay))
        .with("onset", day.atStartOfDay(zone).toInstant())
        .with("onsetPrecision", TimePrecision.DAY);
    addScope(code, scope, day, measure, strikes, facts);
    claims.put("%s DAY %s %s %s".formatted(Rule.HEAVIEST_IN_DAYS, measure, code, day), facts);
  }

  private void claimStrike(
      String code,
      Scope scope,
      LocalDate day,
      Measure measure,
      List<OneStrike> strikes,
      Map<String, Facts> claims) {
    OneStrike top = null;
    for (var strike : datedOn(day, measure, strikes)) {
      if (top == null || isHeavier(strike, top, measure)) {
        top = strike;
      }
    }
    if (top == null) {
      return;
    }
    var value = valueOf(top, measure);
    var facts =
        record(
            Scale.STRIKE,
            measure,
            day,
            value,
            d -> anyOn(d, measure, strikes, other -> other.best() >= value.best()),
            d -> anyOn(d, measure, strikes, other -> other.highReaches(value.low())),
            d ->
                anyOn(
                    d,
                    measure,
                    strikes,
                    other -> value.high() != null && other.low() >= value.high()));
    if (facts == null) {
      return;
    }
    AlertFacts.aboutOne(top, facts);
    addScope(code, scope, day, measure, strikes, facts);
    claims.put(
        "%s STRIKE %s %s %s".formatted(Rule.HEAVIEST_IN_DAYS, measure, code, top.name()), facts);
  }

  /** The facts of a record, null where it is none. */
  private @Nullable Facts record(
      Scale scale,
      Measure measure,
      LocalDate day,
      Range value,
      Predicate<LocalDate> likely,
      Predicate<LocalDate> certain,
      Predicate<LocalDate> possible) {
    if (value.best() < Thresholds.floor(scale, measure)) {
      return null;
    }
    var reached = latestBefore(day, likely);
    var likelyDays = daysSince(reached, day);
    if (likelyDays < Thresholds.MIN_DAYS) {
      return null;
    }
    return new Facts()
        .with("measure", measure)
        .with("scale", scale)
        .with("day", day)
        .with("value", value)
        .with("likelyDays", likelyDays)
        .with("certainDays", daysSince(latestBefore(day, certain), day))
        .with("possibleDays", daysSince(latestBefore(day, possible), day))
        .with("sinceRecordsBegan", reached == null)
        .with("recordsBegan", began)
        .with("minDays", (long) Thresholds.MIN_DAYS)
        .with("floor", (long) Thresholds.floor(scale, measure));
  }

  private void addScope(
      String code,
      Scope scope,
      LocalDate day,
      Measure measure,
      List<OneStrike> strikes,
      Facts facts) {
    var unreported = touching(day, strikes).stream().filter(s -> !isReported(s, measure)).count();
    facts.with("scope", scope).with("scopeCode", code).with("unreported", unreported);
    if (scope == Scope.NEIGHBOURHOOD) {
      facts.with("neighbourhoods", List.of(code));
    }
  }

  private @Nullable LocalDate latestBefore(LocalDate day, Predicate<LocalDate> reached) {
    for (var earlier = day.minusDays(1); !earlier.isBefore(began); earlier = earlier.minusDays(1)) {
      if (reached.test(earlier)) {
        return earlier;
      }
    }
    return null;
  }

  private long daysSince(@Nullable LocalDate earlier, LocalDate day) {
    return ChronoUnit.DAYS.between(earlier == null ? began : earlier, day);
  }

  /** A strike of several days adds its high to each, and nothing to low and best. */
  private Range total(LocalDate day, Measure measure, List<OneStrike> strikes) {
    return Sums.grouped(
        touching(day, strikes),
        strike -> {
          var value = valueOf(strike, measure);
          return strike.isDated(zone) ? value : new Range(0, 0, value.high());
        });
  }

  private List<OneStrike> touching(LocalDate day, List<OneStrike> strikes) {
    return strikes.stream().filter(strike -> strike.touches(day, zone)).toList();
  }

  private List<OneStrike> datedOn(LocalDate day, Measure measure, List<OneStrike> strikes) {
    return touching(day, strikes).stream()
        .filter(strike -> strike.isDated(zone) && rangeOf(strike, measure) != null)
        .toList();
  }

  /** Whether a strike of the day reaches it; a day without a strike reaches 0. */
  private boolean anyOn(
      LocalDate day, Measure measure, List<OneStrike> strikes, Predicate<Range> reaches) {
    return reaches.test(Range.NOTHING)
        || datedOn(day, measure, strikes).stream()
            .anyMatch(strike -> reaches.test(valueOf(strike, measure)));
  }

  private static boolean isHeavier(OneStrike a, OneStrike b, Measure measure) {
    var bestOfA = valueOf(a, measure).best();
    var bestOfB = valueOf(b, measure).best();
    return bestOfA == bestOfB ? OneStrike.IN_ORDER.compare(a, b) < 0 : bestOfA > bestOfB;
  }

  private static boolean isReported(OneStrike strike, Measure measure) {
    return measure == Measure.IMPACTS ? strike.impacts() != null : rangeOf(strike, measure) != null;
  }

  private static Range valueOf(OneStrike strike, Measure measure) {
    var range = rangeOf(strike, measure);
    return range == null ? Range.NOTHING : range;
  }

  private static @Nullable Range rangeOf(OneStrike strike, Measure measure) {
    return switch (measure) {
      case IMPACTS -> strike.countedImpacts();
      case KILLED -> strike.killed();
      case CASUALTIES -> strike.casualties();
    };
  }
}
