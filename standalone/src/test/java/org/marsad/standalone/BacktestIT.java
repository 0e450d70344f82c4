package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.imports.Imports;
import org.marsad.producer.imports.Include;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.MessageJson;
import org.marsad.standalone.backtest.Backtest;
import org.marsad.standalone.backtest.BacktestResult;
import org.marsad.standalone.backtest.RejectedLine;

class BacktestIT {
  private static final Path UCDP =
      Path.of("../../shared/data/ucdp-ged-syria/syria_2016-09-15_2016-10-31.csv");

  private final Heard progress = new Heard();
  @TempDir private Path folder;

  @Test
  void shouldAccountForEveryRow() throws Exception {
    // Given two usable reports, one of them twice, one in the future, and a line that is none
    var file =
        Files.writeString(
            folder.resolve("reports.jsonl"),
            """
            # a comment is no row
            {"localId": "1", "source": {"id": "a"}, "area": "aleppo", "occurredFrom": "2016-10-11", "killed": 9}
            {"localId": "1", "source": {"id": "a"}, "area": "aleppo", "occurredFrom": "2016-10-11", "killed": 9}
            {"localId": "1", "revision": 2, "source": {"id": "a"}, "area": "aleppo", "occurredFrom": "2016-10-11", "killed": 10}
            {"localId": "2", "source": {"id": "a"}, "area": "aleppo", "occurredFrom": "2016-10-12T10:00:00+03:00", "receivedAt": "2016-10-11T06:59:59Z"}
            {"localId": "3", "source": {"id": "a"}, "area": "aleppo", "status": "RETRACTED", "occurredFrom": "2016-10-12"}
            not JSON
            """);
    // When
    var result = run(Imports.Format.MARSAD_JSONL, file);
    // Then
    assertThat(result.rows().rows()).isEqualTo(6);
    assertThat(result.inStrikes()).isEqualTo(1);
    assertThat(result.superseded()).isEqualTo(1);
    assertThat(result.rows().duplicates()).isEqualTo(1);
    assertThat(result.rows().refused()).isEqualTo(2);
    assertThat(result.refusedReports()).isZero();
    assertThat(result.retractedOnly()).isEqualTo(1);
    assertThat(result.unaccounted()).isZero();
    assertThat(progress.lines).contains("read 6 rows", "judging 3 reports");
    assertThat(progress.lines).anyMatch(line -> line.matches("judged \\d of \\d"));
    assertThat(result.rejected())
        .extracting(line -> line.path("field").asText())
        .containsExactly("occurredFrom", "json");
    assertThat(result.rejected())
        .extracting(RejectedLine::text)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("reports.jsonl, line 5: refused: occurredFrom: "),
            second -> assertThat(second).startsWith("reports.jsonl, line 7: refused: "));
  }

  @Test
  void shouldUseAllOfFilesThatBeginWithTheNewest() throws Exception {
    // Given
    var newer = Files.writeString(folder.resolve("newer.jsonl"), row(2024) + row(2016));
    var older = Files.writeString(folder.resolve("older.jsonl"), row(2021) + row(2013));
    // When
    var result = run(Imports.Format.MARSAD_JSONL, newer, older);
    // Then
    assertThat(result.inStrikes()).isEqualTo(4);
    assertThat(result.rejected()).isEmpty();
    assertThat(result.alerts()).extracting(Alert::getOnset).isSorted();
  }

  private static String row(int year) {
    return """
    {"localId": "%d", "source": {"id": "a"}, "area": "aleppo", "occurredFrom": "%d-10-11"}
    """
        .formatted(year, year);
  }

  @Test
  void shouldSayTheSameTwiceOfTheUcdpFile() throws Exception {
    Assumptions.assumeThat(UCDP).as("the real data lies beside the project").exists();
    // When
    var first = run(Imports.Format.UCDP_GED, UCDP);
    var second = run(Imports.Format.UCDP_GED, UCDP);
    // Then
    assertThat(lines(second)).isEqualTo(lines(first)).isNotEmpty();
    assertThat(first.rows().rows()).isEqualTo(749);
    assertThat(first.unaccounted()).isZero();
  }

  private BacktestResult run(Imports.Format format, Path... files) throws Exception {
    var gazetteer = Gazetteer.bundled();
    var imports = new Imports(gazetteer::resolve, Include.AIR, null);
    return new Backtest(gazetteer, Rules.DEFAULTS, imports, progress).run(format, List.of(files));
  }

  /** Remembers what it is told. */
  private static final class Heard implements Progress {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void tell(String line) {
      lines.add(line);
    }

    @Override
    public void step(Supplier<String> line) {
      lines.add(line.get());
    }
  }

  private static List<String> lines(BacktestResult result) {
    return result.alerts().stream().map(MessageJson::line).toList();
  }
}
