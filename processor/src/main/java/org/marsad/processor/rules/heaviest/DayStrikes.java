package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.heaviest.Entry.Kind;
import org.marsad.processor.rules.heaviest.Row.Bound;

/**
 * The strikes of one scope's day in their order. They lie in leaves of some twenty, each with the
 * highest bounds of its strikes in an index, so that a question about 640 strikes reads one or two
 * leaves. The index is kept with the day, each leaf is a part of its own.
 */
final class DayStrikes {
  /** A leaf that grows beyond this is split. */
  static final int LEAF = 24;

  private final LedgerStore parts;
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Leaf> emptied = new ArrayList<>();
  private int nextNumber;

  /**
   * None yet.
   *
   * @param parts of the day
   */
  DayStrikes(LedgerStore parts) {
    this.parts = parts;
  }

  void add(Entry entry) {
    if (leaves.isEmpty()) {
      leaves.add(new Leaf(nextNumber++, entry.position()));
    }
    var at = leafOf(entry.position());
    var leaf = leaves.get(at);
    var entries = leaf.entries();
    var slot = 0;
    while (slot < entries.size() && entries.get(slot).position().isBefore(entry.position())) {
      slot++;
    }
    if (slot == LEAF && at == leaves.size() - 1) { // most strikes come in order: keep leaves full
      leaf = new Leaf(nextNumber++, entry.position());
      leaves.add(leaf);
      slot = 0;
    }
    leaf.entries().add(slot, entry);
    leaf.changed();
    if (leaf.entries().size() > LEAF) {
      leaves.add(leaves.indexOf(leaf) + 1, leaf.split(nextNumber++));
    }
  }

  /** Takes a strike away; false where it is not there, because the day was forgotten since. */
  boolean remove(Entry entry) {
    if (leaves.isEmpty()) {
      return false;
    }
    var leaf = leaves.get(leafOf(entry.position()));
    if (!leaf.entries().removeIf(other -> other.position().equals(entry.position()))) {
      return false;
    }
    leaf.changed();
    if (leaf.entries().isEmpty()) {
      leaves.remove(leaf);
      emptied.add(leaf);
    }
    return true;
  }

  boolean isEmpty() {
    return leaves.isEmpty();
  }

  /** The highest bound of any kind of strike, 0 where there is none. */
  int highest(Measure measure, Bound bound) {
    var highest = 0;
    for (var kind : Kind.values()) {
      highest = Math.max(highest, highest(kind, measure, bound));
    }
    return highest;
  }

  /** The highest bound of a kind of strike, {@link Maxima#NONE} where there is none. */
  int highest(Kind kind, Measure measure, Bound bound) {
    return highest(kind, measure, bound, Position.FIRST, Position.LAST);
  }

  /** When the newest of all reports was taken in, milliseconds since the epoch. */
  long newestReceivedAt() {
    return leaves.stream().mapToLong(leaf -> leaf.newestReceivedAt).max().orElse(Long.MIN_VALUE);
  }

  /** The ids of the last strikes, the latest first. */
  List<String> last(int most) {
    var ids = new ArrayList<String>();
    for (var at = leaves.size() - 1; at >= 0; at--) {
      var entries = leaves.get(at).entries();
      for (var slot = entries.size() - 1; slot >= 0 && ids.size() < most; slot--) {
        ids.add(entries.get(slot).strikeId());
      }
      if (ids.size() == most) {
        break;
      }
    }
    return ids;
  }

  void forEach(Consumer<Entry> action) {
    leaves.forEach(leaf -> leaf.entries().forEach(action));
  }

  /**
   * The strikes that were the heaviest of their day when they fell, by one measure, and maybe some
   * that were not.
   *
   * @param floor least best value of interest, 1 or more
   * @param since of the timed ones that start before it some may be left out
   */
  List<Entry> heaviestWhenTheyFell(Measure measure, int floor, Position since) {
    var heaviest = new ArrayList<Entry>();
    var running = floor - 1;
    for (var kind : List.of(Kind.TIMED, Kind.UNTIMED)) {
      for (var at = 0; at < leaves.size(); at++) {
        var leaf = leaves.get(at);
        var most = leaf.maxima.get(kind, measure, Bound.BEST);
        if (most > running && kind == Kind.TIMED && !since.isBefore(end(at))) {
          running = most;
        }
        if (most <= running) {
          continue;
        }
        for (var entry : leaf.entries()) {
          if (entry.kind() == kind && entry.value(measure).best() > running) {
            heaviest.add(entry);
            running = entry.value(measure).best();
          }
        }
      }
    }
    return heaviest;
  }

  /** Whether an earlier strike of the day was as heavy by its best. */
  boolean hasEarlierAsHeavy(Entry strike, Measure measure) {
    var best = strike.value(measure).best();
    if (strike.kind() == Kind.UNTIMED && highest(Kind.TIMED, measure, Bound.BEST) >= best) {
      return true;
    }
    return highest(strike.kind(), measure, Bound.BEST, Position.FIRST, strike.position()) >= best
        || isHeavierAtTheSameTime(strike, measure);
  }

