package org.marsad.processor.whole;

import java.nio.file.Path;

/** A processor in a process of its own, that can be killed. */
public final class KilledMain {
  private KilledMain() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments broker, folder of the state, bytes of the book
   */
  public static void main(String[] arguments) throws InterruptedException {
    var processor =
        OnBroker.processor(
            arguments[0], "killed", Path.of(arguments[1]), Long.parseLong(arguments[2]));
    processor.start();
    Thread.currentThread().join();
  }
}
