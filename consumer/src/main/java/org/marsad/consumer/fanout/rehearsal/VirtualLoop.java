package org.marsad.consumer.fanout.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.marsad.consumer.fanout.stages.Loop;

/** A loop and its clock, which go on from one thing that is due to the next without waiting. */
final class VirtualLoop extends Clock implements Loop {
  private final Queue<Runnable> soon = new ArrayDeque<>();
  private final Queue<Timer> later =
      new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparingLong(Timer::number));
  private Instant now;
  private long numbers;

  private record Timer(Instant at, long number, Runnable task) {}

  VirtualLoop(Instant start) {
    this.now = start;
  }

  @Override
  public void run(Runnable task) {
    soon.add(task);
  }

  @Override
  public void runAfter(Duration delay, Runnable task) {
    later.add(new Timer(now.plus(delay.isNegative() ? Duration.ZERO : delay), numbers++, task));
  }

  /** Goes on to a moment, or stays where it is past; what is due until then runs at its time. */
  void goTo(Instant moment) {
    settle();
    while (!later.isEmpty() && !later.element().at.isAfter(moment)) {
      next();
    }
    now = moment.isAfter(now) ? moment : now;
  }

  /** Goes on until nothing is due any more. */
  void goToTheEnd() {
    settle();
    while (!later.isEmpty()) {
      next();
    }
  }

  /** Runs what is due now. */
  void settle() {
    for (var task = soon.poll(); task != null; task = soon.poll()) {
      task.run();
    }
  }

  private void next() {
    var timer = later.remove();
    now = timer.at.isAfter(now) ? timer.at : now;
    timer.task.run();
    settle();
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
