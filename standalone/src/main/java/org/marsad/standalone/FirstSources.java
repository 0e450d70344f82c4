package org.marsad.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.SourcesFile;

/** The sources of a new installation: the local operator, and those that may report beside it. */
public final class FirstSources {
  private FirstSources() {}

  /**
   * Writes {@code sources.yaml}, the operator's token and the key of the pseudonyms, into a folder
   * that has none of them.
   *
   * @param homeArea in which the operator's bare place names are looked up first
   */
  public static void write(Folders folders, String homeArea, List<KnownSource> sources)
      throws IOException {
    LocalSource.prepare(folders, homeArea);
    var all = new ArrayList<>(SourcesFile.read(folders.sources()));
    all.addAll(sources);
    Files.delete(folders.sources());
    SourcesFile.write(folders.sources(), all);
  }
}
