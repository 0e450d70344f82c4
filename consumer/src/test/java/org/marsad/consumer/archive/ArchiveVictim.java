package org.marsad.consumer.archive;

import java.io.IOException;
import java.nio.file.Path;

/** A process that archives and dies at a step, without any farewell. */
final class ArchiveVictim {
  static final int DEAD = 9;

  private ArchiveVictim() {}

  public static void main(String[] arguments) throws IOException {
    var disk =
        new FailingDisk(Integer.parseInt(arguments[1])) {
          @Override
          void fail() {
            Runtime.getRuntime().halt(DEAD);
          }
        };
    try (var store = ArchiveStore.open(Path.of(arguments[0]), disk)) {
      Feed.readInto(store);
    }
  }
}
