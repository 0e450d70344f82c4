package org.marsad.consumer.fanout.stages;

import java.time.Duration;

/** Leaves a receiver alone for a while. Confined to the loop's thread. */
final class Pause {
  private final Loop loop;
  private final Runnable whenOver;
  private long begun;
  private boolean on;

  /**
   * @param whenOver runs when the last pause that began is over
   */
  Pause(Loop loop, Runnable whenOver) {
    this.loop = loop;
    this.whenOver = whenOver;
  }

  /** Begins anew, whether or not one was on. */
  void begin(Duration length) {
    var mine = ++begun;
    on = true;
    loop.runAfter(
        length,
        () -> {
          if (mine == begun && on) {
            on = false;
            whenOver.run();
          }
        });
  }

  /** The receiver has answered. */
  void end() {
    on = false;
  }

  boolean isOn() {
    return on;
  }
}
