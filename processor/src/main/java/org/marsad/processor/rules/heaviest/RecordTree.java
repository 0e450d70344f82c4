package org.marsad.processor.rules.heaviest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntPredicate;

/**
 * The days of one scope as a tree of maxima, 32 to a node, four levels: since when was there no day
 * like this one, in O(log n) of the days, whatever the order in which they come. Days are days of
 * the epoch, 1 to 2²⁰.
 *
 * <p>It reads nodes as it needs them and writes the changed ones at {@link #flush()}. One tree
 * serves one report; it is not thread-safe.
 */
public final class RecordTree {
  private static final int BITS = 5;
  private static final int SLOTS = 1 << BITS;
  private static final int LEVELS = 4;

  /** As many days as it has room for. */
  static final int DAYS = 1 << (BITS * LEVELS);

  /** A day before all days: nothing is reported of 1 January 1970. */
  static final long BEGINNING = 0;

  /** The level whose one node covers all days. */
  public static final int TOP = LEVELS - 1;

  private final String scopeCode;
  private final NodeStore store;
  private final Map<Long, Node> loaded = new HashMap<>();

  public RecordTree(String scopeCode, NodeStore store) {
    this.scopeCode = scopeCode;
    this.store = store;
  }

  /** Replaces a day's row. */
  void set(long day, Row row) {
    var current = row;
    for (var level = 0; level < LEVELS; level++) {
      var position = day >> (BITS * level);
      var node = node(level, position >> BITS);
      if (node.rows[slot(position)].equals(current)) {
        return;
      }
      node.rows[slot(position)] = current;
      node.changed = true;
      current = node.maximum();
    }
  }

  /** The latest day before this one whose value in the column reaches {@code atLeast} ≥ 1. */
  OptionalLong latestBefore(int column, long day, int atLeast) {
    for (var level = 0; level < LEVELS; level++) {
      var position = day >> (BITS * level);
      var node = node(level, position >> BITS);
      for (var slot = slot(position) - 1; slot >= 0; slot--) {
        if (node.rows[slot].get(column) >= atLeast) {
          return OptionalLong.of(
              descend(level, sibling(position, slot), column, v -> v >= atLeast, false));
        }
      }
    }
    return OptionalLong.empty();
  }

  /** The first day after this one whose value in the column is above {@code limit} ≥ 0. */
  OptionalLong firstAfter(int column, long day, int limit) {
    for (var level = 0; level < LEVELS; level++) {
      var position = day >> (BITS * level);
      var node = node(level, position >> BITS);
      for (var slot = slot(position) + 1; slot < SLOTS; slot++) {
        if (node.rows[slot].get(column) > limit) {
          return OptionalLong.of(
              descend(level, sibling(position, slot), column, v -> v > limit, true));
        }
      }
    }
    return OptionalLong.empty();
  }

  /** The day from which there are records, told by the top node alone. */
  public OptionalLong firstWatched() {
    var earliest = node(TOP, 0).maximum().get(Row.WATCHED);
    return earliest == 0 ? OptionalLong.empty() : OptionalLong.of(DAYS - earliest);
  }

  Row get(long day) {
    return node(0, day >> BITS).rows[slot(day)];
  }

  /** Writes what was changed. */
  public void flush() {
    loaded.forEach(
        (key, node) -> {
          if (node.changed) {
            store.put(scopeCode, (int) (key & 3), key >> 2, node.toBytes());
            node.changed = false;
          }
        });
  }

  private long descend(int level, long position, int column, IntPredicate fits, boolean earliest) {
    var at = position;
    for (var below = level - 1; below >= 0; below--) {
      var node = node(below, at);
      var slot = earliest ? 0 : SLOTS - 1;
      while (!fits.test(node.rows[slot].get(column))) {
        slot += earliest ? 1 : -1;
      }
      at = (at << BITS) | slot;
    }
    return at;
  }

  private Node node(int level, long index) {
    return loaded.computeIfAbsent(
        index << 2 | level,
        key -> {
          var bytes = store.get(scopeCode, level, index);
          return bytes == null ? new Node() : Node.from(bytes);
        });
  }

  private static int slot(long position) {
    return (int) (position & (SLOTS - 1));
  }

  private static long sibling(long position, int slot) {
    return (position & -SLOTS) | slot;
  }

  /** Rows of 32 neighbouring days, or maxima of 32 neighbouring nodes. */
  private static final class Node {
    private final Row[] rows = new Row[SLOTS];
    private boolean changed;

    Node() {
      Arrays.fill(rows, new Row());
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
      var buffer = ByteBuffer.allocate(Integer.BYTES * (1 + SLOTS * (1 + Row.WIDTH)));
      var usedSlots = 0;
      buffer.putInt(0);
      for (var slot = 0; slot < SLOTS; slot++) {
        var usedColumns = 0;
        for (var column = 0; column < Row.WIDTH; column++) {
          usedColumns |= rows[slot].get(column) == 0 ? 0 : 1 << column;
        }
        if (usedColumns != 0) {
          usedSlots |= 1 << slot;
          buffer.putInt(usedColumns);
          for (var column = 0; column < Row.WIDTH; column++) {
            if ((usedColumns & 1 << column) != 0) {
              buffer.putInt(rows[slot].get(column));
            }
          }
        }
      }
      buffer.putInt(0, usedSlots);
      return Arrays.copyOf(buffer.array(), buffer.position());
    }

    static Node from(byte[] bytes) {
      var node = new Node();
      var buffer = ByteBuffer.wrap(bytes);
      var usedSlots = buffer.getInt();
      for (var slot = 0; slot < SLOTS; slot++) {
        if ((usedSlots & 1 << slot) != 0) {
          var row = new Row();
          var usedColumns = buffer.getInt();
          for (var column = 0; column < Row.WIDTH; column++) {
            if ((usedColumns & 1 << column) != 0) {
              row.set(column, buffer.getInt());
            }
          }
          node.rows[slot] = row;
        }
      }
      return node;
    }
  }
}
