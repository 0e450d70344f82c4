package org.marsad.standalone.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.marsad.standalone.Folders;
import org.marsad.standalone.Standalone;

/**
 * The command line as the local operator of a Marsad in this JVM.
 *
 * @param marsad that is asked
 * @param data its folder
 */
record Asking(Standalone marsad, Path data) {
  /** What comes of a command. */
  Run run(String... command) {
    return run(new Folders(data).operationsToken(), command);
  }

  /** The same as somebody else. */
  Run run(Path tokenFile, String... command) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--url", marsad.url(), "--token-file", tokenFile.toString()));
    return Run.of(all);
  }
}
