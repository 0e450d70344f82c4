package org.marsad.processor.rules.heaviest;

import static org.marsad.processor.rules.heaviest.HeaviestInDaysRule.LOOK_BACK_DAYS;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.heaviest.Book.Cell;
import org.marsad.processor.rules.heaviest.Row.Bound;

/**
 * The strikes and days of which a change of history can change the verdict: these, and maybe some
 * more. A strike or day looks back to the latest earlier one that reaches it, so a change is seen
 * by those later ones between which and itself nothing reaches as high.
 */
final class Affected {
  private final HeaviestInDaysRule rule;
  private final Book book;

  /** The days to be judged, with the scopes in which they are to be asked anew. */
  private final TreeMap<Long, Set<String>> days = new TreeMap<>();

  /** The strikes to be judged, by the day on which they count. */
  private final Map<Long, Set<String>> strikes = new TreeMap<>();

  Affected(HeaviestInDaysRule rule, Book book) {
    this.rule = rule;
    this.book = book;
  }

  NavigableMap<Long, Set<String>> days() {
    return days;
  }

  Map<Long, Set<String>> strikes() {
    return strikes;
  }

  /** The day, in one of its scopes. What happened somewhere changes no claim's existence. */
  void addDay(Cell cell) {
    var scopes = days.computeIfAbsent(cell.day(), d -> new TreeSet<>());
    if (!book.isSomewhere(cell.scopeCode())) {
      scopes.add(cell.scopeCode());
    }
  }

  void addStrike(long day, String strikeId) {
    strikes.computeIfAbsent(day, d -> new TreeSet<>()).add(strikeId);
  }

  /** Strikes of the day, as far as one that was changed can be earlier. */
  void addStrikesAfter(Cell cell, List<Entry> changed) {
    if (!changed.isEmpty()) {
      addStrikes(
          cell,
          Entry.earliestConcerned(changed),
          strike -> changed.stream().anyMatch(other -> other.canConcern(strike)));
    }
  }

  /** Later days and strikes, when a day of a scope goes from one row to another. */
  void addLater(Cell cell, Row before, Row now) {
    var later = book.tree(book.area()).firstAfter(cell.day(), latest(cell), Affected::isPresent);
    if (before.equals(now) || later.isEmpty()) {
      return;
    }
    if (book.isSomewhere(cell.scopeCode())) {
      addLaterOfNeighbourhoods(cell);
      return;
    }
    for (var series : Series.values()) {
      for (var look : Look.values()) {
        if (before.get(series, look.to()) != now.get(series, look.to())) {
          addLooking(
              look,
              series,
              cell,
              Math.max(before.get(series, look.to()), now.get(series, look.to())));
        }
      }
    }
    if (before.get(Row.PRESENT) != now.get(Row.PRESENT)) {
      next(cell, cell.day(), Affected::isPresent)
          .ifPresent(day -> addStrikes(new Cell(cell.scopeCode(), day)));
    }
  }

  /** Days and strikes for which watching began on another day now. */
  void addWatched() {
    var watching = book.watching();
    var before = watching.before();
    var tree = book.tree(book.area());
    for (var flipped : watching.changed()) {
      // what lies behind a pause does not see it; else the first day heard of after it may begin
      var pause = flipped + rule.pauseDays() + 1;
      var begins =
          Math.max(
              watching.heardAfter(flipped, pause).orElse(flipped),
              before.heardAfter(flipped, pause).orElse(flipped));
      var latest = begins + LOOK_BACK_DAYS;
      var day = tree.firstAfter(flipped, latest, this::canBeRecord);
      while (day.isPresent()) {
        var horizon = day.getAsLong() - LOOK_BACK_DAYS - 1;
        var then = before.watchedSince(day.getAsLong(), rule.pauseDays());
        var now = book.watchedSince(day.getAsLong(), rule.pauseDays());
        if (Math.max(then, horizon) != Math.max(now, horizon)) {
          addAll(day.getAsLong());
        }
        day = tree.firstAfter(day.getAsLong(), latest, this::canBeRecord);
      }
    }
  }

  private void addAll(long day) {
    var scopes = new TreeSet<>(book.day(book.area(), day).totals().neighbourhoods().keySet());
    scopes.add(book.area());
    for (var scope : scopes) {
      addDay(new Cell(scope, day));
      addStrikes(new Cell(scope, day));
    }
  }

  /** What is above a floor in a neighbourhood is so in the area. */
  private boolean canBeRecord(Row row) {
    for (var series : Series.values()) {
      if (row.get(series, Bound.BEST) >= rule.floor(series)) {
        return true;
      }
    }
    return false;
  }

