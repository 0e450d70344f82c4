package org.marsad.processor.rules.heaviest;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.marsad.processor.rules.Form;

/**
 * The days of one scope as trees of maxima, 32 to a node, two levels, each over 1024 days: since
 * when was there no day like this one, whatever the order in which days come. A claim looks back a
 * year, so a search reads the maxima of one or two trees, and of the months those that can hold the
 * day. Days are days of the epoch, 0 or more.
 *
 * <p>It reads nodes as it needs them and writes the changed ones at {@link #flush()}. One tree
 * serves one report; it is not thread-safe.
 */
final class RecordTree {
  private static final int BITS = 5;
  private static final int SLOTS = 1 << BITS;
  private static final int LEVELS = 2;

  /** Days of one tree, as a power of two. */
  private static final int TREE_BITS = BITS * LEVELS;

  private static final Row NOTHING = new Row();
  private static final Node NO_ROWS = Node.withoutRows();
  private static final Form<Node> NODE = new Form<>(Node::toBytes, Node::from);

  private final String scopeCode;
  private final LedgerStore store;
  private final Map<Long, Node> loaded = new HashMap<>();

  /** Those of the loaded nodes that are copies to be written: the others are the store's. */
  private final Set<Long> changed = new HashSet<>();

  RecordTree(String scopeCode, LedgerStore store) {
    this.scopeCode = scopeCode;
    this.store = store;
  }

  /**
   * Asks the rows of two scopes for the same days. Where it is true of a day it must be true of the
   * maxima over any days that include it.
   */
  @FunctionalInterface
  interface PairTest {
    boolean test(Row row, Row other);
  }

  Row get(long day) {
    return row(0, day);
  }

  /** Replaces a day's row. */
  void set(long day, Row row) {
    var current = row;
    for (var level = 0; level < LEVELS; level++) {
      var position = day >> (BITS * level);
      var index = position >> BITS;
      if (node(level, index).rows[slot(position)].equals(current)) {
        return;
      }
      var node = nodeToChange(level, index);
      node.rows[slot(position)] = current;
      current = node.maximum();
    }
  }

  /** The latest day from {@code earliest} on and before {@code day} whose row passes the test. */
  OptionalLong latestBefore(long day, long earliest, Predicate<Row> test) {
    return latestBefore(this, day, earliest, (row, same) -> test.test(row));
  }

