package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.CountRange;

/**
 * What is booked of one area, read as it is needed and written at {@link #flush()}: its days and
 * those of its neighbourhoods, the trees over them, and who watched.
 */
final class Book {
  /** A day of a scope. */
  record Cell(String scopeCode, long day) {
    static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::scopeCode).thenComparingLong(Cell::day);
  }

  private final String area;
  private final LedgerStore store;
  private final Watching watching;
  private final Map<String, RecordTree> trees = new TreeMap<>();
  private final Map<Cell, ScopeDay> days = new TreeMap<>(Cell.ORDER);
  private final Map<String, Optional<Contribution>> contributions = new TreeMap<>();
  private final Set<String> changed = new TreeSet<>();
  private final Map<Long, DayRecords> records = new TreeMap<>();
  private final Map<Long, Long> watchedSince = new HashMap<>();
  private final ChangedDays changedDays = new ChangedDays(this);

  Book(String area, AreaMap map, LedgerStore store) {
    this.area = area;
    this.store = store;
    watching = new Watching(store, map.recordsBegan());
  }

  String area() {
    return area;
  }

  /** The scope of the strikes of which nobody knows in which neighbourhood they were. */
  String somewhere() {
    return area + "/?";
  }

  boolean isArea(String scopeCode) {
    return scopeCode.equals(area);
  }

  boolean isSomewhere(String scopeCode) {
    return scopeCode.equals(somewhere());
  }

  Watching watching() {
    return watching;
  }

  /** First day that somebody was heard of after the latest pause before a day. */
  long watchedSince(long day, int pauseDays) {
    return watchedSince.computeIfAbsent(day, d -> watching.watchedSince(d, pauseDays));
  }

  RecordTree tree(String scopeCode) {
    return trees.computeIfAbsent(scopeCode, code -> new RecordTree(code, store));
  }

  ScopeDay day(String scopeCode, long day) {
    return days.computeIfAbsent(
        new Cell(scopeCode, day), cell -> new ScopeDay(cell.scopeCode(), cell.day(), store));
  }

  /** A day's total as its records are judged by it: with what may have happened in the scope. */
  CountRange value(String scopeCode, long day, Counted counted) {
    var value = day(scopeCode, day).totals().value(counted);
    return isArea(scopeCode) ? value : value.plus(day(somewhere(), day).totals().highOnly(counted));
  }

  /** The days that changed since they were taken. */
  ChangedDays changedDays() {
    return changedDays;
  }

  DayRecords records(long day) {
    return records.computeIfAbsent(day, d -> DayRecords.of(d, store));
  }

  /** What a strike adds, null where it is not booked. */
  @Nullable Contribution contribution(String strikeId) {
    return contributions
        .computeIfAbsent(
            strikeId,
            id -> Optional.ofNullable(store.get(LedgerKeys.contribution(id), Contribution.FORM)))
        .orElse(null);
  }

  /** The days on which a strike counts, or which it touches for longer, in each of its scopes. */
  List<Cell> cells(Contribution strike) {
    var cells = new ArrayList<Cell>();
    var neighbourhood = strike.neighbourhood();
    for (var day = strike.firstCounted(); day <= strike.lastDay(); day++) {
      cells.add(new Cell(area, day));
      cells.add(new Cell(neighbourhood == null ? somewhere() : neighbourhood, day));
    }
    return cells;
  }

  void add(Contribution strike) {
    cells(strike).forEach(cell -> day(cell.scopeCode(), cell.day()).add(strike));
  }

  void remove(Contribution strike) {
    cells(strike).forEach(cell -> day(cell.scopeCode(), cell.day()).remove(strike));
  }

  /** Keeps what a strike adds now in place of what it added before. */
  void replace(String strikeId, @Nullable Contribution now) {
    contributions.put(strikeId, Optional.ofNullable(now));
    changed.add(strikeId);
  }

  /** Counts a day of a scope anew in its tree. */
  void refreshRow(Cell cell) {
    tree(cell.scopeCode()).set(cell.day(), day(cell.scopeCode(), cell.day()).row());
    changedDays.add(cell);
    if (isArea(cell.scopeCode())) {
      mark(cell.day());
    }
  }

  /** Marks in the area's tree whether a day has records, and whether anything is kept of it. */
  void mark(long day) {
    var row = tree(area).get(day).copy();
    var hasRecords = !records(day).isEmpty();
    var isKept = hasRecords || row.get(Row.PRESENT) > 0 || watching.isHeard(day);
    row.set(Row.RECORDS, hasRecords ? 1 : 0);
    row.set(Row.KEPT, isKept ? 1 : 0);
    tree(area).set(day, row);
  }

  /** A report touches these days, or does so no more. */
  void count(Days days, int sign) {
    watching.count(days, sign);
    watchedSince.clear();
  }

  /** A heartbeat falls on the day. */
  void heartbeat(long day) {
    watching.heartbeat(day);
    watchedSince.clear();
  }

  /**
   * Forgets days of the area and its neighbourhoods, the oldest first.
   *
   * @param horizon the first day to be kept
   * @param most how many at most
   * @return how many it forgot
   */
  int forgetBefore(long horizon, int most) {
    var bytes = store.get(LedgerKeys.SWEPT);
    var sweptBefore = bytes == null ? 0 : new CompactReader(bytes).number();
    var forgotten = 0;
    var swept = sweptBefore;
    while (swept < horizon && forgotten < most) {
      var oldest = tree(area).firstAfter(swept - 1, horizon - 1, row -> row.get(Row.KEPT) > 0);
      if (oldest.isPresent()) {
        forget(oldest.getAsLong());
        forgotten++;
      }
      swept = oldest.isPresent() ? oldest.getAsLong() + 1 : horizon;
    }
    if (swept != sweptBefore) {
      store.put(LedgerKeys.SWEPT, new CompactWriter().number(swept).toBytes());
    }
    return forgotten;
  }

  private void forget(long day) {
    var scopes = new ArrayList<>(day(area, day).totals().neighbourhoods().keySet());
    scopes.add(area);
    scopes.add(somewhere());
    for (var scope : scopes) {
      day(scope, day).forget();
      days.remove(new Cell(scope, day));
      tree(scope).set(day, new Row());
      changedDays.add(new Cell(scope, day));
    }
    records(day).clear();
    watching.forget(day);
  }

  /** Writes what was changed. */
  void flush() {
    trees.values().forEach(RecordTree::flush);
    days.values().forEach(ScopeDay::flush);
    for (var strikeId : changed) {
      store.put(LedgerKeys.contribution(strikeId), Contribution.FORM, contribution(strikeId));
    }
    changed.clear();
    records.forEach((day, standing) -> standing.flush(store, day));
    watching.flush();
  }
}
