package org.marsad.producer.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A token bucket for each source: as many entries a minute as configured, and as many at once. Safe
 * for use by many threads.
 */
final class RateLimit {
  private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets = new HashMap<>();

  /**
   * A limit.
   *
   * @param perMinute entries that a source may send, at least 1
   * @param nanoTime a clock that never goes back, nanoseconds
   */
  RateLimit(int perMinute, LongSupplier nanoTime) {
    if (perMinute < 1) {
      throw new IllegalArgumentException("perMinute: " + perMinute + " (expected: > 0)");
    }
    this.perMinute = perMinute;
    this.nanoTime = nanoTime;
  }

  private record Bucket(double entries, long at) {}

  /**
   * Takes some entries of a source; where there are not enough, none, and how long until there are.
   *
   * @param entries how many, at most as many as a minute allows
   */
  synchronized Optional<Duration> take(String source, int entries) {
    var now = nanoTime.getAsLong();
    var bucket = buckets.getOrDefault(source, new Bucket(perMinute, now));
    var gained = (now - bucket.at()) / NANOS_PER_MINUTE * perMinute;
    var left = Math.min(perMinute, bucket.entries() + gained);
    if (left < entries) {
      buckets.put(source, new Bucket(left, now));
      return Optional.of(
          Duration.ofNanos((long) Math.ceil((entries - left) / perMinute * NANOS_PER_MINUTE)));
    }
    buckets.put(source, new Bucket(left - entries, now));
    return Optional.empty();
  }
}
