package org.marsad.benchmarks.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final int LONG = 8 << 20;
  private static final int WRITTEN = 1 << 20;

  @TempDir private Path folder;

  @Test
  void shouldTellHolesFromWhatIsOnDisk() throws Exception {
    // Given
    write("broker/alerts-0/0.log", WRITTEN);
    try (var hole = new RandomAccessFile(file("broker/alerts-0/0.index").toFile(), "rw")) {
      hole.setLength(LONG);
    }
    // When
    var disk = DataFolder.of(folder);
    // Then
    assertThat(disk.apparentBytes()).isGreaterThan(LONG + WRITTEN);
    assertThat(disk.realBytes()).isBetween((long) WRITTEN, (long) LONG);
  }

  @Test
  void shouldTellOfATopicsPartitionsTogether() throws Exception {
    // Given
    write("broker/alerts-0/0.log", WRITTEN);
    write("broker/alerts-11/0.log", WRITTEN);
    write("state/marsad/0_0/rocksdb/1.sst", 3 * WRITTEN);
    // When
    var parts = DataFolder.parts(folder);
    // Then
    assertThat(parts).startsWith("state 3.").contains(", alerts 2.").doesNotContain("alerts-");
  }

  private void write(String name, int bytes) throws IOException {
    Files.write(file(name), new byte[bytes]);
  }

  private Path file(String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }
}
