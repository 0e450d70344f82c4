package org.marsad.processor.rules.heaviest;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.heaviest.Row.Bound;

/**
 * A day or a strike heavier than any for days, in one scope.
 *
 * @param minDays it must be the heaviest in at least so many days, 1 or more
 * @param dayFloors floors for a day's total
 * @param strikeFloors floors for one strike
 */
public record HeaviestInDaysRule(int minDays, Floors dayFloors, Floors strikeFloors) {
  /** Which bound of a day looks back to which bound of earlier days. */
  private enum LookBack {
    LIKELY(Bound.BEST, Bound.BEST),
    CERTAIN(Bound.LOW, Bound.HIGH),
    POSSIBLE(Bound.HIGH, Bound.LOW);

    private final Bound from;
    private final Bound to;

    LookBack(Bound from, Bound to) {
      this.from = from;
      this.to = to;
    }
  }

  public HeaviestInDaysRule {
    if (minDays < 1) {
      throw new IllegalArgumentException("min-days: " + minDays + " (expected: >= 1)");
    }
  }

  /**
   * Judges one day in one series.
   *
   * @param tree the scope's days
   * @param totals of that day
   * @param day local day, as a day of the epoch
   * @param began first day of the scope's records, at most {@code day}
   */
  public Optional<RecordFacts> judge(
      RecordTree tree, DayTotals totals, Series series, long day, long began) {
    var value = totals.value(series);
    if (value.best() < floor(series)) {
      return Optional.empty();
    }
    var likely = latest(tree, series, LookBack.LIKELY.to, day, value.best(), began);
    var likelyDays = days(day, likely, began);
    if (likelyDays < minDays) {
      return Optional.empty();
    }
    return Optional.of(
        new RecordFacts(
            series,
            day,
            value,
            likelyDays,
            days(day, latest(tree, series, LookBack.CERTAIN.to, day, value.low(), began), began),
            days(day, latest(tree, series, LookBack.POSSIBLE.to, day, value.high(), began), began),
            likely.isEmpty(),
            began,
            totals.unreported(series.measure()),
            strikeOf(totals, series),
            minDays,
            floor(series)));
  }

  /**
   * The later days whose verdict or facts can change when a day goes from one row to another: those
   * that look back to it over lower days.
   *
   * @param from the day
   * @param before its row before
   * @param after its row now
   */
  SortedSet<Long> laterDays(RecordTree tree, Series series, long from, Row before, Row after) {
    var days = new TreeSet<Long>();
    for (var look : LookBack.values()) {
      var looking = Row.column(series, look.from);
      var reached = Row.column(series, look.to);
      var ceiling = Math.max(before.get(reached), after.get(reached));
      var running = 0;
      var next = tree.firstAfter(looking, from, running);
      while (next.isPresent() && running < ceiling) {
        var row = tree.get(next.getAsLong());
        if (row.get(Row.column(series, Bound.BEST)) >= floor(series)) {
          days.add(next.getAsLong());
        }
        running = Math.max(running, row.get(reached));
        next = tree.firstAfter(looking, next.getAsLong(), running);
      }
    }
    return days;
  }

  /** All days that can be records: each tells when the records began. */
  SortedSet<Long> daysAboveFloor(RecordTree tree, Series series) {
    var days = new TreeSet<Long>();
    var best = Row.column(series, Bound.BEST);
    var next = tree.firstAfter(best, RecordTree.BEGINNING, floor(series) - 1);
    while (next.isPresent()) {
      days.add(next.getAsLong());
      next = tree.firstAfter(best, next.getAsLong(), floor(series) - 1);
    }
    return days;
  }

  private int floor(Series series) {
    return (series.scale() == Scale.DAY ? dayFloors : strikeFloors).of(series.measure());
  }

  /** Every watched day reaches 0, also one without a strike. */
  private static OptionalLong latest(
      RecordTree tree, Series series, Bound bound, long day, int atLeast, long began) {
    if (atLeast == 0) {
      return day > began ? OptionalLong.of(day - 1) : OptionalLong.empty();
    }
    return tree.latestBefore(Row.column(series, bound), day, atLeast);
  }

  /** Never more days than were watched: a strike of several days can reach back beyond them. */
  private static int days(long day, OptionalLong latest, long began) {
    return (int) (day - Math.max(latest.orElse(began), began));
  }

  private static String strikeOf(DayTotals totals, Series series) {
    var strike = series.scale() == Scale.STRIKE ? totals.heaviestStrike(series.measure()) : null;
    return strike == null ? "" : strike;
  }
}
