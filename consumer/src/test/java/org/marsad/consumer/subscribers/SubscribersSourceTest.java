package org.marsad.consumer.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

  @Test
  void shouldReadAFileAgainThatCouldNotBeReadForAMoment() throws IOException {
    // Given
    var file = Files.writeString(folder.resolve("subscribers.yaml"), SOUND);
    var source = SubscribersSource.of(file);
    var changed = SOUND.replace("id: a", "id: b").getBytes(StandardCharsets.UTF_8);
    var changedAt = FileTime.from(Instant.parse("2016-10-11T12:00:00Z"));
    // When: it cannot be read
    Files.write(file, new byte[changed.length - 1]);
    Files.write(file, new byte[] {(byte) 0xff}, StandardOpenOption.APPEND);
    Files.setLastModifiedTime(file, changedAt);
    source.poll();
    source.poll();
    assertThat(source.warning()).isPresent();
    // When: it can, and looks as before
    Files.write(file, changed);
    Files.setLastModifiedTime(file, changedAt);
    source.poll();
    // Then
    assertThat(source.current()).extracting(Subscriber::id).containsExactly("b");
    assertThat(source.warning()).isEmpty();
  }

  @Test
  void shouldTakeThoseOfAFileThatIsWrittenLater() throws IOException {
    // Given
    var others = SubscribersSource.of(Files.writeString(folder.resolve("others.yaml"), SOUND));
    var file = folder.resolve("subscribers.yaml");
    var source = SubscribersSource.awaiting(file, () -> Known.ANYTHING, others.current());
    assertThat(source.poll()).isEmpty();
    assertThat(source.current()).extracting(Subscriber::id).containsExactly("a");
    assertThat(source.warning()).isEmpty();
    // When
    Files.writeString(file, SOUND.replace("id: a", "id: b"));
    assertThat(source.poll()).isEmpty(); // still being written, for all it knows
    // Then
    assertThat(source.poll().orElseThrow()).extracting(Subscriber::id).containsExactly("b");
    assertThat(source.current()).extracting(Subscriber::id).containsExactly("b");
  }
}
