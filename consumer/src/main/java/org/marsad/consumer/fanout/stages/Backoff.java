package org.marsad.consumer.fanout.stages;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failed attempt: up to the step's time, at random (full jitter), so that
 * receivers that come back are not met by everybody at once.
 *
 * @param steps longest wait after the first, second … failure; the last one repeats
 * @param random source of the jitter
 */
public record Backoff(List<Duration> steps, RandomGenerator random) {
  /** 1, 2, 5, 10, 30 s, 1, 2, 5 min. */
  public static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5));

  public Backoff {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("steps: [] (expected: one or more)");
    }
  }

  /**
   * The wait before the next attempt.
   *
   * @param failures attempts that failed so far, at least 1
   */
  Duration after(int failures) {
    var longest = steps.get(Math.min(failures, steps.size()) - 1);
    return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
  }
}
