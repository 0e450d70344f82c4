package org.marsad.processor.rules.heaviest;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Form;

/**
 * Who watched an area, day by day. A day is heard of when the newest revision of a report touches
 * it, when a heartbeat falls on it, or when the area's profile says that watching began then.
 */
final class Watching implements HeardDays {
  /** Days of which one value tells whether anybody was heard of. */
  private static final int STRETCH = 1024;

  /** Days of which one value counts the reports. */
  private static final int MONTH = 32;

  private static final Form<BitSet> HEARD = new Form<>(BitSet::toByteArray, BitSet::valueOf);
  private static final Form<Month> MONTHS = new Form<>(Month::toBytes, Month::from);

  private final LedgerStore store;
  private final @Nullable Long began;
  private final Map<Long, BitSet> stretches = new TreeMap<>();
  private final Map<Long, BitSet> stretchesBefore = new TreeMap<>();
  private final Map<Long, Month> months = new TreeMap<>();

  /** Those of the months that are copies to be written: the others are the store's. */
  private final Set<Long> changedMonths = new TreeSet<>();

  private final TreeSet<Long> changed = new TreeSet<>();
  private final HeardDays now = new View(false);

  Watching(LedgerStore store, @Nullable LocalDate began) {
    this.store = store;
    this.began = began == null ? null : began.toEpochDay();
  }

  /** A report touches these days, or does so no more. */
  void count(Days days, int sign) {
    for (var day = days.first(); day <= days.last(); day++) {
      var month = monthToChange(day);
      var slot = (int) (day % MONTH);
      month.reports[slot] = Math.max(0, month.reports[slot] + sign);
      set(day, month.isHeard(slot));
    }
  }

  /** A heartbeat falls on the day. */
  void heartbeat(long day) {
    if (isHeard(day) && month(day).hasHeartbeat((int) (day % MONTH))) {
      return;
    }
    monthToChange(day).heartbeats |= 1 << (int) (day % MONTH);
    set(day, true);
  }

  /** Forgets who was heard of on a day. */
  void forget(long day) {
    var month = monthToChange(day);
    month.reports[(int) (day % MONTH)] = 0;
    month.heartbeats &= ~(1 << (int) (day % MONTH));
    set(day, false);
  }

  /** The days of which it was changed here whether anybody was heard of. */
  SortedSet<Long> changed() {
    return Collections.unmodifiableSortedSet(changed);
  }

  /** The days as they were before the changes. */
  HeardDays before() {
    return new View(true);
  }

  @Override
  public boolean isHeard(long day) {
    return now.isHeard(day);
  }

  @Override
  public OptionalLong heardBefore(long day, long earliest) {
    return now.heardBefore(day, earliest);
  }

  @Override
  public OptionalLong heardAfter(long day, long latest) {
    return now.heardAfter(day, latest);
  }

  void flush() {
    for (var stretch : stretchesBefore.keySet()) {
      var bits = stretch(stretch);
      store.put(LedgerKeys.heard(stretch), HEARD, bits.isEmpty() ? null : bits);
    }
    stretchesBefore.clear();
    changed.clear();
    for (var number : changedMonths) {
      var month = requireNonNull(months.get(number));
      store.put(LedgerKeys.heardBy(number), MONTHS, month.isEmpty() ? null : month);
    }
    changedMonths.clear();
  }

  private void set(long day, boolean heard) {
    var number = day / STRETCH;
    var bits = stretch(number);
    var slot = (int) (day % STRETCH);
    if (bits.get(slot) != heard) {
      setIn(number, slot, heard);
      if (!changed.remove(day)) { // there and back again is no change
        changed.add(day);
      }
    }
  }

  /** What the store has is left as it is, and is what there was before. */
  private void setIn(long stretch, int slot, boolean heard) {
    var bits = stretch(stretch);
    if (stretchesBefore.putIfAbsent(stretch, bits) == null) {
      bits = (BitSet) bits.clone();
      stretches.put(stretch, bits);
    }
    bits.set(slot, heard);
  }

  private BitSet stretch(long number) {
    return stretches.computeIfAbsent(
        number, n -> requireNonNullElseGet(store.get(LedgerKeys.heard(n), HEARD), BitSet::new));
  }

  private Month month(long day) {
    return months.computeIfAbsent(
        day / MONTH,
        n -> requireNonNullElseGet(store.get(LedgerKeys.heardBy(n), MONTHS), Month::new));
  }

  private Month monthToChange(long day) {
    var month = month(day);
    if (changedMonths.add(day / MONTH)) {
      month = month.copy();
      months.put(day / MONTH, month);
    }
    return month;
  }

  /** The days now, or as they were before. */
  private final class View implements HeardDays {
    private final boolean before;

    View(boolean before) {
      this.before = before;
    }

    @Override
    public boolean isHeard(long day) {
      return isWithin(day, day) || bits(day / STRETCH).get((int) (day % STRETCH));
    }

    @Override
    public OptionalLong heardBefore(long day, long earliest) {
      var found = isWithin(earliest, day - 1) ? requireNonNull(began) : -1;
      for (var to = day - 1; to >= Math.max(earliest, 0); to = to / STRETCH * STRETCH - 1) {
        var slot = bits(to / STRETCH).previousSetBit((int) (to % STRETCH));
        if (slot >= 0) {
          found = Math.max(found, to / STRETCH * STRETCH + slot);
          break;
        }
      }
      return found < earliest || found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    @Override
    public OptionalLong heardAfter(long day, long latest) {
      var found = isWithin(day + 1, latest) ? requireNonNull(began) : Long.MAX_VALUE;
      for (var from = day + 1; from <= latest; from = (from / STRETCH + 1) * STRETCH) {
        var slot = bits(from / STRETCH).nextSetBit((int) (from % STRETCH));
        if (slot >= 0) {
          found = Math.min(found, from / STRETCH * STRETCH + slot);
          break;
        }
      }
      return found > latest ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private boolean isWithin(long from, long to) {
      return began != null && from <= began && began <= to;
    }

    private BitSet bits(long number) {
      var earlier = before ? stretchesBefore.get(number) : null;
      return earlier == null ? stretch(number) : earlier;
    }
  }

  /** Of each of 32 days how many reports touch it, and whether a heartbeat falls on it. */
  private static final class Month {
    private final int[] reports = new int[MONTH];
    private int heartbeats;

    Month copy() {
      var copy = new Month();
      System.arraycopy(reports, 0, copy.reports, 0, MONTH);
      copy.heartbeats = heartbeats;
      return copy;
    }

    boolean isEmpty() {
      return heartbeats == 0 && Arrays.stream(reports).allMatch(count -> count == 0);
    }

    boolean isHeard(int slot) {
      return reports[slot] > 0 || hasHeartbeat(slot);
    }

    boolean hasHeartbeat(int slot) {
      return (heartbeats & (1 << slot)) != 0;
    }

    byte[] toBytes() {
      var out = new CompactWriter().number(Integer.toUnsignedLong(heartbeats));
      for (var count : reports) {
        out.number(count);
      }
      return out.toBytes();
    }

    static Month from(byte[] bytes) {
      var month = new Month();
      var in = new CompactReader(bytes);
      month.heartbeats = (int) in.number();
      for (var slot = 0; slot < MONTH; slot++) {
        month.reports[slot] = in.count();
      }
      return month;
    }
  }
}
