package org.marsad.standalone.records;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Low, best and high.
 *
 * @param high null where it is open-ended
 */
record Count(long low, long best, @Nullable Long high) {
  static final Count NOTHING = new Count(0, 0, 0L);

  /** What a strike adds that nobody counted. */
  static final Count OPEN = new Count(0, 0, null);

  /** What a strike adds that landed, though nobody counted how often. */
  static final Count LANDED = new Count(1, 1, null);

  /** As a line of JSON has it; null where the field is absent: not reported. */
  static @Nullable Count read(JsonNode message, String field) {
    var range = message.path(field);
    if (range.isMissingNode()) {
      return null;
    }
    return new Count(
        range.get("low").asLong(),
        range.get("best").asLong(),
        range.has("high") ? Long.valueOf(range.get("high").asLong()) : null);
  }

  Count plus(Count other) {
    return new Count(
        low + other.low,
        best + other.best,
        high == null || other.high == null ? null : Long.valueOf(high + other.high));
  }

  boolean highReaches(long value) {
    return high == null || high >= value;
  }

  boolean lowReachesHighOf(Count other) {
    return other.high != null && low >= other.high;
  }
}
