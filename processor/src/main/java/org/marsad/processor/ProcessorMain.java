package org.marsad.processor;

import org.marsad.schemas.launch.PartMain;

/** Starts the processor as a process of its own. */
public final class ProcessorMain {
  private ProcessorMain() {}

  public static void main(String[] arguments) {
    var main =
        new PartMain("processor", ProcessorSettings.DEFINITION, ProcessorApp::new, System.err);
    System.exit(main.run(arguments, System.getenv()));
  }
}
