package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;

/**
 * HEAVIEST_IN_DAYS the slow and obvious way: all strikes, all days, counted afresh. It shares
 * nothing with the rule but its input and the form of its answer.
 */
final class RecordOracle {
  /** Who holds a record: a day, or a strike whatever its day. */
  record Subject(String scopeCode, Series series, long day, String strikeId) {
    static Subject of(String scopeCode, Series series, long day, String strikeId) {
      return new Subject(scopeCode, series, strikeId.isEmpty() ? day : -1, strikeId);
    }
  }

  /** Low, best and high. */
  private record Reach(long low, long best, long high) {
    static final Reach NOTHING = new Reach(0, 0, 0);
  }

  private final HeaviestInDaysRule rule;
  private final String area;
  private final AreaMap map;

  RecordOracle(HeaviestInDaysRule rule, String area, AreaMap map) {
    this.rule = rule;
    this.area = area;
    this.map = map;
  }

  /** Every record that stands, given all strikes. */
  Map<Subject, RecordFacts> standing(Collection<Contribution> strikes) {
    var standing = new HashMap<Subject, RecordFacts>();
    if (strikes.isEmpty()) {
      return standing;
    }
    var scopes = new TreeSet<String>();
    scopes.add(area);
    for (var strike : strikes) {
      if (strike.neighbourhood() != null) {
        scopes.add(strike.neighbourhood());
      }
    }
    var began = began(strikes);
    for (var scope : scopes) {
      var days = byDay(strikes, scope);
      for (var series : Series.values()) {
        addRecords(scope, series, days, began, standing);
      }
    }
    return standing;
  }

  private void addRecords(
      String scope,
      Series series,
      Map<Long, List<Contribution>> days,
      long began,
      Map<Subject, RecordFacts> standing) {
    var reaches = new HashMap<Long, Reach>();
    days.forEach((day, strikes) -> reaches.put(day, reach(strikes, series)));
    for (var entry : days.entrySet()) {
      long day = entry.getKey();
      var strikes = entry.getValue();
      var strike = series.scale() == Scale.STRIKE ? heaviest(strikes, series.measure()) : null;
      if (series.scale() == Scale.STRIKE && strike == null) {
        continue;
      }
      var value =
          strike == null
              ? reaches.getOrDefault(day, Reach.NOTHING)
              : valueOf(strike, series.measure());
      if (value.best() < floor(series)) {
        continue;
      }
      LongUnaryOperator best = d -> reaches.getOrDefault(d, Reach.NOTHING).best();
      LongUnaryOperator high = d -> reaches.getOrDefault(d, Reach.NOTHING).high();
      LongUnaryOperator low = d -> reaches.getOrDefault(d, Reach.NOTHING).low();
      var likely = lastReached(best, value.best(), day, began);
      var likelyDays = (int) (day - (likely == null ? began : likely));
      if (likelyDays < rule.minDays()) {
        continue;
      }
      var certain = lastReached(high, value.low(), day, began);
      var possible = lastReached(low, value.high(), day, began);
      var strikeId = strike == null ? "" : strike.strikeId();
      standing.put(
          Subject.of(scope, series, day, strikeId),
          new RecordFacts(
              series,
              day,
              new CountRange((int) value.low(), (int) value.best(), (int) value.high()),
              likelyDays,
              (int) (day - (certain == null ? began : certain)),
              (int) (day - (possible == null ? began : possible)),
              likely == null,
              began,
              unreported(strikes, series.measure()),
              strikeId,
              rule.minDays(),
              floor(series)));
    }
  }

  /** The latest watched day before that reached the value; a day without strikes reached 0. */
  private static @Nullable Long lastReached(
      LongUnaryOperator valueOn, long value, long day, long began) {
    for (var earlier = day - 1; earlier >= began; earlier--) {
      if (valueOn.applyAsLong(earlier) >= value) {
        return earlier;
      }
    }
    return null;
  }

