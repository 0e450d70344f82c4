package org.marsad.processor.state;

import java.util.Arrays;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of keys of which all is in memory: what is not found there is nowhere. Each has its
 * first key and the first one after it.
 */
final class Stretches {
  /** Beyond so many all are forgotten: what they cover is read again. */
  private static final int MOST = 20_000;

  private final TreeMap<Bytes, Bytes> ends = new TreeMap<>();

  /** The end of the stretch that a key lies in; null where it lies in none. */
  @Nullable Bytes endOf(Bytes key) {
    var stretch = ends.floorEntry(key);
    return stretch != null && stretch.getValue().compareTo(key) > 0 ? stretch.getValue() : null;
  }

  /** From now on all from one key to before another is in memory. */
  void add(Bytes from, Bytes end) {
    var first = from;
    var last = end;
    var before = ends.floorEntry(from);
    if (before != null && before.getValue().compareTo(from) >= 0) {
      first = before.getKey();
    }
    for (var met = ends.ceilingEntry(first);
        met != null && met.getKey().compareTo(last) <= 0;
        met = ends.ceilingEntry(first)) {
      last = met.getValue().compareTo(last) > 0 ? met.getValue() : last;
      ends.remove(met.getKey());
    }
    if (ends.size() >= MOST) {
      ends.clear();
    }
    ends.put(first, last);
  }

  /** A key is not in memory any more. */
  void cut(Bytes key) {
    var stretch = ends.floorEntry(key);
    if (stretch != null && stretch.getValue().compareTo(key) > 0) {
      ends.remove(stretch.getKey());
      if (stretch.getKey().compareTo(key) < 0) {
        ends.put(stretch.getKey(), key);
      }
      var next = after(key);
      if (next.compareTo(stretch.getValue()) < 0) {
        ends.put(next, stretch.getValue());
      }
    }
  }

  void clear() {
    ends.clear();
  }

  /** The very next key after one. */
  static Bytes after(Bytes key) {
    return Bytes.wrap(Arrays.copyOf(key.get(), key.get().length + 1));
  }
}
