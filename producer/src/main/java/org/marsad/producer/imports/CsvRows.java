package org.marsad.producer.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.Places;
import org.marsad.producer.report.ReportContext;
import org.marsad.producer.report.ReportJson;
import org.marsad.producer.report.ReportOutcome;

/** {@code csv}: any table, by a mapping. Each row is put into our own JSON and read as such. */
final class CsvRows {
  private final ReportJson json;
  private final CsvMapping mapping;
  private final ReportContext context;

  CsvRows(Places places, CsvMapping mapping, ReportContext context) {
    this.json = new ReportJson(places);
    this.mapping = mapping;
    this.context = context;
  }

  Stream<ImportedLine> open(Path file) throws IOException {
    return Table.open(file, mapping.delimiter(), mapping.neededColumns(), this::read);
  }

  private ImportedLine read(Table.Row row) {
    var report = new CsvReport(mapping, row);
    var outcome = json.read(report.json(), context);
    if (report.errors().isEmpty()) {
      return Rows.row(row.line(), outcome, row.original());
    }
    var errors = new ArrayList<>(report.errors());
    if (outcome instanceof ReportOutcome.Refused refused) {
      var noted = report.errors().stream().map(CsvRows::root).collect(Collectors.toSet());
      refused.errors().stream().filter(e -> !noted.contains(root(e))).forEach(errors::add);
    }
    return row.refused(errors);
  }

  private static String root(FieldError error) {
    var dot = error.field().indexOf('.');
    return dot < 0 ? error.field() : error.field().substring(0, dot);
  }
}
