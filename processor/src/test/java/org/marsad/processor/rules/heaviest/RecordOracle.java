package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.Scope;

/**
 * All records that stand, given all strikes and the days that somebody was heard of: slow and
 * obvious, day by day and strike by strike. It shares nothing with the ledger but its words.
 */
final class RecordOracle {
  /** In the order in which they are told. */
  private static final List<Measure> MEASURES =
      List.of(Measure.KILLED, Measure.CASUALTIES, Measure.IMPACTS);

  private static final long OPEN = Long.MAX_VALUE;

  /** Low, best and high of a strike or day; an open high is above all numbers. */
  private record Range(long low, long best, long high) {
    static final Range UNREPORTED = new Range(0, 0, OPEN);

    CountRange told() {
      return new CountRange((int) low, (int) best, high == OPEN ? CountRange.OPEN : (int) high);
    }
  }

  private record Asked(String scope, Measure measure, long day) {}

  private final HeaviestInDaysRule rule;
  private final String area;
  private final List<Contribution> all;
  private final Set<Long> heard;
  private final Map<Asked, Range> totals = new HashMap<>(); // asked for often

  RecordOracle(
      HeaviestInDaysRule rule, String area, Collection<Contribution> all, Set<Long> heard) {
    this.rule = rule;
    this.area = area;
    this.all = List.copyOf(all);
    this.heard = heard;
  }

  /** Records by subject, a strike's id or a day as text, each list in its order and uncut. */
  Map<String, List<RecordFacts>> standing(long from) {
    var standing = new TreeMap<String, List<RecordFacts>>();
    var days = new TreeSet<Long>();
    for (var strike : all) {
      if (strike.dated() && strike.lastDay() >= from) {
        days.add(strike.lastDay());
        put(standing, strike.strikeId(), ofStrike(strike));
      }
    }
    for (var day : days) {
      put(standing, String.valueOf(day), ofDay(day));
    }
    return standing;
  }

  private static void put(
      Map<String, List<RecordFacts>> standing, String subject, List<RecordFacts> records) {
    if (!records.isEmpty()) {
      records.sort(
          Comparator.comparing((RecordFacts r) -> r.scope() == Scope.AREA ? 0 : 1)
              .thenComparing(r -> MEASURES.indexOf(r.series().measure()))
              .thenComparing(r -> -r.likelyDays())
              .thenComparing(RecordFacts::scopeCode));
      standing.put(subject, records);
    }
  }

  private List<RecordFacts> ofStrike(Contribution strike) {
    var records = new ArrayList<RecordFacts>();
    for (var scope : scopes(strike)) {
      for (var measure : Measure.values()) {
        if (measure != Measure.CASUALTIES || strike.injured() != null) {
          addStrike(scope, measure, strike, records);
        }
      }
    }
    return records;
  }

  private List<RecordFacts> ofDay(long day) {
    var scopes = new TreeSet<String>();
    all.stream().filter(s -> isOf(s, day)).forEach(s -> scopes.addAll(scopes(s)));
    var records = new ArrayList<RecordFacts>();
    for (var scope : scopes) {
      for (var measure : Measure.values()) {
        addDay(scope, measure, day, records);
      }
    }
    return records;
  }

  private void addDay(String scope, Measure measure, long day, List<RecordFacts> records) {
    var counting = all.stream().filter(s -> s.dated() && isOf(s, day) && isIn(scope, s)).toList();
    if (measure == Measure.CASUALTIES && counting.stream().allMatch(s -> s.injured() == null)) {
      return;
    }
    var value = total(scope, measure, day);
    var unreported =
        all.stream()
            .filter(s -> isOf(s, day) && isIn(scope, s))
            .filter(s -> !isReported(s, measure))
            .count();
    addRecord(
        scope,
        Series.of(Scale.DAY, measure),
        day,
        value,
        earlier ->
            total(scope, measure, earlier).best() >= value.best()
                || all.stream()
                    .filter(s -> !s.dated() && isOf(s, earlier) && isIn(scope, s))
                    .anyMatch(s -> perDay(s, measure) >= value.best()),
        earlier -> total(scope, measure, earlier).high() >= value.low(),
        earlier -> total(scope, measure, earlier).low() >= value.high(),
        (int) unreported,
        records);
  }

