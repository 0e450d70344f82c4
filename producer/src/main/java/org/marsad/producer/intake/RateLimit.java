package org.marsad.producer.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A token bucket for each source: as many requests a minute as configured, and as many at once.
 * Safe for use by many threads.
 */
final class RateLimit {
  private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets = new HashMap<>();

  /**
   * A limit.
   *
   * @param perMinute requests that a source may make, at least 1
   * @param nanoTime a clock that never goes back, nanoseconds
   */
  RateLimit(int perMinute, LongSupplier nanoTime) {
    if (perMinute < 1) {
      throw new IllegalArgumentException("perMinute: " + perMinute + " (expected: > 0)");
    }
    this.perMinute = perMinute;
    this.nanoTime = nanoTime;
  }

  private record Bucket(double requests, long at) {}

  /** Takes one request of a source; where there is none left, how long until there is. */
  synchronized Optional<Duration> take(String source) {
    var now = nanoTime.getAsLong();
    var bucket = buckets.getOrDefault(source, new Bucket(perMinute, now));
    var gained = (now - bucket.at()) / NANOS_PER_MINUTE * perMinute;
    var requests = Math.min(perMinute, bucket.requests() + gained);
    if (requests < 1) {
      buckets.put(source, new Bucket(requests, now));
      return Optional.of(
          Duration.ofNanos((long) Math.ceil((1 - requests) / perMinute * NANOS_PER_MINUTE)));
    }
    buckets.put(source, new Bucket(requests - 1, now));
    return Optional.empty();
  }
}
