package org.marsad.processor.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Form;

/**
 * The values of one concern in an {@link AreaBook}, decoded. A value must not be changed once it
 * was handed over: who wants another puts another.
 *
 * @param <V> the value
 */
public class Shelf<V> {
  private final AreaBook book;
  private final byte mark;
  private final Form<V> form;
  private final Map<Bytes, Leaf<V>> leaves = new HashMap<>();

  /**
   * A shelf.
   *
   * @param mark tells its keys from those of others
   */
  Shelf(AreaBook book, char mark, Form<V> form) {
    this.book = book;
    this.mark = (byte) mark;
    this.form = form;
  }

  /** The value of a key; null where there is none. */
  public @Nullable V get(Bytes key) {
    return leaf(key).value;
  }

  /** Gives a key a value; what it had need not be known for that. */
  public void put(Bytes key, V value) {
    book.change(toChange(key), value);
  }

  /** Takes a key's value away. */
  public void delete(Bytes key) {
    book.change(toChange(key), null);
  }

  private Leaf<V> leaf(Bytes key) {
    var known = known(key);
    return known == null ? keep(key, isAbsent(key) ? null : book.read(stored(key))) : known;
  }

  private Leaf<V> toChange(Bytes key) {
    book.refuseOutsideOfARecord(key);
    var known = known(key);
    if (known != null) {
      return known;
    }
    var leaf = keep(key, null);
    leaf.isUnread = !isAbsent(key);
    return leaf;
  }

  private @Nullable Leaf<V> known(Bytes key) {
    var known = leaves.get(key);
    if (known != null) {
      book.touched(known);
    }
    return known;
  }

  /** Whether it is known, without a look, that a key has no value. */
  boolean isAbsent(Bytes key) {
    return false;
  }

  boolean isInMemory(Bytes key) {
    return leaves.containsKey(key);
  }

  Leaf<V> keep(Bytes key, byte @Nullable [] bytes) {
    var leaf = new Leaf<>(this, key, bytes == null ? null : form.read().apply(bytes));
    leaf.size = Leaf.sizeOf(key, bytes);
    leaves.put(key, leaf);
    book.add(leaf);
    return leaf;
  }

  byte[] written(V value) {
    return form.write().apply(value);
  }

  /** The key under which the book's store keeps it. */
  Bytes stored(Bytes key) {
    var bytes = new byte[key.get().length + 1];
    bytes[0] = mark;
    System.arraycopy(key.get(), 0, bytes, 1, key.get().length);
    return Bytes.wrap(bytes);
  }

  /** Forgets a leaf that is written. */
  void forget(Leaf<V> leaf) {
    leaves.remove(leaf.key);
  }

  /** Forgets all. */
  void clear() {
    leaves.clear();
  }

  AreaBook book() {
    return book;
  }

  /**
   * A shelf whose values are also found in the order of their keys.
   *
   * @param <V> the value
   */
  public static final class InOrder<V> extends Shelf<V> {
    /** Read at once where the store is asked. */
    private static final int CHUNK = 32;

    private final NavigableMap<Bytes, Leaf<V>> inOrder = new TreeMap<>();
    private final Stretches known = new Stretches();

    InOrder(AreaBook book, char mark, Form<V> form) {
      super(book, mark, form);
    }

    /** The values from one key to another, both included, as long as they are wanted. */
    public void range(Bytes from, Bytes to, BiPredicate<Bytes, V> goOn) {
      range(from, from, to, goOn);
    }

    /**
     * The same, where most questions are about the first of many: what lies before {@code from} is
     * read along, so that the next question, which begins there, finds it known.
     *
     * @param first no later than {@code from}
     */
    public void range(Bytes first, Bytes from, Bytes to, BiPredicate<Bytes, V> goOn) {
      var end = Stretches.after(to);
      var start = from;
      while (start.compareTo(end) < 0) {
        var knownUntil = known.endOf(start);
        var until = knownUntil == null ? read(first, start, end) : least(knownUntil, end);
        for (var leaf : standing(start, until)) {
          book().touched(leaf);
          var value = leaf.value;
          if (value != null && !goOn.test(leaf.key, value)) {
            return;
          }
        }
        start = until;
      }
    }

    /** All values. */
    public void all(BiPredicate<Bytes, V> goOn) {
      range(Bytes.wrap(new byte[0]), Bytes.wrap(new byte[] {(byte) 0xff}), goOn);
    }

    private List<Leaf<V>> standing(Bytes from, Bytes end) {
      var standing = new ArrayList<Leaf<V>>();
      for (var leaf : inOrder.subMap(from, true, end, false).values()) {
        if (leaf.value != null) {
          standing.add(leaf);
        }
      }
      return standing;
    }

    /** Reads what is asked for, and what lies before it where there is hardly anything. */
    private Bytes read(Bytes first, Bytes from, Bytes end) {
      if (first.compareTo(from) < 0 && !isAnyBefore(first, from)) {
        var until = read(first, end);
        if (until.compareTo(from) > 0) {
          return until;
        }
      }
      return read(from, end);
    }

    private boolean isAnyBefore(Bytes first, Bytes from) {
      var next = inOrder.ceilingKey(first);
      return next != null && next.compareTo(from) < 0;
    }

    /** Reads the next ones into memory; tells up to where. */
    private Bytes read(Bytes from, Bytes end) {
      var until = end;
      var left = CHUNK;
      try (var range = book().range(stored(from), stored(end))) {
        while (range.hasNext()) {
          var entry = range.next();
          var key = Bytes.wrap(Arrays.copyOfRange(entry.key.get(), 1, entry.key.get().length));
          if (key.compareTo(end) >= 0) {
            break;
          }
          if (left-- == 0) {
            until = key;
            break;
          }
          if (!isInMemory(key)) {
            keep(key, entry.value);
          }
        }
      }
      known.add(from, until);
      return until;
    }

    private static Bytes least(Bytes one, Bytes other) {
      return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    Leaf<V> keep(Bytes key, byte @Nullable [] bytes) {
      var leaf = super.keep(key, bytes);
      inOrder.put(key, leaf);
      return leaf;
    }

    @Override
    boolean isAbsent(Bytes key) {
      return known.endOf(key) != null;
    }

    @Override
    void forget(Leaf<V> leaf) {
      super.forget(leaf);
      inOrder.remove(leaf.key);
      known.cut(leaf.key);
    }

    @Override
    void clear() {
      super.clear();
      inOrder.clear();
      known.clear();
    }
  }
}
