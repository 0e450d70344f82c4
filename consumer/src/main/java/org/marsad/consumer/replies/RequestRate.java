package org.marsad.consumer.replies;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** So many requests a minute for each caller, and as many at once. Safe for several threads. */
final class RequestRate {
  private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int MOST_CALLERS = 10_000;

  private final Map<String, Bucket> buckets = new HashMap<>();
  private final int perMinute;
  private final LongSupplier nanoTime;

  private record Bucket(double requests, long at) {}

  /**
   * @param perMinute requests, at least 1
   * @param nanoTime a clock that never goes back, nanoseconds
   */
  RequestRate(int perMinute, LongSupplier nanoTime) {
    this.perMinute = perMinute;
    this.nanoTime = nanoTime;
  }

  /** Takes one request of a caller; where there is none left, how long until there is. */
  synchronized Optional<Duration> take(String caller) {
    var now = nanoTime.getAsLong();
    if (buckets.size() >= MOST_CALLERS) {
      buckets.values().removeIf(bucket -> left(bucket, now) >= perMinute);
    }
    var left = left(buckets.getOrDefault(caller, new Bucket(perMinute, now)), now);
    if (left < 1) {
      return Optional.of(
          Duration.ofNanos((long) Math.ceil((1 - left) / perMinute * NANOS_PER_MINUTE)));
    }
    buckets.put(caller, new Bucket(left - 1, now));
    return Optional.empty();
  }

  private double left(Bucket bucket, long now) {
    return Math.min(
        perMinute, bucket.requests() + (now - bucket.at()) / NANOS_PER_MINUTE * perMinute);
  }
}
