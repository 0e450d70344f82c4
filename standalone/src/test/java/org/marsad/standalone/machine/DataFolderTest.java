package org.marsad.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path parent;

  @Test
  void shouldBelongToOneUntilItIsClosed() throws IOException {
    var own = ProcessHandle.current().pid();
    try (var folder = DataFolder.take(data(), log())) {
      assertThat(folder.openToOthers(List.of())).isEmpty();
      assertThatThrownBy(() -> DataFolder.take(data(), log()))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "--data: %s is in use by pid %d (expected: a folder that no other Marsad uses)",
              data(), own);
      assertThat(DataLock.holder(data())).contains(own);
    }
    assertThat(DataLock.holder(data())).isEmpty();
    DataFolder.take(data(), log()).close();
  }

  @Test
  void shouldCatchWhatIsPrintedOnStandardErrorAndGiveItBack() throws IOException {
    var before = System.err;
    try (var folder = DataFolder.take(data(), log())) {
      System.err.println("from a thread that died");
      assertThat(folder.openToOthers(List.of())).isEmpty();
    }
    assertThat(System.err).isSameAs(before);
    assertThat(log()).content().contains("from a thread that died");
  }

  @Test
  void shouldCloseTheFolderToOthersAndTellOfSecretsThatAreOpen() throws IOException {
    // Given
    Files.createDirectories(data());
    Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwx--x--x"));
    var open = Files.writeString(parent.resolve("sms.token"), "x");
    var closed = Files.writeString(parent.resolve("mail.password"), "x");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-------"));
    try (var folder = DataFolder.take(data(), log())) {
      // When
      var lines = folder.openToOthers(List.of(open, closed, parent.resolve("absent")));
      // Then
      assertThat(lines)
          .containsExactly(open + ": others can read this secret (expected: a file of mode 600)");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void shouldLeaveAFolderOfEverybodysAsItIs() throws IOException {
    // Given
    Files.createDirectories(data());
    Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxrwxrwx"));
    try (var folder = DataFolder.take(data(), log())) {
      // Then
      assertThat(folder.openToOthers(List.of()))
          .containsExactly(data() + ": others can look into it (expected: a folder of mode 700)");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
          .isEqualTo("rwxrwxrwx");
    }
  }

  private Path data() {
    return parent.resolve("data");
  }

  private Path log() {
    return data().resolve("log").resolve("marsad.log");
  }
}
