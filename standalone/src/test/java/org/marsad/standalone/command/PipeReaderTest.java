package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PipeReaderTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKnowThatTheReaderHasGone() throws Exception {
    // Given a process that reads what this one writes
    var cat = new ProcessBuilder("cat").start();
    var pipe = Files.readSymbolicLink(Path.of("/proc/%d/fd/0".formatted(cat.pid()))).toString();
    var reader = new PipeReader(pipe);
    assertThat(reader.hasGone()).isFalse();
    // When
    cat.destroyForcibly().waitFor();
    // Then
    assertThat(reader.hasGone()).isTrue();
  }

  @Test
  void shouldNotTakeAReaderForGoneWhomItCannotSee() {
    assertThat(new PipeReader("pipe:[0]").hasGone()).isFalse();
    assertThat(new PipeReader(null).hasGone()).isFalse();
  }
}
