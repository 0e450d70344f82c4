package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.heaviest.RecordLedger.Judged;
import org.marsad.processor.rules.heaviest.Row.Bound;

/**
 * The days of one area as records are compared with them, counted afresh from all of its strikes,
 * for people who ask why. The strikes are booked in a ledger of its own: its sums are the rule's.
 *
 * <p>Cost: that of all reports of the area's history at once.
 */
public final class ComparedDays {
  /**
   * One day of a scope.
   *
   * @param day local day, as a day of the epoch
   * @param value the total, or for strikes the highest of each bound
   * @param groups which are not added up with one another, the largest best first
   */
  public record Day(long day, CountRange value, List<Group> groups) {
    public Day {
      groups = List.copyOf(groups);
    }

    /** How many strikes touch the day. */
    public int strikes() {
      return groups.stream().mapToInt(Group::strikes).sum();
    }
  }

  /**
   * Strikes of one day that are added up with one another.
   *
   * @param lineage whose coarse strikes these are; empty for all finely placed ones
   * @param strikes how many, with or without the value
   * @param bests the values that make the best sum, the largest first
   */
  public record Group(String lineage, int strikes, List<Integer> bests) {
    public Group {
      bests = List.copyOf(bests);
    }

    int best() {
      return bests.stream().mapToInt(Integer::intValue).sum();
    }
  }

  private final MemoryLedger store = new MemoryLedger();
  private final TreeSet<Long> days = new TreeSet<>();
  private final RecordLedger ledger;
  private final List<Judged> judged;

  /**
   * Counts.
   *
   * @param rule whose thresholds are asked
   * @param area its code
   * @param map of the area
   * @param strikes all standing strikes of the area and one reality
   */
  public ComparedDays(
      HeaviestInDaysRule rule, String area, AreaMap map, Collection<Contribution> strikes) {
    ledger = new RecordLedger(rule, area, map, store);
    judged =
        ledger.apply(
            strikes.stream().map(strike -> new RecordLedger.Change(null, strike)).toList());
    for (var strike : strikes) {
      for (var day = strike.firstDay(); day <= strike.lastDay(); day++) {
        days.add(day);
      }
    }
  }

  /** The record that a day, or the heaviest strike of a day, is; empty where it is none. */
  public Optional<RecordFacts> record(String scopeCode, Series series, long day) {
    return judged.stream()
        .filter(j -> j.scopeCode().equals(scopeCode) && j.series() == series && j.day() == day)
        .flatMap(j -> j.record().stream())
        .findFirst();
  }

  /** A day as later days are compared with it. */
  public Day day(String scopeCode, Series series, long day) {
    var row = DayTotals.from(store.day(scopeCode, day)).row(day);
    var value =
        new CountRange(
            row.get(Row.column(series, Bound.LOW)),
            row.get(Row.column(series, Bound.BEST)),
            row.get(Row.column(series, Bound.HIGH)));
    return new Day(day, value, groups(ledger.strikes(scopeCode, day), series.measure()));
  }

  /** Of the days before this one the one with the highest best above 0, the latest of equals. */
  public Optional<Day> heaviestBefore(String scopeCode, Series series, long day) {
    Day heaviest = null;
    for (var earlier : days.headSet(day)) {
      var candidate = day(scopeCode, series, earlier);
      var least = heaviest == null ? 1 : heaviest.value().best();
      if (candidate.value().best() >= least) {
        heaviest = candidate;
      }
    }
    return Optional.ofNullable(heaviest);
  }

  private static List<Group> groups(List<Contribution> strikes, Measure measure) {
    var bests = new TreeMap<String, List<Integer>>();
    var counts = new TreeMap<String, Integer>();
    for (var strike : strikes) {
      counts.merge(strike.group(), 1, Integer::sum);
      var known = bests.computeIfAbsent(strike.group(), group -> new ArrayList<>());
      var value = strike.of(measure);
      if (strike.dated() && value != null) {
        known.add(value.best());
      }
    }
    var groups = new ArrayList<Group>();
    bests.forEach(
        (lineage, known) -> {
          known.sort((a, b) -> Integer.compare(b, a));
          groups.add(new Group(lineage, counts.getOrDefault(lineage, 0), known));
        });
    groups.sort((a, b) -> Integer.compare(b.best(), a.best()));
    return groups;
  }
}