  private void addStrike(
      String scope, Measure measure, Contribution strike, List<RecordFacts> records) {
    var value = valueOf(strike, measure);
    var day = strike.lastDay();
    var likely = new TreeSet<Long>();
    var certain = new TreeSet<Long>();
    var possible = new TreeSet<Long>();
    for (var other : all) {
      if (other.strikeId().equals(strike.strikeId())) {
        continue;
      }
      var range = valueOf(other, measure);
      var reach = other.dated() ? range.best() : perDay(other, measure);
      var first = other.dated() ? other.lastDay() : other.firstDay();
      for (var d = first; d <= other.lastDay(); d++) {
        if (isIn(scope, other) && isBefore(other, strike, d, measure, 1)) {
          addIf(reach >= value.best(), d, likely);
          addIf(other.dated() && range.low() >= value.high(), d, possible);
        }
        if ((isIn(scope, other) || other.neighbourhood() == null)
            && isBefore(other, strike, d, measure, -1)) {
          addIf(range.high() >= value.low(), d, certain);
        }
      }
    }
    addRecord(
        scope,
        Series.of(Scale.STRIKE, measure),
        day,
        value,
        likely::contains,
        certain::contains,
        possible::contains,
        isReported(strike, measure) ? 0 : 1,
        records);
  }

  private static void addIf(boolean reached, long day, Set<Long> days) {
    if (reached) {
      days.add(day);
    }
  }

  /**
   * Whether a strike on one of its days comes before another: by day, then, where unknown hours
   * come last (1) or first (-1), by start, the heavier first, and by smallest report id.
   */
  private boolean isBefore(
      Contribution other, Contribution strike, long day, Measure measure, int unknownHours) {
    if (day != strike.lastDay()) {
      return day < strike.lastDay();
    }
    var ofOther = other.untimed() || !other.dated() ? unknownHours : 0;
    var ofStrike = strike.untimed() ? unknownHours : 0;
    if (!other.dated()) {
      return unknownHours < 0;
    }
    return Comparator.<Contribution>comparingLong(Contribution::from)
                .thenComparing(s -> -valueOf(s, measure).best())
                .thenComparing(Contribution::firstReport)
                .compare(other, strike)
            < 0
        ? ofOther <= ofStrike
        : ofOther < ofStrike;
  }

  private void addRecord(
      String scope,
      Series series,
      long day,
      Range value,
      LongPredicate reachedBest,
      LongPredicate mayHaveReached,
      LongPredicate reachedForCertain,
      int unreported,
      List<RecordFacts> records) {
    var floors = series.scale() == Scale.DAY ? rule.dayFloors() : rule.strikeFloors();
    var floor =
        switch (series.measure()) {
          case IMPACTS -> floors.impacts();
          case KILLED -> floors.killed();
          case CASUALTIES -> floors.casualties();
        };
    if (value.best() < floor) {
      return;
    }
    var since = watchedSince(day);
    var last = series.scale() == Scale.DAY ? day - 1 : day; // strikes of the day itself count too
    var likely = latest(reachedBest, last, since);
    var likelyDays = day - (likely == null ? since : likely);
    if (likelyDays < rule.minDays()) {
      return;
    }
    var certain = latest(mayHaveReached, last, since);
    var possible = latest(reachedForCertain, last, since);
    var atLeast = likelyDays > 365;
    var claimed = Math.min(likelyDays, 365);
    records.add(
        new RecordFacts(
            scope.equals(area) ? Scope.AREA : Scope.NEIGHBOURHOOD,
            scope,
            series,
            day,
            value.told(),
            (int) claimed,
            (int) Math.min(365, day - (certain == null ? since : certain)),
            (int) Math.min(365, day - (possible == null ? since : possible)),
            atLeast,
            since,
            likely == null && !atLeast,
            longestSilence(day - claimed, day),
            unreported,
            recent(scope, series, day),
            rule.minDays(),
            floor));
  }

  /** The latest day since watching began of which it is true. */
  private static @Nullable Long latest(LongPredicate isTrue, long last, long since) {
    for (var earlier = last; earlier >= since; earlier--) {
      if (isTrue.test(earlier)) {
        return earlier;
      }
    }
    return null;
  }

  private long watchedSince(long day) {
    var since = day;
    var silent = 0;
    for (var earlier = day - 1; silent <= rule.pauseDays() && earlier >= 0; earlier--) {
      if (heard.contains(earlier)) {
        since = earlier;
        silent = 0;
      } else {
        silent++;
      }
    }
    return since;
  }

