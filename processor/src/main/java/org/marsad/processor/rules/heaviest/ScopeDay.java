package org.marsad.processor.rules.heaviest;

import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.heaviest.Entry.Kind;
import org.marsad.processor.rules.heaviest.Row.Bound;

/** One local day of one scope: its running sums, its strikes in order, and who reports them. */
final class ScopeDay {
  private final String key;
  private final LedgerStore store;
  private final Pocket parts;
  private final DayTotals totals;
  private final DayStrikes strikes;
  private final DaySources sources;
  private boolean isChanged;

  ScopeDay(String scopeCode, long day, LedgerStore store) {
    this.key = LedgerKeys.day(scopeCode, day);
    this.store = store;
    parts = new Pocket(scopeCode, day, store);
    strikes = new DayStrikes(parts);
    sources = new DaySources(parts);
    var bytes = store.get(key);
    if (bytes == null) {
      totals = new DayTotals();
    } else {
      var in = new CompactReader(bytes);
      totals = DayTotals.read(in);
      strikes.readIndex(in);
      parts.read(in);
    }
  }

  void add(Contribution strike) {
    totals.add(strike, sources, 1);
    strikes.add(Entry.of(strike));
    isChanged = true;
  }

  void remove(Contribution strike) {
    if (strikes.remove(Entry.of(strike))) {
      totals.add(strike, sources, -1);
      isChanged = true;
    }
  }

  boolean isEmpty() {
    return totals.isEmpty();
  }

  DayTotals totals() {
    return totals;
  }

  DayStrikes strikes() {
    return strikes;
  }

  /** The day as others are compared with it. */
  Row row() {
    var row = new Row();
    for (var series : Series.values()) {
      for (var bound : Bound.values()) {
        row.set(
            series,
            bound,
            series.scale() == Scale.DAY
                ? ofDay(series.measure(), bound)
                : strikes.highest(series.measure(), bound));
      }
    }
    row.set(Row.PRESENT, isEmpty() ? 0 : 1);
    return row;
  }

  private int ofDay(Measure measure, Bound bound) {
    var value = value(measure);
    return switch (bound) {
      case LOW -> value.low();
      case BEST -> value.best();
      case REACH -> Math.max(value.best(), strikes.highest(Kind.LONG, measure, Bound.REACH));
      case HIGH -> value.high();
    };
  }

  private CountRange value(Measure measure) {
    return totals.value(Counted.of(measure));
  }

  /** Removes the day with all that belongs to it. */
  void forget() {
    strikes.clear();
    strikes.flush();
    sources.clear();
    store.put(key, null);
    isChanged = false;
  }

  /** Writes what was changed. */
  void flush() {
    if (!isChanged) {
      return;
    }
    isChanged = false;
    strikes.flush();
    sources.flush();
    if (isEmpty()) {
      store.put(key, null);
      return;
    }
    var out = new CompactWriter();
    totals.write(out);
    strikes.writeIndex(out);
    parts.write(out);
    store.put(key, out.toBytes());
  }
}
