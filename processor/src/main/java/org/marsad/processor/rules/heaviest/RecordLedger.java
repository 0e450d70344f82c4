package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.Scope;

/**
 * The records of one area and its neighbourhoods. Strikes come, change and go in any order; each
 * change is worked into the days that it touches, and every verdict that it can alter is judged
 * anew, later records too.
 *
 * <p>Cost of a change: O(log n) in the days of history, times the days that it touches and the
 * later days that look back to them. A strike before all others moves the beginning of the records,
 * which every record tells: that costs O(log n) for each day above a floor, and can happen at most
 * once for each day of history. One ledger serves one report.
 */
@SuppressWarnings("EnumOrdinal") // positions in a list of the measures
public final class RecordLedger {
  /**
   * A strike before and after.
   *
   * @param before null where it is new
   * @param after null where it is gone
   */
  public record Change(@Nullable Contribution before, @Nullable Contribution after) {}

  /**
   * A judged subject.
   *
   * @param scope where it is counted
   * @param scopeCode code of the area or neighbourhood
   * @param series of what
   * @param day local day, as a day of the epoch
   * @param strikeId the strike, empty for a day's total
   * @param canHaveBeen false where it certainly never was a record before
   * @param record the record that it is, empty where it is none
   */
  public record Judged(
      Scope scope,
      String scopeCode,
      Series series,
      long day,
      String strikeId,
      boolean canHaveBeen,
      Optional<RecordFacts> record) {}

  private record Cell(String scopeCode, long day) {}

  private static final Comparator<Cell> CELLS =
      Comparator.comparing(Cell::scopeCode).thenComparingLong(Cell::day);

  private final HeaviestInDaysRule rule;
  private final String area;
  private final AreaMap map;
  private final LedgerStore store;
  private final Map<String, RecordTree> trees = new HashMap<>();
  private final Map<Cell, DayTotals> totals = new TreeMap<>(CELLS);
  private final Set<Cell> changedDays = new TreeSet<>(CELLS);
  private final Map<Long, List<Contribution>> strikesOfDays = new HashMap<>();

  public RecordLedger(HeaviestInDaysRule rule, String area, AreaMap map, LedgerStore store) {
    this.rule = rule;
    this.area = area;
    this.map = map;
    this.store = store;
  }

  /** Works the changes in and judges what they can alter, in the order of scope, day and series. */
  public List<Judged> apply(List<Change> changes) {
    var beganBefore = began();
    var touched = new TreeSet<>(CELLS);
    var weakened = new HashSet<Cell>();
    for (var change : changes) {
      if (change.before() != null) {
        var cells = cells(change.before());
        touched.addAll(cells);
        weakened.addAll(cells);
      }
      if (change.after() != null) {
        touched.addAll(cells(change.after()));
      }
    }
    var heaviestBefore = new HashMap<Cell, List<String>>();
    for (var cell : touched) {
      heaviestBefore.put(cell, heaviest(totals(cell)));
    }
    changedDays.addAll(touched);
    changes.forEach(change -> book(change, weakened));
    weakened.forEach(this::findHeaviest);

    var subjects = new TreeMap<Cell, Set<Series>>(CELLS);
    for (var cell : touched) {
      subjects.put(cell, Set.of(Series.values()));
    }
    for (var cell : touched) {
      var tree = tree(cell.scopeCode());
      var before = tree.get(cell.day());
      var after = totals(cell).row(cell.day());
      if (!before.equals(after)) {
        tree.set(cell.day(), after);
        for (var series : Series.values()) {
          addAll(subjects, cell.scopeCode(), series, later(tree, series, cell, before, after));
        }
      }
    }
    var began = began();
    if (!began.equals(beganBefore)) {
      var all = new TreeSet<>(store.scopes());
      touched.forEach(cell -> all.add(cell.scopeCode()));
      for (var scope : all) {
        for (var series : Series.values()) {
          addAll(subjects, scope, series, rule.daysAboveFloor(tree(scope), series));
        }
      }
    }
    var judged = new ArrayList<Judged>();
    subjects.forEach(
        (cell, series) ->
            series.stream().sorted().forEach(s -> judge(cell, s, began, heaviestBefore, judged)));
    save();
    return judged;
  }

  /** The strikes that touch a day in a scope, by strike id. */
  public List<Contribution> strikes(String scopeCode, long day) {
    return strikesOfDays.computeIfAbsent(day, store::strikes).stream()
        .filter(s -> scopeCode.equals(area) || scopeCode.equals(s.neighbourhood()))
        .toList();
  }

  private void book(Change change, Set<Cell> weakened) {
    var before = change.before();
    if (before != null) {
      cells(before).forEach(cell -> totals(cell).add(before, cell.day(), -1));
      for (var day = before.firstDay(); day <= before.lastDay(); day++) {
        store.removeStrike(day, before.strikeId());
        strikesOfDays.remove(day);
      }
    }
    var after = change.after();
    if (after != null) {
      for (var cell : cells(after)) {
        totals(cell).add(after, cell.day(), 1);
        if (!weakened.contains(cell)) {
          totals(cell).offer(after);
        }
      }
      for (var day = after.firstDay(); day <= after.lastDay(); day++) {
        store.putStrike(day, after);
        strikesOfDays.remove(day);
      }
    }
  }

