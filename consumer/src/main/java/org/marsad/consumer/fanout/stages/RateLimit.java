package org.marsad.consumer.fanout.stages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * At most so many attempts in any minute. An exercise takes what the real leaves: it waits for the
 * real, and never makes it wait. It begins anew at each start.
 */
final class RateLimit {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private final Deque<Instant> real = new ArrayDeque<>();
  private final Deque<Instant> all = new ArrayDeque<>();

  /**
   * @param perMinute attempts, 1 or more; empty: no limit
   */
  RateLimit(OptionalInt perMinute) {
    this.perMinute = perMinute.orElse(0);
  }

  /** When the next attempt may be made: now, or later. */
  Instant freeAt(Instant now, boolean isReal) {
    var counted = isReal ? real : all;
    if (perMinute == 0 || counted.size() < perMinute) {
      return now;
    }
    var free = counted.getFirst().plus(MINUTE);
    return free.isAfter(now) ? free : now;
  }

  /** Counts an attempt, whether or not it was free. */
  void count(Instant at, boolean isReal) {
    if (perMinute > 0) {
      add(all, at);
      if (isReal) {
        add(real, at);
      }
    }
  }

  private void add(Deque<Instant> newest, Instant at) {
    newest.addLast(at);
    if (newest.size() > perMinute) {
      newest.removeFirst();
    }
  }
}
