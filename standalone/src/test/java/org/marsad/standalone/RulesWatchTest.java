package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.schemas.launch.Warning;

class RulesWatchTest {
  @TempDir private Path folder;

  @Test
  void shouldSayWhatTheNextStartWouldMakeOfAChangedFile() throws IOException {
    // Given
    var file = Files.writeString(folder.resolve("rules.yaml"), "repeat-strike: {window: PT60M}\n");
    var watch = new RulesWatch(file);
    assertThat(watch.warning()).isEmpty();
    // When it is spoilt
    Files.writeString(file, "no-such-rule: {window: PT60M}\n");
    // Then
    var warning = watch.warning().orElseThrow();
    assertThat(warning.text())
        .isEqualTo("rules: the next start would refuse the changed file (faults: 1)");
    assertThat(warning.details()).singleElement().asString().contains("no-such-rule");
    // When it is sound again, but another than at the start
    Files.writeString(file, "");
    // Then
    assertThat(watch.warning())
        .contains(Warning.of("rules: the changed file counts from the next start on"));
  }
}
