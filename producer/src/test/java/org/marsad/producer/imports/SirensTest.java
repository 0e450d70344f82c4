package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.SharedData;

/** The example mapping over the real file of sirens: every row a report, told apart. */
final class SirensTest {
  private static final Path MAPPING = Path.of("docs", "examples", "sirens.yaml");

  @Test
  void shouldMakeATestReportOfEachSiren() throws IOException {
    // When
    var rows = read();
    // Then
    assertThat(ImportFiles.summary(rows)).isEqualTo(new ImportSummary(1656, 1656, 0, 0, 0));
    var reports = ImportFiles.reports(rows);
    assertThat(reports).extracting(StrikeReport::getReality).containsOnly(Reality.TEST);
    assertThat(reports)
        .extracting(StrikeReport::getTimePrecision)
        .allMatch(precision -> precision.compareTo(TimePrecision.MINUTE) <= 0);
    assertThat(reports).extracting(StrikeReport::getReportId).doesNotHaveDuplicates();
    // The three levels: 996 oblasts, 254 raions and 406 hromadas
    assertThat(reports).filteredOn(report -> report.getNeighbourhood() == null).hasSize(996);
    // Three went on for longer than a day
    assertThat(reports)
        .filteredOn(report -> lasted(report).compareTo(Duration.ofHours(24)) > 0)
        .extracting(StrikeReport::getArea)
        .containsExactly("chernihivska-oblast", "luhanska-oblast", "chernihivska-oblast");
  }

  @Test
  void shouldLeaveSwappedColumnsSwapped() throws IOException {
    assertThat(read().get(16))
        .isInstanceOfSatisfying(
            ImportedLine.Report.class,
            row -> {
              assertThat(row.line()).isEqualTo(18);
              assertThat(row.report().getArea()).isEqualTo("lubenskyi-raion");
              assertThat(row.report().getNeighbourhood())
                  .isEqualTo("lubenskyi-raion/poltavska-oblast-hrebinkivska-terytorialna-hromada");
            });
  }

  private static List<ImportedLine> read() throws IOException {
    var file = SharedData.file("ua-sirens/ukraine_2022-03-15_2022-03-31.csv");
    var gazetteer = Gazetteer.bundled();
    try (var rows =
        new Imports(gazetteer::resolve, Include.AIR, CsvMapping.read(MAPPING))
            .open(Imports.Format.CSV, file)) {
      return rows.toList();
    }
  }

  private static Duration lasted(StrikeReport report) {
    return Duration.between(report.getOccurredFrom(), report.getOccurredUntil());
  }
}
