package org.marsad.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpoolTest {
  private static final long ROOM = 1 << 20;

  @TempDir Path folder;

  @Test
  void shouldGiveBackInOrderWhatItTookBeforeItWasClosed() throws Exception {
    // Given
    try (var spool = Spool.open(folder, ROOM)) {
      append(spool, "one", "two", "three");
    }
    // When
    try (var spool = Spool.open(folder, ROOM)) {
      // Then
      assertThat(texts(spool.peek(2))).containsExactly("one", "two");
      assertThat(texts(spool.peek(9))).containsExactly("one", "two", "three");
    }
  }

  @Test
  void shouldGoOnBehindWhatWasTakenAfterItWasOpenedAgain() throws Exception {
    // Given
    try (var spool = Spool.open(folder, ROOM)) {
      append(spool, "one", "two", "three");
      spool.taken(spool.peek(2).ends().get(1));
    }
    // When
    try (var spool = Spool.open(folder, ROOM)) {
      // Then
      assertThat(texts(spool.peek(9))).containsExactly("three");
    }
  }

  @Test
  void shouldGiveItsSpaceBackWhenEmpty() throws Exception {
    try (var spool = Spool.open(folder, ROOM)) {
      // Given
      append(spool, "one");
      // When
      spool.taken(spool.peek(1).ends().get(0));
      // Then
      assertThat(spool.isEmpty()).isTrue();
      assertThat(folder.resolve("reports")).isEmptyFile();
      append(spool, "two");
      assertThat(texts(spool.peek(9))).containsExactly("two");
    }
  }

  @Test
  void shouldKeepWhatCameWhileTheLastWereSent() throws Exception {
    try (var spool = Spool.open(folder, ROOM)) {
      // Given
      append(spool, "one");
      var batch = spool.peek(9);
      append(spool, "two");
      // When
      spool.taken(batch.ends().get(0));
      // Then
      assertThat(texts(spool.peek(9))).containsExactly("two");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 10})
  void shouldCutOffATornTailAndGoOn(int bytesLeft) throws Exception {
    // Given: the last record is cut short, as by a power cut
    try (var spool = Spool.open(folder, ROOM)) {
      append(spool, "one", "two");
    }
    var file = folder.resolve("reports");
    var whole = Files.readAllBytes(file);
    var half = whole.length / 2;
    Files.write(file, Arrays.copyOf(whole, half + bytesLeft));
    // When
    try (var spool = Spool.open(folder, ROOM)) {
      append(spool, "three");
      // Then
      assertThat(texts(spool.peek(9))).containsExactly("one", "three");
    }
  }

  @Test
  void shouldNotGiveBackARecordWhoseBytesChanged() throws Exception {
    // Given
    try (var spool = Spool.open(folder, ROOM)) {
      append(spool, "one", "two");
    }
    var file = folder.resolve("reports");
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    // When
    try (var spool = Spool.open(folder, ROOM)) {
      // Then
      assertThat(texts(spool.peek(9))).containsExactly("one");
    }
  }

  @Test
  void shouldSendAllAgainWhenThePositionWasTorn() throws Exception {
    // Given
    try (var spool = Spool.open(folder, ROOM)) {
      append(spool, "one", "two");
      spool.taken(spool.peek(1).ends().get(0));
    }
    Files.write(folder.resolve("position"), new byte[] {0, 0, 0, 0, 0, 0, 0, 11, 1, 1, 1});
    // When
    try (var spool = Spool.open(folder, ROOM)) {
      // Then
      assertThat(texts(spool.peek(9))).containsExactly("one", "two");
    }
  }

  @Test
  void shouldTakeAsMuchAsFitsAndNotAByteMore() throws Exception {
    // Given: a record of 3 bytes takes 11
    try (var spool = Spool.open(folder, 22)) {
      append(spool, "one", "two");
      // Then
      assertThatThrownBy(() -> append(spool, ""))
          .isInstanceOf(SpoolFullException.class)
          .hasMessageStartingWith("spool: full at 22 bytes (expected: at most 22");
      assertThat(texts(spool.peek(9))).containsExactly("one", "two");
    }
  }

  @Test
  void shouldRefuseAFolderThatIsInUse() throws Exception {
    try (var spool = Spool.open(folder, ROOM)) {
      assertThat(spool.isEmpty()).isTrue();
      assertThatThrownBy(() -> Spool.open(folder, ROOM))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void shouldKeepWhatNoBrokerWillTakeForAHuman() throws Exception {
    // When
    try (var spool = Spool.open(folder, ROOM)) {
      spool.setAside(bytes("odd"));
    }
    // Then
    try (var aside = RecordFile.open(folder.resolve("unsendable"))) {
      assertThat(aside.read(0))
          .isNotNull()
          .satisfies(e -> assertThat(e.body()).asString().isEqualTo("odd"));
    }
  }

  @Test
  void shouldNotTakeRubbishForARecord() throws Exception {
    // Given
    Files.write(folder.resolve("reports"), new byte[] {-1, -1, -1, -1, 0, 0, 0, 0, 5});
    // When
    try (var spool = Spool.open(folder, ROOM)) {
      // Then
      assertThat(spool.isEmpty()).isTrue();
    }
  }

  private static void append(Spool spool, String... texts) throws IOException, SpoolFullException {
    for (var text : texts) {
      spool.append(bytes(text));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(Spool.Batch batch) {
    return batch.bodies().stream().map(b -> new String(b, StandardCharsets.UTF_8)).toList();
  }
}
