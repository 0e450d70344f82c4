package org.marsad.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A Marsad in this JVM, for tests of other packages. */
public final class RunningMarsad {
  private RunningMarsad() {}

  /** Starts one that tells nobody. */
  public static Standalone start(Path data) throws IOException, InterruptedException {
    return Running.in(data, List.of());
  }

  /** Posts a report as the local operator; the intake's answer. */
  public static String post(Standalone marsad, Folders folders, String report)
      throws IOException, InterruptedException {
    return Running.operator(marsad, folders.data()).post(report).body();
  }
}
