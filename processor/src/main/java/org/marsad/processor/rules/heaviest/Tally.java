package org.marsad.processor.rules.heaviest;

import java.util.TreeMap;

/** How often each value above 0 occurs, so that the largest is known when one goes. */
final class Tally {
  private final TreeMap<Long, Integer> times = new TreeMap<>();

  /** Replaces one value by another; 0 is none. */
  void replace(long before, long now) {
    if (before != now) {
      add(before, -1);
      add(now, 1);
    }
  }

  /** The largest value, 0 where there is none. */
  long largest() {
    return times.isEmpty() ? 0 : times.lastKey();
  }

  private void add(long value, int sign) {
    if (value > 0) {
      times.merge(value, sign, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  void write(CompactWriter out) {
    out.number(times.size());
    times.forEach((value, count) -> out.number(value).number(count));
  }

  static Tally read(CompactReader in) {
    var tally = new Tally();
    for (var left = in.count(); left > 0; left--) {
      tally.times.put(in.number(), in.count());
    }
    return tally;
  }
}