  /**
   * Whether an earlier strike of the day may have been as heavy: its high reaches the low. The
   * strike itself need not be one of these.
   */
  boolean hasEarlierPerhapsAsHeavy(Entry strike, Measure measure) {
    var low = strike.value(measure).low();
    if (highest(Kind.LONG, measure, Bound.HIGH) >= low) {
      return true;
    }
    if (strike.kind() == Kind.TIMED && highest(Kind.UNTIMED, measure, Bound.HIGH) >= low) {
      return true;
    }
    var start = Position.startOf(strike.position().from());
    var best = strike.value(measure).best();
    return highest(strike.kind(), measure, Bound.HIGH, Position.FIRST, start) >= low
        || highest(strike.kind(), measure, Bound.BEST, start, strike.position()) >= best
        || isHeavierAtTheSameTime(strike, measure);
  }

  /** Of strikes with one start the heavier comes first, though its reports' ids are larger. */
  private boolean isHeavierAtTheSameTime(Entry strike, Measure measure) {
    var end = Position.endOf(strike.position().from());
    return highest(strike.kind(), measure, Bound.BEST, strike.position().next(), end)
        > strike.value(measure).best();
  }

  /** The highest bound of the strikes of a kind from one position to before another. */
  private int highest(Kind kind, Measure measure, Bound bound, Position from, Position until) {
    var highest = Maxima.NONE;
    for (var at = 0; at < leaves.size(); at++) {
      var leaf = leaves.get(at);
      var next = end(at);
      var within = leaf.maxima.get(kind, measure, bound);
      if (within <= highest || next.compareTo(from) <= 0 || leaf.first.compareTo(until) >= 0) {
        continue;
      }
      if (leaf.first.isBefore(from) || until.isBefore(next)) {
        for (var entry : leaf.entries()) {
          if (entry.kind() == kind
              && !entry.position().isBefore(from)
              && entry.position().isBefore(until)) {
            highest = Math.max(highest, Maxima.of(entry, measure, bound));
          }
        }
      } else {
        highest = within;
      }
    }
    return highest;
  }

  /** Before which all strikes of a leaf lie. */
  private Position end(int leaf) {
    return leaf + 1 < leaves.size() ? leaves.get(leaf + 1).first : Position.LAST;
  }

  /** The last leaf that does not begin after the position; the first where all do. */
  private int leafOf(Position position) {
    var at = leaves.size() - 1;
    while (at > 0 && position.isBefore(leaves.get(at).first)) {
      at--;
    }
    return at;
  }

  void writeIndex(CompactWriter out) {
    out.number(nextNumber).number(leaves.size());
    leaves.forEach(leaf -> leaf.writeIndex(out));
  }

  void readIndex(CompactReader in) {
    nextNumber = in.count();
    for (var left = in.count(); left > 0; left--) {
      leaves.add(
          new Leaf(in.count(), new Position(in.signed(), in.text()), in.signed(), Maxima.read(in)));
    }
  }

  /** Writes the leaves that were changed. */
  void flush() {
    emptied.forEach(leaf -> parts.put(LedgerKeys.strikes(leaf.number), null));
    emptied.clear();
    leaves.forEach(Leaf::flush);
  }

  /** Removes all leaves. */
  void clear() {
    emptied.addAll(leaves);
    leaves.clear();
  }

  private final class Leaf {
    private final int number;
    private Position first;
    private long newestReceivedAt;
    private Maxima maxima;
    private @Nullable List<Entry> entries;
    private boolean isChanged;

    /** A new one. */
    Leaf(int number, Position first) {
      this(number, first, Long.MIN_VALUE, new Maxima());
      entries = new ArrayList<>();
    }

    /** One whose strikes are in the parts. */
    Leaf(int number, Position first, long newestReceivedAt, Maxima maxima) {
      this.number = number;
      this.first = first;
      this.newestReceivedAt = newestReceivedAt;
      this.maxima = maxima;
    }

    List<Entry> entries() {
      if (entries == null) {
        entries = new ArrayList<>();
        var bytes = parts.get(LedgerKeys.strikes(number));
        if (bytes != null) {
          var in = new CompactReader(bytes);
          for (var left = in.count(); left > 0; left--) {
            entries.add(Entry.read(in));
          }
        }
      }
      return entries;
    }

    void changed() {
      isChanged = true;
      maxima = new Maxima();
      newestReceivedAt = Long.MIN_VALUE;
      for (var entry : entries()) {
        maxima.raiseTo(entry);
        newestReceivedAt = Math.max(newestReceivedAt, entry.newestReceivedAt());
      }
      if (!entries().isEmpty()) {
        first = entries().get(0).position();
      }
    }

    /** Moves the later half into a leaf of its own. */
    Leaf split(int newNumber) {
      var later = entries().subList(entries().size() / 2, entries().size());
      var leaf = new Leaf(newNumber, later.get(0).position());
      leaf.entries().addAll(later);
      leaf.changed();
      later.clear();
      changed();
      return leaf;
    }

    void writeIndex(CompactWriter out) {
      out.number(number).signed(first.from()).text(first.firstReport());
      out.signed(newestReceivedAt);
      maxima.write(out);
    }

    void flush() {
      if (isChanged) {
        var out = new CompactWriter().number(entries().size());
        entries().forEach(entry -> entry.write(out));
        parts.put(LedgerKeys.strikes(number), out.toBytes());
        isChanged = false;
      }
    }
  }
}
