package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.heaviest.RecordLedger.Change;
import org.marsad.processor.rules.heaviest.RecordLedger.Heard;
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
   * @param reach the best, or that of a longer strike spread evenly over its days, if that is more:
   *     what likely days look back to
   * @param parts what the best is the largest of, the largest first
   */
  public record Day(long day, CountRange value, int reach, List<Part> parts) {
    public Day {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Strikes that count on one day and are added up with one another.
   *
   * @param source the source that reports them; empty for all finely placed ones
   * @param strikes how many, with or without the value
   * @param bests the values that make the sum, the largest first
   */
  public record Part(String source, int strikes, List<Integer> bests) {
    public Part {
      bests = List.copyOf(bests);
    }

    int best() {
      return bests.stream().mapToInt(Integer::intValue).sum();
    }
  }

  private static final String FINE = "";

  private final HeaviestInDaysRule rule;
  private final Book book;

  /** Here nothing is closed or forgotten. */
  private static final int FOR_EVER = Integer.MAX_VALUE;

  private final Claims claims;
  private final List<Contribution> strikes;
  private final TreeSet<Long> days = new TreeSet<>();

  /**
   * Counts.
   *
   * @param rule whose thresholds are asked
   * @param area its code
   * @param map of the area
   * @param strikes all standing strikes of the area and one reality
   * @param heard the days that the newest revision of each report touches, and those with a
   *     heartbeat
   */
  public ComparedDays(
      HeaviestInDaysRule rule,
      String area,
      AreaMap map,
      Collection<Contribution> strikes,
      Collection<Days> heard) {
    this.rule = rule;
    this.strikes = List.copyOf(strikes);
    for (var strike : strikes) {
      for (var day = strike.firstCounted(); day <= strike.lastDay(); day++) {
        days.add(day);
      }
    }
    var store = new MemoryLedger();
    new RecordLedger(rule, area, map, store, FOR_EVER, FOR_EVER)
        .apply(
            strikes.stream().map(strike -> new Change(strike.strikeId(), strike)).toList(),
            heard.stream().map(touched -> new Heard(null, touched)).toList(),
            days.isEmpty() ? 0 : days.last());
    book = new Book(area, map, store);
    claims = new Claims(rule, book);
  }

  /**
   * The record that a day or a strike is; empty where it is none.
   *
   * @param strikeId the strike, empty for a day
   */
  public Optional<RecordFacts> record(String scopeCode, Series series, long day, String strikeId) {
    if (series.scale() == Scale.DAY) {
      return claims.ofDay(scopeCode, series.measure(), day).map(claims::facts);
    }
    var strike = book.contribution(strikeId);
    return strike == null || !strike.dated() || strike.lastDay() != day
        ? Optional.empty()
        : claims
            .ofStrike(scopeCode, series.measure(), strike)
            .map(claim -> claims.facts(claim, strike));
  }

  /** A day as later days are compared with it. */
  public Day day(String scopeCode, Series series, long day) {
    var row = book.tree(scopeCode).get(day);
    var high = (long) row.get(series, Bound.HIGH);
    if (!book.isArea(scopeCode)) {
      var somewhere = book.tree(book.somewhere()).get(day).get(series, Bound.HIGH);
      high =
          series.scale() == Scale.DAY
              ? Claims.sum((int) high, somewhere)
              : Math.max(high, somewhere);
    }
    return new Day(
        day,
        new CountRange(
            row.get(series, Bound.LOW),
            row.get(series, Bound.BEST),
            (int) Math.min(high, CountRange.OPEN)),
        row.get(series, Bound.REACH),
        parts(scopeCode, series, day));
  }

  /**
   * Of the days before this one, since watching began, the one with the highest best above 0; the
   * latest of equals.
   */
  public Optional<Day> heaviestBefore(String scopeCode, Series series, long day) {
    Day heaviest = null;
    for (var earlier : days.subSet(book.watchedSince(day, rule.pauseDays()), day)) {
      var candidate = day(scopeCode, series, earlier);
      var least = heaviest == null ? 1 : heaviest.value().best();
      if (candidate.value().best() >= least) {
        heaviest = candidate;
      }
    }
    return Optional.ofNullable(heaviest);
  }

  private List<Part> parts(String scopeCode, Series series, long day) {
    var counted = Counted.of(series.measure());
    var bests = new TreeMap<String, List<Integer>>();
    var counts = new TreeMap<String, Integer>();
    for (var strike : strikes) {
      if (!strike.dated() || strike.lastDay() != day || !isIn(scopeCode, strike)) {
        continue;
      }
      var names = new TreeSet<>(strike.sources());
      if (strike.fine()) {
        names.add(FINE);
      }
      var value = strike.of(counted);
      for (var name : names) {
        counts.merge(name, 1, Integer::sum);
        var known = bests.computeIfAbsent(name, n -> new ArrayList<>());
        if (value != null) {
          known.add(value.best());
        }
      }
    }
    var parts = new ArrayList<Part>();
    bests.forEach(
        (name, known) -> {
          known.sort(Comparator.reverseOrder());
          parts.add(new Part(name, counts.getOrDefault(name, 0), known));
        });
    parts.sort(Comparator.comparingInt(Part::best).reversed().thenComparing(Part::source));
    return parts;
  }

  private boolean isIn(String scopeCode, Contribution strike) {
    return book.isArea(scopeCode) || scopeCode.equals(strike.neighbourhood());
  }
}
