package org.marsad.producer.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.producer.TestPlaces;

/** Whole files read at once. */
final class ImportFiles {
  private ImportFiles() {}

  static List<ImportedLine> read(
      Imports.Format format, Include include, @Nullable CsvMapping mapping, Path file)
      throws IOException {
    try (var rows = new Imports(TestPlaces::resolve, include, mapping).open(format, file)) {
      return rows.toList();
    }
  }

  static ImportSummary summary(List<ImportedLine> rows) {
    var summary = ImportSummary.NONE;
    for (var row : rows) {
      summary = summary.plus(row);
    }
    return summary;
  }

  static List<StrikeReport> reports(List<ImportedLine> rows) {
    return rows.stream()
        .filter(ImportedLine.Report.class::isInstance)
        .map(row -> ((ImportedLine.Report) row).report())
        .toList();
  }

  static List<ImportedLine.Refused> refused(List<ImportedLine> rows) {
    return rows.stream()
        .filter(ImportedLine.Refused.class::isInstance)
        .map(ImportedLine.Refused.class::cast)
        .toList();
  }
}
