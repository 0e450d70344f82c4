package org.marsad.consumer.fanout.stages;

import java.time.Duration;

/** The one thread that all lanes live on. */
public interface Loop {
  /** Runs a task soon, after those handed in before. */
  void run(Runnable task);

  /** Runs a task after a delay. */
  void runAfter(Duration delay, Runnable task);
}
