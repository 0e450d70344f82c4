package org.marsad.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

final class ProcessClockTest {
  @TempDir private Path folder;

  @Test
  @EnabledOnOs(LINUX)
  void shouldTellTheCompilersFromTheRest() {
    // When
    var used = new ProcessClock().now(); // whoever runs tests has had something compiled
    // Then
    assertThat(used.compilerNanos()).isPositive().isLessThan(used.cpuNanos());
    assertThat(used.aside()).matches("compilers \\d+\\.\\d s of CPU, GC \\d+\\.\\d s");
  }

  @Test
  void shouldSayWhereNoCompilerCanBeTold() {
    var used = new ProcessTime(9, 0, 1_500).since(new ProcessTime(5, 0, 0));
    assertThat(used).isEqualTo(new ProcessTime(4, 0, 1_500));
    assertThat(used.aside()).isEqualTo("compilers could not be told apart, GC 1.5 s");
  }

  @Test
  void shouldReadTheStatOfAThreadWhoseNameHasBlanksAndBrackets() throws Exception {
    var stat = folder.resolve("stat");
    Files.writeString(stat, "42 (C2 (a) b) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n");
    assertThat(ProcStat.read(stat)).isEqualTo(new ProcStat("C2 (a) b", 11 + 12, 13 + 14));
    assertThatThrownBy(() -> ProcStat.read(folder.resolve("none"))).isInstanceOf(IOException.class);
  }
}
