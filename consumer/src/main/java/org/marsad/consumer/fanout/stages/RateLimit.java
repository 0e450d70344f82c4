package org.marsad.consumer.fanout.stages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** At most so many attempts in any minute. It begins anew at each start. */
final class RateLimit {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private final Deque<Instant> newest = new ArrayDeque<>();

  /**
   * @param perMinute attempts, 1 or more; empty: no limit
   */
  RateLimit(OptionalInt perMinute) {
    this.perMinute = perMinute.orElse(0);
  }

  /** When the next attempt may be made: now, or later. */
  Instant freeAt(Instant now) {
    if (perMinute == 0 || newest.size() < perMinute) {
      return now;
    }
    var free = newest.getFirst().plus(MINUTE);
    return free.isAfter(now) ? free : now;
  }

  /** Counts an attempt, whether or not it was free. */
  void count(Instant at) {
    if (perMinute > 0) {
      newest.addLast(at);
      if (newest.size() > perMinute) {
        newest.removeFirst();
      }
    }
  }
}
