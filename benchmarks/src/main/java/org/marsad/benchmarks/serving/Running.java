package org.marsad.benchmarks.serving;

import java.io.IOException;
import org.marsad.benchmarks.draining.ChildJvm;
import org.marsad.benchmarks.draining.DrainPlan;
import org.marsad.benchmarks.draining.Shipped;

/** The shipped processor as a process of its own. */
public final class Running {
  private Running() {}

  /**
   * Runs until the standard input ends, then stops in good order.
   *
   * @param arguments a {@link DrainPlan}
   */
  public static void main(String[] arguments) throws IOException {
    try (var app = new Shipped(DrainPlan.of(arguments))) {
      app.start();
      ChildJvm.tell("started");
      while (System.in.read() >= 0) {
        // nothing is said to it
      }
    }
    System.exit(0);
  }
}
