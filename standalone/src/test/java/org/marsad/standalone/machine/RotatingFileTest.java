package org.marsad.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {
  private static final long FULL = 20;

  @TempDir private Path folder;

  @Test
  void shouldGoOnWhereTheFileEnded() throws IOException {
    // Given
    print("before");
    // When
    print("after");
    // Then
    assertThat(log("")).hasContent("before\nafter\n");
  }

  @Test
  void shouldKeepTheNewestLinesWholeInFilesOfBoundedSize() throws IOException {
    // When
    print("line 1", "line 2", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9");
    print("line 10", "a line that is longer than the file may be", "line 12");
    // Then
    assertThat(log("")).hasContent("line 12\n");
    assertThat(log(".1")).hasContent("line 10\na line that is longer than the file may be\n");
    assertThat(log(".2")).hasContent("line 7\nline 8\nline 9\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.3");
  }

  @Test
  void shouldGoOnAfterItCouldNotRotate() throws IOException {
    // Given a folder in the way of a file that would be kept
    Files.createDirectories(log(".2").resolve("in the way"));
    Files.writeString(log(".1"), "older");
    // When
    print("line 1", "line 2", "line 3", "lost");
    // Then
    assertThat(log("")).hasContent("line 1\nline 2\nline 3\n");
    Files.delete(log(".2").resolve("in the way"));
    print("line 5");
    assertThat(log("")).hasContent("line 5\n");
    assertThat(log(".1")).hasContent("line 1\nline 2\nline 3\n");
  }

  private void print(String... lines) throws IOException {
    try (var out =
        new PrintStream(new RotatingFile(log(""), FULL, 2), true, StandardCharsets.UTF_8)) {
      for (var line : lines) {
        out.print(line + "\n");
      }
    }
  }

  private Path log(String end) {
    return folder.resolve("marsad.log" + end);
  }
}
