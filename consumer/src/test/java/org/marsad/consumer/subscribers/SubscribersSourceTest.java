package org.marsad.consumer.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscribersSourceTest {
  private static final String SOUND =
      "- {id: a, role: OPS, areas: ['*'], channels: [{type: terminal}]}\n";

  @TempDir private Path folder;

  @Test
  void shouldWarnOfAFileThatWasSpoiltUntilItIsMended() throws IOException {
    // Given
    var file = Files.writeString(folder.resolve("subscribers.yaml"), SOUND);
    var source = SubscribersSource.of(file);
    assertThat(source.warning()).isEmpty();
    // When
    Files.writeString(file, "- {id: a, role: COOK, channels: [{type: terminal}]}\n");
    source.poll(); // still being written, for all it knows
    assertThat(source.poll()).isEmpty();
    // Then
    var warning = source.warning().orElseThrow();
    assertThat(warning.text())
        .startsWith("subscribers: the changed file is refused (faults: ")
        .endsWith("), and those before stay in force")
        .doesNotContain("COOK");
    assertThat(warning.details()).anyMatch(line -> line.contains("COOK"));
    assertThat(source.current()).hasSize(1);
    // When
    Files.writeString(file, SOUND);
    source.poll();
    source.poll();
    // Then
    assertThat(source.warning()).isEmpty();
  }
}