  /** Those that a day's value, or its value before, is the latest to reach. */
  private void addLooking(Look look, Series series, Cell cell, int highest) {
    var ceiling = look == Look.CERTAIN ? withSomewhere(cell, series, highest) : highest;
    var floor = rule.floor(series);
    var running = look == Look.LIKELY ? floor - 1 : 0;
    var day = OptionalLong.of(cell.day());
    while (running < ceiling) {
      var above = running;
      day = nextLooking(look, series, cell, day.getAsLong(), above);
      if (day.isEmpty()) {
        return;
      }
      add(series, new Cell(cell.scopeCode(), day.getAsLong()));
      var row = book.tree(cell.scopeCode()).get(day.getAsLong());
      running = Math.max(running, row.get(series, look.to()));
    }
  }

  private OptionalLong nextLooking(Look look, Series series, Cell cell, long day, int above) {
    var floor = rule.floor(series);
    var isTotalHigh = look == Look.POSSIBLE && series.scale() == Scale.DAY;
    if (!isTotalHigh || book.isArea(cell.scopeCode())) {
      return next(
          cell,
          day,
          row -> row.get(series, Bound.BEST) >= floor && row.get(series, look.from()) > above);
    }
    return book.tree(cell.scopeCode())
        .firstAfter(
            book.tree(book.somewhere()),
            day,
            latest(cell),
            (row, somewhere) ->
                row.get(series, Bound.BEST) >= floor
                    && Claims.sum(row.get(series, Bound.HIGH), somewhere.get(series, Bound.HIGH))
                        > above);
  }

  /** A neighbourhood's day may have been as heavy as all that happened there or somewhere. */
  private long withSomewhere(Cell cell, Series series, int high) {
    return book.isArea(cell.scopeCode()) || series.scale() == Scale.STRIKE
        ? high
        : Claims.sum(high, book.tree(book.somewhere()).get(cell.day()).get(series, Bound.HIGH));
  }

  /**
   * Standing records that look back to what happened somewhere, up to where any number may have.
   */
  private void addLaterOfNeighbourhoods(Cell cell) {
    var latest = cell.day();
    for (var series : Series.values()) {
      var open = next(cell, cell.day(), row -> row.get(series, Bound.HIGH) == CountRange.OPEN);
      latest = Math.max(latest, open.orElse(latest(cell)));
    }
    var tree = book.tree(book.area());
    var day = tree.firstAfter(cell.day(), latest, row -> row.get(Row.RECORDS) > 0);
    while (day.isPresent()) {
      var later = new Cell(book.somewhere(), day.getAsLong());
      addDay(later);
      addStrikes(later);
      day = tree.firstAfter(day.getAsLong(), latest, row -> row.get(Row.RECORDS) > 0);
    }
  }

  private void add(Series series, Cell cell) {
    if (series.scale() == Scale.DAY) {
      addDay(cell);
    } else {
      addStrikes(cell);
    }
  }

  /** Strikes of a day that are records or can become so. */
  private void addStrikes(Cell cell) {
    addStrikes(cell, Position.FIRST, strike -> true);
  }

  private void addStrikes(Cell cell, Position since, Predicate<Entry> filter) {
    for (var strike : book.records(cell.day()).strikes()) {
      if (isIn(cell.scopeCode(), strike.neighbourhood()) && filter.test(strike.entry())) {
        addStrike(cell.day(), strike.entry().strikeId());
      }
    }
    if (book.isSomewhere(cell.scopeCode())) {
      return;
    }
    for (var measure : Measure.values()) {
      book
          .day(cell.scopeCode(), cell.day())
          .strikes()
          .heaviestWhenTheyFell(measure, rule.strikeFloors().of(measure), since)
          .stream()
          .filter(filter)
          .forEach(strike -> addStrike(cell.day(), strike.strikeId()));
    }
  }

  /** Whether it is compared in a scope; what happened somewhere concerns all neighbourhoods. */
  private boolean isIn(String scopeCode, @Nullable String neighbourhood) {
    return book.isArea(scopeCode)
        || (book.isSomewhere(scopeCode) ? neighbourhood != null : scopeCode.equals(neighbourhood));
  }

  private OptionalLong next(Cell cell, long day, Predicate<Row> test) {
    return book.tree(cell.scopeCode()).firstAfter(day, latest(cell), test);
  }

  /** The last day whose claims look back to a day. */
  private static long latest(Cell cell) {
    return cell.day() + LOOK_BACK_DAYS;
  }

  private static boolean isPresent(Row row) {
    return row.get(Row.PRESENT) > 0;
  }
}
