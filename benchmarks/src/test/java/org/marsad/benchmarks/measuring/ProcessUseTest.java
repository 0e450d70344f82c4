package org.marsad.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessUseTest {
  @Test
  void shouldTellWhatThisProcessUses() throws Exception {
    // When
    var use = ProcessUse.of(ProcessHandle.current().pid());
    // Then
    assertThat(use.cpuSeconds()).isPositive();
    assertThat(use.residentBytes()).isGreaterThan(10 << 20);
  }

  @Test
  void shouldSayThatAProcessHasEnded() throws Exception {
    // Given
    var process = new ProcessBuilder("true").start();
    process.waitFor();
    // When, then
    assertThatThrownBy(() -> ProcessUse.of(process.pid())).isInstanceOf(IOException.class);
  }
}
