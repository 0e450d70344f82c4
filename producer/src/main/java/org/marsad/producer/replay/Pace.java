package org.marsad.producer.replay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time that passes while a recording is played. */
public interface Pace {
  /** Time since some fixed moment. */
  Duration elapsed();

  /**
   * Waits until {@link #elapsed} has reached a time.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  void waitUntil(Duration elapsed) throws InterruptedException;

  /** Real time, from now on. */
  static Pace realTime() {
    var start = System.nanoTime();
    return new Pace() {
      @Override
      public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
      }

      @Override
      public void waitUntil(Duration due) throws InterruptedException {
        for (var left = due.minus(elapsed()); left.compareTo(Duration.ZERO) > 0; ) {
          LockSupport.parkNanos(this, left.toNanos());
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          left = due.minus(elapsed());
        }
      }
    };
  }
}
