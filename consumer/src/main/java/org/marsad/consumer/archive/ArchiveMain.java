package org.marsad.consumer.archive;

import org.marsad.schemas.launch.PartMain;

/** Starts the archive as a process of its own. */
public final class ArchiveMain {
  private ArchiveMain() {}

  public static void main(String[] arguments) {
    var main = new PartMain("archive", ArchiveSettings.DEFINITION, ArchiveApp::new, System.err);
    System.exit(main.run(arguments, System.getenv()));
  }
}
