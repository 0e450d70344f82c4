package org.marsad.producer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.marsad.producer.report.FieldError;

/** Rows of a comma-separated file (RFC 4180, quoted fields may hold lines), columns by name. */
final class Table {
  private static final CSVFormat LENIENT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(true)
          .setTrailingData(true)
          .setLenientEof(true)
          .get();

  private Table() {}

  /**
   * Reads a file.
   *
   * @param columns the columns that must be there; others are of no interest
   * @param reading what becomes of a row with as many values as the header
   */
  static Stream<ImportedLine> open(
      Path file, char delimiter, Collection<String> columns, Function<Row, ImportedLine> reading)
      throws IOException {
    var parser =
        CSVParser.builder()
            .setReader(Rows.reader(file))
            .setFormat(LENIENT.builder().setDelimiter(delimiter).get())
            .get();
    var records = parser.iterator();
    var header = records.hasNext() ? records.next().toList() : List.<String>of();
    try {
      demand(file, columns, header);
    } catch (ImportException e) {
      parser.close();
      throw e;
    }
    var rows =
        Spliterators.spliteratorUnknownSize(rows(parser, records, header), Spliterator.ORDERED);
    return StreamSupport.stream(rows, false)
        .map(row -> row.isWhole() ? reading.apply(row) : row.refused(row.raggedness()))
        .onClose(() -> close(parser));
  }

  /**
   * One row.
   *
   * @param line number of its first line in the file
   * @param positions column name to position, from 0
   */
  record Row(long line, CSVRecord values, Map<String, Integer> positions, int width) {
    /** The value in a column, without spaces around it. */
    String get(String column) {
      return values.get(Objects.requireNonNull(positions.get(column), column)).strip();
    }

    ImportedLine refused(List<FieldError> errors) {
      return new ImportedLine.Refused(line, errors, original());
    }

    /** The row again as a line of comma-separated values. */
    String original() {
      return CSVFormat.RFC4180.format((Object[]) values.values());
    }

    private boolean isWhole() {
      return values.size() == width;
    }

    private List<FieldError> raggedness() {
      return List.of(
          new FieldError("row", values.size() + " values", width + ", as many as the header"));
    }
  }

  private static Iterator<Row> rows(
      CSVParser parser, Iterator<CSVRecord> records, List<String> header) {
    var positions = positions(header);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public Row next() {
        var values = records.next();
        var line = parser.getCurrentLineNumber() - linesWithin(values);
        return new Row(line, values, positions, header.size());
      }
    };
  }

  private static long linesWithin(CSVRecord values) {
    return values.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
  }

  /** Of two columns with one name the first counts. */
  private static Map<String, Integer> positions(List<String> header) {
    var positions = new HashMap<String, Integer>();
    for (var i = 0; i < header.size(); i++) {
      positions.putIfAbsent(header.get(i).strip(), i);
    }
    return positions;
  }

  private static void demand(Path file, Collection<String> columns, List<String> header)
      throws ImportException {
    var faults = new ArrayList<String>();
    for (var column : columns) {
      if (!positions(header).containsKey(column)) {
        faults.add(
            column
                + ": no such column in "
                + file.getFileName()
                + " (expected: one of "
                + header
                + ")");
      }
    }
    if (!faults.isEmpty()) {
      throw new ImportException(faults);
    }
  }

  private static void close(CSVParser parser) {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
