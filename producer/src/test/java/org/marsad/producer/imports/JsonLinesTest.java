package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.producer.TestPlaces;

final class JsonLinesTest {
  @TempDir Path folder;

  @Test
  void shouldGoOnBehindARefusedLineAndCountNoBlankOnesAndComments() throws IOException {
    // Given
    var file =
        write(
            """
            # facts

            {"source": {"id": "obs"}, "localId": "1", "occurredFrom": "2016-10-12"}
            {"source": {"id": "obs"}, "localId": "2", "occurredFrom": "yesterday", "size": 3}
            {"source": {"id": "obs"}, "localId": "3", "occurredFrom": "2016-10-12"}
            """);
    // When
    var rows = read(file);
    // Then
    assertThat(ImportFiles.summary(rows)).isEqualTo(new ImportSummary(3, 2, 0, 1, 0));
    assertThat(ImportFiles.refused(rows))
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.line()).isEqualTo(4);
              assertThat(refused.field()).isEqualTo("occurredFrom");
              assertThat(refused.value()).isEqualTo("yesterday");
              assertThat(refused.reason())
                  .contains("2016-10-12", "size: 3 (expected: no such field)");
              assertThat(refused.original()).startsWith("{").contains("yesterday");
            });
  }

  @Test
  void shouldReadPastAByteOrderMarkAndBytesThatAreNoText() throws IOException {
    // Given
    var file = folder.resolve("reports.jsonl");
    var good = "{\"source\":{\"id\":\"obs\"},\"localId\":\"1\",\"occurredFrom\":\"2016-10-12\"}\n";
    Files.write(file, ("\uFEFF" + good).getBytes(StandardCharsets.UTF_8));
    Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28, '\n'}, StandardOpenOption.APPEND);
    // When
    var rows = read(file);
    // Then
    assertThat(ImportFiles.summary(rows)).isEqualTo(new ImportSummary(2, 1, 0, 1, 0));
  }

  @Test
  void shouldTellTheSameTwiceFromWhatIsNewOverAllFilesOfARun() throws IOException {
    // Given
    var first = "{\"source\":{\"id\":\"o\"},\"localId\":\"1\",\"occurredFrom\":\"2016-10-12\"%s}%n";
    var file = write(first.formatted(""));
    var other = folder.resolve("other.jsonl");
    Files.writeString(
        other,
        first.formatted("")
            + first.formatted(",\"revision\":2")
            + first.formatted(",\"killed\":33"));
    // When
    var run = new Imports(TestPlaces::resolve, Include.AIR, null);
    List<ImportedLine> rows;
    try (var one = run.open(Imports.Format.MARSAD_JSONL, file);
        var two = run.open(Imports.Format.MARSAD_JSONL, other)) {
      rows = Stream.concat(one, two).toList();
    }
    // Then
    assertThat(rows.get(1)).isEqualTo(new ImportedLine.Duplicate(1, "o:1", 1));
    assertThat(ImportFiles.summary(rows)).isEqualTo(new ImportSummary(4, 3, 0, 0, 1));
  }

  private Path write(String text) throws IOException {
    var file = folder.resolve("reports.jsonl");
    return Files.writeString(file, text);
  }

  private static List<ImportedLine> read(Path file) throws IOException {
    return ImportFiles.read(Imports.Format.MARSAD_JSONL, Include.AIR, null, file);
  }
}
