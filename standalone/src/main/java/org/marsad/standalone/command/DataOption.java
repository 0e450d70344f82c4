package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marsad.standalone.Folders;
import picocli.CommandLine.Option;

/** Whose files a command changes: those of the Marsad that runs, unless another folder is named. */
final class DataOption {
  @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data.")
  private @Nullable Path data;

  /** Whether a folder is named. */
  boolean isNamed() {
    return data != null;
  }

  /**
   * The folders.
   *
   * @throws IOException when the word of the Marsad that runs cannot be read
   */
  Folders folders() throws IOException {
    return Home.folders(data);
  }
}
