package org.marsad.consumer.operations;

import java.time.Clock;
import org.marsad.schemas.launch.PartMain;

/** Starts the operations service as a process of its own. */
public final class OperationsMain {
  private OperationsMain() {}

  public static void main(String[] arguments) {
    var main =
        new PartMain(
            "operations",
            OperationsSettings.DEFINITION,
            settings -> OperationsProcess.of(OperationsSettings.of(settings), Clock.systemUTC()),
            System.err);
    System.exit(main.run(arguments, System.getenv()));
  }
}
