package org.marsad.consumer.fanout.stages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** A loop and a clock that move when the test says so. */
class ManualLoop extends Clock implements Loop {
  private final Queue<Runnable> soon = new ArrayDeque<>();
  private final List<Timer> later = new ArrayList<>();
  private Instant now;

  private record Timer(Instant at, Runnable task) {}

  ManualLoop(Instant now) {
    this.now = now;
  }

  @Override
  public void run(Runnable task) {
    soon.add(task);
  }

  /** Cut to milliseconds: an alarm may go off a little early, as where the clock is set back. */
  @Override
  public void runAfter(Duration delay, Runnable task) {
    var cut = delay.toNanos() > 0 ? Math.max(1, delay.toMillis()) : 0;
    later.add(new Timer(now.plusMillis(cut), task));
  }

  /** Runs all that is due. */
  void settle() {
    for (var task = soon.poll(); task != null; task = soon.poll()) {
      task.run();
    }
  }

  /** Lets time pass, running what becomes due in its order. */
  void pass(Duration time) {
    settle();
    var until = now.plus(time);
    for (var next = next(until); next != null; next = next(until)) {
      later.remove(next);
      now = next.at;
      next.task.run();
      settle();
    }
    now = until;
  }

  private @org.jspecify.annotations.Nullable Timer next(Instant until) {
    return later.stream()
        .filter(timer -> !timer.at.isAfter(until))
        .min(Comparator.comparing(Timer::at))
        .orElse(null);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