  private int longestSilence(long first, long last) {
    var longest = 0;
    for (var from = first; from <= last; from++) {
      var silent = 0;
      while (from + silent <= last && !heard.contains(from + silent)) {
        silent++;
      }
      longest = Math.max(longest, silent);
    }
    return longest;
  }

  private List<@Nullable Integer> recent(String scope, Series series, long day) {
    var recent = new ArrayList<@Nullable Integer>();
    for (var d = day - 29; d <= day; d++) {
      recent.add(heard.contains(d) ? (Integer) (int) bestOf(scope, series, d) : null);
    }
    return recent;
  }

  private long bestOf(String scope, Series series, long day) {
    return series.scale() == Scale.DAY
        ? total(scope, series.measure(), day).best()
        : all.stream()
            .filter(s -> s.dated() && isOf(s, day) && isIn(scope, s))
            .mapToLong(s -> valueOf(s, series.measure()).best())
            .max()
            .orElse(0);
  }

  /** Fine strikes add up, and what one source says adds up; the day's toll may include its own. */
  private Range total(String scope, Measure measure, long day) {
    var key = new Asked(scope, measure, day);
    var known = totals.get(key);
    if (known == null) {
      known = add(scope, measure, day);
      totals.put(key, known);
    }
    return known;
  }

  private Range add(String scope, Measure measure, long day) {
    var sources = new TreeSet<String>();
    var fine = new long[2];
    var high = 0L;
    for (var strike : all) {
      if (!isOf(strike, day)) {
        continue;
      }
      var value = valueOf(strike, measure);
      var counts = isIn(scope, strike) || strike.neighbourhood() == null;
      if (counts) {
        high = high == OPEN || value.high() == OPEN ? OPEN : high + value.high();
      }
      if (isIn(scope, strike) && strike.dated()) {
        sources.addAll(strike.sources());
        fine[0] += strike.fine() ? value.low() : 0;
        fine[1] += strike.fine() ? value.best() : 0;
      }
    }
    var low = fine[0];
    var best = fine[1];
    for (var source : sources) {
      var ownFineLow = 0L;
      var ownCoarseLow = 0L;
      var ownBest = 0L;
      for (var strike : all) {
        if (isOf(strike, day)
            && isIn(scope, strike)
            && strike.dated()
            && strike.sources().contains(source)) {
          var value = valueOf(strike, measure);
          ownFineLow += strike.fine() ? value.low() : 0;
          ownCoarseLow += strike.fine() ? 0 : value.low();
          ownBest += value.best();
        }
      }
      low = Math.max(low, Math.max(ownFineLow, ownCoarseLow));
      best = Math.max(best, ownBest);
    }
    return new Range(low, best, high);
  }

  private static long perDay(Contribution strike, Measure measure) {
    return valueOf(strike, measure).best() / (strike.lastDay() - strike.firstDay() + 1);
  }

  private static Range valueOf(Contribution strike, Measure measure) {
    return switch (measure) {
      case IMPACTS ->
          strike.impacts() == null && strike.fine()
              ? new Range(1, 1, OPEN)
              : range(strike.impacts());
      case KILLED -> range(strike.killed());
      case CASUALTIES -> {
        var killed = range(strike.killed());
        var injured = range(strike.injured());
        yield new Range(
            killed.low() + injured.low(),
            killed.best() + injured.best(),
            killed.high() == OPEN || injured.high() == OPEN
                ? OPEN
                : killed.high() + injured.high());
      }
    };
  }

  private static Range range(@Nullable CountRange range) {
    return range == null
        ? Range.UNREPORTED
        : new Range(
            range.low(), range.best(), range.high() == CountRange.OPEN ? OPEN : range.high());
  }

  private static boolean isReported(Contribution strike, Measure measure) {
    return switch (measure) {
      case IMPACTS -> strike.impacts() != null;
      case KILLED -> strike.killed() != null;
      case CASUALTIES -> strike.killed() != null && strike.injured() != null;
    };
  }

  private static boolean isOf(Contribution strike, long day) {
    return day <= strike.lastDay()
        && day >= (strike.dated() ? strike.lastDay() : strike.firstDay());
  }

  private boolean isIn(String scope, Contribution strike) {
    return scope.equals(area) || scope.equals(strike.neighbourhood());
  }

  private List<String> scopes(Contribution strike) {
    var neighbourhood = strike.neighbourhood();
    return neighbourhood == null ? List.of(area) : List.of(area, neighbourhood);
  }
}