  /** The same, asked of the rows of two scopes together. */
  OptionalLong latestBefore(RecordTree other, long day, long earliest, PairTest test) {
    var from = Math.max(earliest, 0);
    for (var tree = (day - 1) >> TREE_BITS; from < day && tree >= from >> TREE_BITS; tree--) {
      var found = last(other, LEVELS - 1, tree, from, day - 1, test);
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalLong.empty();
  }

  /** The first day after {@code day} and at most {@code latest} whose row passes the test. */
  OptionalLong firstAfter(long day, long latest, Predicate<Row> test) {
    return firstAfter(this, day, latest, (row, same) -> test.test(row));
  }

  /** The same, asked of the rows of two scopes together. */
  OptionalLong firstAfter(RecordTree other, long day, long latest, PairTest test) {
    var from = day + 1;
    for (var tree = from >> TREE_BITS; from <= latest && tree <= latest >> TREE_BITS; tree++) {
      var found = first(other, LEVELS - 1, tree, from, latest, test);
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalLong.empty();
  }

  /** Writes what was changed. */
  void flush() {
    for (var key : changed) {
      var node = requireNonNull(loaded.get(key));
      store.put(keyOf(key), NODE, node.isEmpty() ? null : node);
    }
    changed.clear();
  }

  private OptionalLong last(
      RecordTree other, int level, long index, long from, long to, PairTest test) {
    var shift = BITS * level;
    for (var at = Math.min(to >> shift, lastOf(index)); at >= firstOf(index); at--) {
      if (at < from >> shift) {
        break;
      }
      if (test.test(row(level, at), other.row(level, at))) {
        var found = level == 0 ? OptionalLong.of(at) : last(other, level - 1, at, from, to, test);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return OptionalLong.empty();
  }

  private OptionalLong first(
      RecordTree other, int level, long index, long from, long to, PairTest test) {
    var shift = BITS * level;
    for (var at = Math.max(from >> shift, firstOf(index)); at <= lastOf(index); at++) {
      if (at > to >> shift) {
        break;
      }
      if (test.test(row(level, at), other.row(level, at))) {
        var found = level == 0 ? OptionalLong.of(at) : first(other, level - 1, at, from, to, test);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return OptionalLong.empty();
  }

  private Row row(int level, long position) {
    return node(level, position >> BITS).rows[slot(position)];
  }

  private Node node(int level, long index) {
    return loaded.computeIfAbsent(
        number(level, index), key -> requireNonNullElse(store.get(keyOf(key), NODE), NO_ROWS));
  }

  private Node nodeToChange(int level, long index) {
    var node = node(level, index);
    if (!changed.add(number(level, index))) {
      return node;
    }
    var copy = node.copy();
    loaded.put(number(level, index), copy);
    return copy;
  }

  private static long number(int level, long index) {
    return (index << 1) | level;
  }

  private String keyOf(long number) {
    return LedgerKeys.node(scopeCode, (int) (number & 1), number >> 1);
  }

  private static long firstOf(long index) {
    return index << BITS;
  }

  private static long lastOf(long index) {
    return firstOf(index) + SLOTS - 1;
  }

  private static int slot(long position) {
    return (int) (position & (SLOTS - 1));
  }

  /** Rows of 32 neighbouring days, or maxima of 32 neighbouring nodes. */
  private static final class Node {
    private final Row[] rows;

    private Node(Row[] rows) {
      this.rows = rows;
    }

    static Node withoutRows() {
      var rows = new Row[SLOTS];
      Arrays.fill(rows, NOTHING);
      return new Node(rows);
    }

    Node copy() {
      return new Node(rows.clone());
    }

    boolean isEmpty() {
      return Arrays.stream(rows).allMatch(Row::isEmpty);
    }

    Row maximum() {
      var maximum = new Row();
      for (var row : rows) {
        maximum.raiseTo(row);
      }
      return maximum;
    }

    /** Which slots are used, then for each the columns in use and their values: most are zero. */
    byte[] toBytes() {
      var out = new CompactWriter();
      var usedSlots = 0;
      for (var slot = 0; slot < SLOTS; slot++) {
        usedSlots |= rows[slot].isEmpty() ? 0 : 1 << slot;
      }
      out.number(Integer.toUnsignedLong(usedSlots));
      for (var row : rows) {
        if (!row.isEmpty()) {
          write(row, out);
        }
      }
      return out.toBytes();
    }

    static Node from(byte[] bytes) {
      var in = new CompactReader(bytes);
      var node = withoutRows();
      var usedSlots = (int) in.number();
      for (var slot = 0; slot < SLOTS; slot++) {
        if ((usedSlots & (1 << slot)) != 0) {
          node.rows[slot] = read(in);
        }
      }
      return node;
    }

    private static void write(Row row, CompactWriter out) {
      var usedColumns = 0;
      for (var column = 0; column < Row.WIDTH; column++) {
        usedColumns |= row.get(column) == 0 ? 0 : 1 << column;
      }
      out.number(usedColumns);
      for (var column = 0; column < Row.WIDTH; column++) {
        if (row.get(column) != 0) {
          out.bound(row.get(column));
        }
      }
    }

    private static Row read(CompactReader in) {
      var row = new Row();
      var usedColumns = (int) in.number();
      for (var column = 0; column < Row.WIDTH; column++) {
        if ((usedColumns & (1 << column)) != 0) {
          row.set(column, in.bound());
        }
      }
      return row;
    }
  }
}
