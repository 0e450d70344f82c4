package org.marsad.consumer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveKillTest {
  @ParameterizedTest
  @ValueSource(ints = {9, 27})
  void shouldHoldEachMessageOnceAfterTheProcessIsKilled(int step, @TempDir Path archive)
      throws IOException, InterruptedException {
    // Given
    var victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveVictim.class.getName(),
                archive.toString(),
                Integer.toString(step))
            .inheritIO()
            .start();
    assertThat(victim.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(victim.exitValue()).isEqualTo(ArchiveVictim.DEAD);
    // When
    try (var store = ArchiveStore.open(archive, new Disk())) {
      Feed.readInto(store);
    }
    // Then
    assertThat(Feed.ids(new ArchiveReader(archive)))
        .containsExactlyInAnyOrderElementsOf(Feed.ids());
  }
}
