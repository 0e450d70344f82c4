package org.marsad.consumer.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.marsad.schemas.launch.PartMain;
import org.marsad.schemas.settings.Settings;

/** Starts the operations service as a process of its own. */
public final class OperationsMain {
  private OperationsMain() {}

  public static void main(String[] arguments) {
    var main =
        new PartMain("operations", OperationsSettings.DEFINITION, OperationsMain::app, System.err);
    System.exit(main.run(arguments, System.getenv()));
  }

  private static OperationsApp app(Settings settings) {
    try {
      return OperationsApp.of(OperationsSettings.of(settings), List.of(), Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
