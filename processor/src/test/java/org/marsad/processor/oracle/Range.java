package org.marsad.processor.oracle;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;

/**
 * Low, best and high.
 *
 * @param high null where it is open-ended
 */
public record Range(long low, long best, @Nullable Long high) {
  static final Range NOT_COUNTED = new Range(0, 0, null);
  static final Range LANDED = new Range(1, 1, null);

  /** As a message has it, sorted where it is out of order. */
  public static @Nullable Range from(@Nullable CountRange message) {
    if (message == null) {
      return null;
    }
    if (message.getHigh() == null) {
      return new Range(
          Math.min(message.getLow(), message.getBest()),
          Math.max(message.getLow(), message.getBest()),
          null);
    }
    var sorted =
        Stream.of(message.getLow(), message.getBest(), message.getHigh()).sorted().toList();
    return new Range(sorted.get(0), sorted.get(1), sorted.get(2).longValue());
  }

  Range plus(Range other) {
    return new Range(
        low + other.low,
        best + other.best,
        high == null || other.high == null ? null : Long.valueOf(high + other.high));
  }

  /** The same, and nobody knows how many more. */
  Range orMore() {
    return new Range(low, best, null);
  }

  /** Whether the high reaches the value. An open one reaches everything. */
  boolean highReaches(long value) {
    return high == null || high >= value;
  }

  /** Whether the low reaches the high of another, which an open one never lets happen. */
  boolean lowReachesHighOf(Range other) {
    return other.high != null && low >= other.high;
  }

  @Override
  public String toString() {
    return low + "-" + best + "-" + (high == null ? "open" : high);
  }
}
