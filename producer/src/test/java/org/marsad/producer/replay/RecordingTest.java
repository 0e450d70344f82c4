package org.marsad.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.producer.TestPlaces;
import org.marsad.producer.imports.ImportSummary;
import org.marsad.producer.imports.ImportedLine;
import org.marsad.producer.imports.Imports;
import org.marsad.producer.imports.Include;

class RecordingTest {
  private final List<Long> lines = new ArrayList<>();
  @TempDir private Path folder;
  private Recording recording;

  @BeforeEach
  void begin() {
    recording =
        new Recording(
            new Imports(TestPlaces::resolve, Include.ALL, null), Imports.Format.MARSAD_JSONL);
  }

  @Test
  void shouldPlayAsReceivedWhateverTheOrderOfRowsAndFiles() throws IOException {
    // When
    read("newer", row("d", "2018-03-04", "2018-03-04"), row("b", "2016-10-12", "2016-10-12"));
    read("older", row("c", "2016-10-12", "2016-10-13"), row("a", "2016-10-11", "2016-10-12"));
    // Then: of the same time as they were read
    assertThat(played()).containsExactly("b", "a", "c", "d");
  }

  @Test
  void shouldPlayAtItsOwnDateWhatWasEnteredYearsLater() throws IOException {
    // When an archive is entered in a week of 2024, newest first
    read(
        "archive",
        row("third", "2018-03-04", "2024-05-01"),
        row("second", "2016-10-12", "2024-05-02"),
        row("first", "2013-01-08", "2024-05-03"));
    // Then
    assertThat(played()).containsExactly("first", "second", "third");
  }

  @Test
  void shouldPlayNoCorrectionBeforeWhatItCorrects() throws IOException {
    // When the correction comes years later, and so would be played at the date that it states
    read(
        "corrected",
        row("a", "2016-10-12", "2018-10-12").replaceFirst("\\{", "{\"revision\": 2, "),
        row("b", "2016-10-13", "2016-10-13"),
        row("a", "2016-10-12", "2016-10-14"));
    // Then
    assertThat(played()).containsExactly("b", "a", "a");
    assertThat(recording.played().map(played -> played.report().getRevision()))
        .containsExactly(1, 1, 2);
    assertThat(recording.length()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void shouldTellOfEachRowAndCountThem() throws IOException {
    // When
    read("day", row("a", "2016-10-12", "2016-10-12"), "{}", row("a", "2016-10-12", "2016-10-12"));
    // Then
    assertThat(lines).containsExactly(1L, 2L, 3L);
    assertThat(recording.rows()).isEqualTo(new ImportSummary(3, 1, 0, 1, 1));
  }

  private void read(String name, String... rows) throws IOException {
    var file = Files.write(folder.resolve(name), List.of(rows));
    recording.read(file, (ImportedLine line) -> lines.add(line.line()));
  }

  private List<String> played() {
    return recording
        .played()
        .map(played -> played.report().getReportId())
        .map(id -> id.substring(2))
        .toList();
  }

  private static String row(String localId, String day, String receivedOn) {
    return """
    {"source": {"id": "s"}, "localId": "%s", "area": "aleppo", "occurredFrom": "%sT06:00:00Z", \
    "receivedAt": "%sT09:00:00Z"}\
    """
        .formatted(localId, day, receivedOn);
  }
}
