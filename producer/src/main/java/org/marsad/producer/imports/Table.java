package org.marsad.producer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.text.PastedText;
import org.marsad.producer.text.TextFile;

/**
 * Rows of a delimited file (RFC 4180, quoted fields may hold lines), columns by name or HXL tag.
 * Titles above the header, a line {@code sep=;}, a row of HXL tags and blank rows are none.
 */
final class Table {
  private Table() {}

  /** What a header must have. */
  interface Wanted {
    /** What the header lacks, each as a name and what was expected; empty where it will do. */
    List<String> missing(TableHeader header);

    /** Columns that must be there; others are of no interest. */
    static Wanted columns(Collection<String> columns) {
      return header -> columns.stream().filter(column -> !header.has(column)).toList();
    }
  }

  /**
   * Reads a file.
   *
   * @param reading what becomes of a row with as many values as the header
   * @throws ImportException where no line of its first is such a header, or it is no such text
   */
  static Stream<ImportedLine> open(
      Path file, TableLayout layout, Wanted wanted, Function<Row, ImportedLine> reading)
      throws IOException {
    var text = TextFile.of(file, layout.encoding());
    for (var delimiter : layout.delimiters()) {
      var records = new TableRecords(text, delimiter);
      var tried = records.findHeader(header -> wanted.missing(header).isEmpty());
      var last =
          tried.isEmpty() ? new TableHeader(List.of(), List.of()) : tried.get(tried.size() - 1);
      if (wanted.missing(last).isEmpty()) {
        return rows(records, last)
            .map(row -> read(row, text, reading))
            .onClose(() -> close(records));
      }
      records.close();
    }
    throw noHeader(file, text, layout, wanted);
  }

  /**
   * One row.
   *
   * @param line number of its first line in the file
   */
  record Row(long line, CSVRecord values, TableHeader header) {
    boolean has(String column) {
      return header.has(column);
    }

    /** The value in a column that there is, as {@link PastedText#clean} leaves it. */
    String get(String column) {
      return PastedText.clean(values.get(header.position(column)));
    }

    /** The row again as a line of comma-separated values. */
    String original() {
      return CSVFormat.RFC4180.format((Object[]) values.values());
    }

    /** As many values as the header, or more of which all are blank. */
    private boolean isWhole() {
      return values.size() >= width() && values.stream().skip(width()).allMatch(String::isBlank);
    }

    private int width() {
      return header.names().size();
    }
  }

  private static Stream<Row> rows(TableRecords records, TableHeader header) {
    var found = Spliterators.spliteratorUnknownSize(records, Spliterator.ORDERED);
    return StreamSupport.stream(found, false)
        .filter(record -> !record.isBlank())
        .map(record -> new Row(record.line(), record.values(), header));
  }

  private static ImportedLine read(Row row, TextFile text, Function<Row, ImportedLine> reading) {
    if (text.isDamagedIn(row.original())) {
      return new ImportedLine.Refused(row.line(), RowReader.DAMAGED, row.original());
    }
    return row.isWhole()
        ? reading.apply(row)
        : new ImportedLine.Refused(
            row.line(),
            List.of(
                new FieldError(
                    "row",
                    row.values().size() + " values",
                    row.width() + ", as many as the header")),
            row.original());
  }

  /** Of all lines that might be the header, the one that lacks least. */
  private static ImportException noHeader(
      Path file, TextFile text, TableLayout layout, Wanted wanted) throws IOException {
    for (var other : TableLayout.USUAL) {
      try (var records = new TableRecords(text, other)) {
        var tried = records.findHeader(header -> wanted.missing(header).isEmpty());
        if (tried.stream().anyMatch(header -> wanted.missing(header).isEmpty())) {
          return new ImportException(
              List.of(
                  "delimiter: %s (expected: %s, which parts the header of %s)"
                      .formatted(
                          shown(layout.delimiters().get(0)), shown(other), file.getFileName())));
        }
      }
    }
    try (var records = new TableRecords(text, layout.delimiters().get(0))) {
      var nearest =
          records.findHeader(header -> false).stream()
              .min(Comparator.comparingInt(header -> wanted.missing(header).size()))
              .orElseGet(() -> new TableHeader(List.of(), List.of()));
      return new ImportException(
          wanted.missing(nearest).stream()
              .map(
                  column ->
                      "%s: no such column in %s (expected: one of %s)"
                          .formatted(column, file.getFileName(), nearest.names()))
              .toList());
    }
  }

  private static String shown(char delimiter) {
    return delimiter == '\t' ? "a tab" : String.valueOf(delimiter);
  }

  private static void close(TableRecords records) {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
