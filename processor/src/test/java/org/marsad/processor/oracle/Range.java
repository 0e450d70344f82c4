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
  static final Range NOTHING = of(0, 0, 0);
  static final Range ONE = of(1, 1, 1);

  static Range of(long low, long best, long high) {
    return new Range(low, best, high);
  }

  /** As a message has it, sorted where it is out of order. */
  static @Nullable Range from(@Nullable CountRange message) {
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
    return of(sorted.get(0), sorted.get(1), sorted.get(2));
  }

  Range plus(Range other) {
    return new Range(
        low + other.low,
        best + other.best,
        high == null || other.high == null ? null : Long.valueOf(high + other.high));
  }

  /** Whether the high reaches the value. */
  boolean highReaches(long value) {
    return high == null || high >= value;
  }
}