  /** The day on which the first strike was over, or the configured day if that is earlier. */
  private long began(Collection<Contribution> strikes) {
    var began = Long.MAX_VALUE;
    for (var strike : strikes) {
      began = Math.min(began, strike.lastDay());
    }
    var configured = map.recordsBegan();
    return configured == null ? began : Math.min(began, configured.toEpochDay());
  }

  private Map<Long, List<Contribution>> byDay(Collection<Contribution> strikes, String scope) {
    var days = new TreeMap<Long, List<Contribution>>();
    for (var strike : strikes) {
      if (scope.equals(area) || scope.equals(strike.neighbourhood())) {
        for (var day = strike.firstDay(); day <= strike.lastDay(); day++) {
          days.computeIfAbsent(day, d -> new ArrayList<>()).add(strike);
        }
      }
    }
    return days;
  }

  private static Reach reach(List<Contribution> strikes, Series series) {
    if (series.scale() == Scale.DAY) {
      return dayTotal(strikes, series.measure());
    }
    var reach = Reach.NOTHING;
    for (var strike : strikes) {
      if (strike.dated() && rangeOf(strike, series.measure()) != null) {
        var value = valueOf(strike, series.measure());
        reach =
            new Reach(
                Math.max(reach.low(), value.low()),
                Math.max(reach.best(), value.best()),
                Math.max(reach.high(), value.high()));
      }
    }
    return reach;
  }

  /** The largest group's low and best, and everybody's highs. */
  private static Reach dayTotal(List<Contribution> strikes, Measure measure) {
    var low = 0L;
    var best = 0L;
    var high = 0L;
    for (var strike : strikes) {
      var groupLow = 0L;
      var groupBest = 0L;
      for (var other : strikes) {
        if (other.dated() && other.group().equals(strike.group())) {
          groupLow += valueOf(other, measure).low();
          groupBest += valueOf(other, measure).best();
        }
      }
      low = Math.max(low, groupLow);
      best = Math.max(best, groupBest);
      var most = valueOf(strike, measure).high();
      high = high == CountRange.OPEN || most == CountRange.OPEN ? CountRange.OPEN : high + most;
    }
    return new Reach(low, best, high);
  }

  /** The heaviest strike of the day; of equals the earlier one, then by its first report. */
  private static @Nullable Contribution heaviest(List<Contribution> strikes, Measure measure) {
    Contribution top = null;
    for (var strike : strikes) {
      if (!strike.dated() || rangeOf(strike, measure) == null) {
        continue;
      }
      if (top == null || beats(strike, top, measure)) {
        top = strike;
      }
    }
    return top;
  }

  private static boolean beats(Contribution a, Contribution b, Measure measure) {
    var bestOfA = valueOf(a, measure).best();
    var bestOfB = valueOf(b, measure).best();
    if (bestOfA != bestOfB) {
      return bestOfA > bestOfB;
    }
    if (a.from() != b.from()) {
      return a.from() < b.from();
    }
    return a.until() == b.until()
        ? a.firstReport().compareTo(b.firstReport()) < 0
        : a.until() < b.until();
  }

  private static int unreported(List<Contribution> strikes, Measure measure) {
    var unreported = 0;
    for (var strike : strikes) {
      var reported =
          measure == Measure.IMPACTS ? strike.impactsReported() : rangeOf(strike, measure) != null;
      unreported += reported ? 0 : 1;
    }
    return unreported;
  }

  private static Reach valueOf(Contribution strike, Measure measure) {
    var range = rangeOf(strike, measure);
    return range == null ? Reach.NOTHING : new Reach(range.low(), range.best(), range.high());
  }

  private static @Nullable CountRange rangeOf(Contribution strike, Measure measure) {
    return switch (measure) {
      case IMPACTS -> strike.impacts();
      case KILLED -> strike.killed();
      case CASUALTIES -> strike.casualties();
    };
  }

  private int floor(Series series) {
    var floors = series.scale() == Scale.DAY ? rule.dayFloors() : rule.strikeFloors();
    return switch (series.measure()) {
      case IMPACTS -> floors.impacts();
      case KILLED -> floors.killed();
      case CASUALTIES -> floors.casualties();
    };
  }
}
