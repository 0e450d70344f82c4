package org.marsad.producer.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code csv}: any table, by a mapping. Each row is put into our own JSON and read as such. */
final class CsvRows {
  private final RowReader reader;
  private final CsvMapping mapping;

  CsvRows(RowReader reader, CsvMapping mapping) {
    this.reader = reader;
    this.mapping = mapping;
  }

  Stream<ImportedLine> open(Path file) throws IOException {
    return Table.open(file, mapping.layout(), mapping.wanted(), this::read);
  }

  private ImportedLine read(Table.Row row) {
    var reason = mapping.filter().reasonToSkip(row);
    if (reason.isPresent()) {
      return new ImportedLine.Skipped(row.line(), reason.get());
    }
    var report = new CsvReport(mapping, row);
    return reader.read(row.line(), report.json(), report.faults(), row.original());
  }
}