  /** Where a strike was changed or taken away, any other may now be the heaviest. */
  private void findHeaviest(Cell cell) {
    var day = totals(cell);
    day.forgetHeaviest();
    strikes(cell.scopeCode(), cell.day()).forEach(day::offer);
  }

  private void judge(
      Cell cell,
      Series series,
      Optional<Long> began,
      Map<Cell, List<String>> heaviestBefore,
      List<Judged> judged) {
    var day = totals(cell);
    var record =
        rule.judge(tree(cell.scopeCode()), day, series, cell.day(), began.orElse(cell.day()));
    var canHaveBeen = canHaveBeen(cell, series);
    if (record.isPresent() && !day.wasRecord(series)) {
      day.rememberRecord(series);
      changedDays.add(cell);
    }
    if (series.scale() == Scale.DAY) {
      judged.add(judged(cell, series, "", canHaveBeen, record));
      return;
    }
    var heaviest = day.heaviestStrike(series.measure());
    var before = heaviestBefore.getOrDefault(cell, List.of());
    var formerly = before.isEmpty() ? "" : before.get(series.measure().ordinal());
    if (!formerly.isEmpty() && !isHeaviest(formerly, cell.scopeCode(), series.measure())) {
      judged.add(judged(cell, series, formerly, canHaveBeen, Optional.empty()));
    }
    if (heaviest != null) {
      judged.add(judged(cell, series, heaviest, canHaveBeen, record));
    }
  }

  private Judged judged(
      Cell cell,
      Series series,
      String strikeId,
      boolean canHaveBeen,
      Optional<RecordFacts> record) {
    var scope = cell.scopeCode().equals(area) ? Scope.AREA : Scope.NEIGHBOURHOOD;
    return new Judged(scope, cell.scopeCode(), series, cell.day(), strikeId, canHaveBeen, record);
  }

  /** A strike can have been one on a day from which this change moved it away. */
  private boolean canHaveBeen(Cell cell, Series series) {
    return series.scale() == Scale.DAY
        ? totals(cell).wasRecord(series)
        : totals.entrySet().stream()
            .filter(day -> day.getKey().scopeCode().equals(cell.scopeCode()))
            .anyMatch(day -> day.getValue().wasRecord(series));
  }

  /** On that day still, or on another to which it was moved: that day's verdict is the strike's. */
  private boolean isHeaviest(String strikeId, String scopeCode, Measure measure) {
    return totals.entrySet().stream()
        .filter(day -> day.getKey().scopeCode().equals(scopeCode))
        .anyMatch(day -> strikeId.equals(day.getValue().heaviestStrike(measure)));
  }

  private SortedSet<Long> later(RecordTree tree, Series series, Cell cell, Row before, Row after) {
    return rule.laterDays(tree, series, cell.day(), before, after);
  }

  private static void addAll(
      Map<Cell, Set<Series>> subjects, String scope, Series series, Set<Long> days) {
    for (var day : days) {
      subjects.merge(
          new Cell(scope, day),
          Set.of(series),
          (a, b) -> {
            var both = new TreeSet<>(a);
            both.addAll(b);
            return both;
          });
    }
  }

  private void save() {
    trees.values().forEach(RecordTree::flush);
    for (var cell : changedDays) {
      var day = totals(cell);
      store.putDay(cell.scopeCode(), cell.day(), day.isEmpty() ? null : day.toBytes());
    }
  }

  /** First day of the area's records: configured, or the end of the earliest strike. */
  private Optional<Long> began() {
    var first = tree(area).firstWatched();
    var configured = map.recordsBegan();
    if (configured == null) {
      return first.isPresent() ? Optional.of(first.getAsLong()) : Optional.empty();
    }
    return Optional.of(Math.min(first.orElse(Long.MAX_VALUE), configured.toEpochDay()));
  }

  private List<Cell> cells(Contribution strike) {
    var cells = new ArrayList<Cell>();
    for (var day = strike.firstDay(); day <= strike.lastDay(); day++) {
      cells.add(new Cell(area, day));
      if (strike.neighbourhood() != null) {
        cells.add(new Cell(strike.neighbourhood(), day));
      }
    }
    return cells;
  }

  private static List<String> heaviest(DayTotals day) {
    var strikes = new ArrayList<String>();
    for (var measure : Measure.values()) {
      var strike = day.heaviestStrike(measure);
      strikes.add(strike == null ? "" : strike);
    }
    return strikes;
  }

  private RecordTree tree(String scopeCode) {
    return trees.computeIfAbsent(scopeCode, code -> new RecordTree(code, store));
  }

  private DayTotals totals(Cell cell) {
    return totals.computeIfAbsent(cell, c -> DayTotals.from(store.day(c.scopeCode(), c.day())));
  }
}
