package org.marsad.processor.rules;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A count as a range, in order: {@code 0 <= low <= best <= high}.
 *
 * @param low least
 * @param best best estimate
 * @param high most; {@link #OPEN} where the source said "at least"
 */
public record CountRange(int low, int best, int high) {
  /** No upper bound is known. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** Nothing at all: the start of a sum. */
  public static final CountRange ZERO = new CountRange(0, 0, 0);

  public CountRange {
    if (low < 0 || low > best || best > high) {
      throw new IllegalArgumentException(
          "range: %d–%d–%d (expected: 0 <= low <= best <= high)".formatted(low, best, high));
    }
  }

  /** Exactly n. */
  public static CountRange of(int n) {
    return new CountRange(n, n, n);
  }

  /** The sum, bound by bound; open-ended if either is. Sums saturate below {@link #OPEN}. */
  public CountRange plus(CountRange other) {
    return new CountRange(
        add(low, other.low),
        add(best, other.best),
        high == OPEN || other.high == OPEN ? OPEN : add(high, other.high));
  }

  /** The sum of what is known: the one that is known where the other is absent. */
  public static @Nullable CountRange sumOfKnown(@Nullable CountRange a, @Nullable CountRange b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : a.plus(b);
  }

  /**
   * What several groups come to that may count the same: low and best of the largest group, high of
   * all together.
   */
  public static CountRange ofGroups(Collection<CountRange> groups) {
    var low = 0;
    var best = 0;
    var all = ZERO;
    for (var group : groups) {
      low = Math.max(low, group.low);
      best = Math.max(best, group.best);
      all = all.plus(group);
    }
    return new CountRange(low, best, all.high);
  }

  private static int add(int a, int b) {
    return (int) Math.min((long) a + b, OPEN - 1L);
  }
}
