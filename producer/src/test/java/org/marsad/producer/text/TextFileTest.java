package org.marsad.producer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextFileTest {
  private static final Charset ARABIC = Charset.forName("windows-1256");
  private static final String TEXT = "الفردوس، حلب\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "x-UTF-16LE-BOM", "UTF-16"})
  void shouldReadWhatItsMarkSays(String encoding) throws IOException {
    var mark = encoding.equals("UTF-8") ? "\ufeff" : "";
    var file = write((mark + TEXT).getBytes(Charset.forName(encoding)));
    assertThat(read(TextFile.of(file, null))).isEqualTo(TEXT.strip());
  }

  @Test
  void shouldReadWhatIsStated() throws IOException {
    var file = write(TEXT.getBytes(ARABIC));
    assertThat(read(TextFile.of(file, ARABIC))).isEqualTo(TEXT.strip());
  }

  @Test
  void shouldRefuseAnotherEncodingThatNobodyStated() throws IOException {
    var file = write(("id,place\n1," + TEXT).getBytes(ARABIC));
    assertThatThrownBy(() -> TextFile.of(file, null))
        .isInstanceOf(UnreadableTextException.class)
        .hasMessage(
            "t.csv: not UTF-8 (expected: UTF-8, or the encoding in the mapping, as encoding:"
                + " windows-1256)");
  }

  @Test
  void shouldNameUtf16WithoutItsMark() throws IOException {
    var file = write("id,place\n".getBytes(StandardCharsets.UTF_16LE));
    assertThatThrownBy(() -> TextFile.of(file, null))
        .hasMessageContaining("UTF-16 without its mark");
  }

  @Test
  void shouldNameAWorkbook() throws IOException {
    var file = write(new byte[] {'P', 'K', 3, 4, 20, 0});
    assertThatThrownBy(() -> TextFile.of(file, null))
        .hasMessage(
            "t.csv: a workbook or an archive (expected: text: save the sheet as CSV UTF-8)");
  }

  @Test
  void shouldTellDamageOfOneRowFromAnotherEncoding() throws IOException {
    // Given: a name cut in the middle of a letter
    var whole = TEXT.repeat(3).getBytes(StandardCharsets.UTF_8);
    var cut = new byte[whole.length + 2];
    System.arraycopy(whole, 0, cut, 0, whole.length);
    cut[whole.length] = (byte) 0xD9;
    cut[whole.length + 1] = '\n';
    // When
    var text = TextFile.of(write(cut), null);
    // Then
    assertThat(text.damaged()).isTrue();
    try (var lines = text.open()) {
      assertThat(lines.lines().filter(text::isDamagedIn)).containsExactly("\ufffd");
    }
  }

  private static String read(TextFile text) throws IOException {
    try (var lines = text.open()) {
      return String.join("", lines.lines().toList());
    }
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("t.csv"), bytes);
  }
}
