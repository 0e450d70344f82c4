package org.marsad.producer.areas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.LandUse;

/** A CSV file with a header line, read strictly: columns by name, unknown ones refused. */
final class CsvTable {
  private final Path file;
  private final List<CSVRecord> rows;

  private CsvTable(Path file, List<CSVRecord> rows) {
    this.file = file;
    this.rows = rows;
  }

  static CsvTable read(Path file, List<String> columns, List<String> required) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser =
        CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), format)) {
      var header = parser.getHeaderNames();
      for (var name : header) {
        if (!columns.contains(name)) {
          throw fault(file, 1, "column: " + name + " (expected: some of " + columns + ")");
        }
      }
      for (var name : required) {
        if (!header.contains(name)) {
          throw fault(file, 1, "column: " + name + " absent (expected: at least " + required + ")");
        }
      }
      return new CsvTable(file, parser.getRecords());
    }
  }

  List<Row> rows() {
    return rows.stream().map(row -> new Row(file, row)).toList();
  }

  private static AreaFileException fault(Path file, long line, String message) {
    return new AreaFileException(file + ": line " + line + ": " + message);
  }

  /** A line of the table; its number counts the header as 1. */
  record Row(Path file, CSVRecord values) {
    /** The value, null where the column is absent or blank. */
    @Nullable String text(String column) {
      if (!values.isMapped(column) || !values.isSet(column)) {
        return null;
      }
      var text = values.get(column).strip();
      return text.isEmpty() ? null : text;
    }

    String required(String column) {
      var text = text(column);
      if (text == null) {
        throw fault(column, "", "a value");
      }
      return text;
    }

    double number(String column, double least, double most) {
      var text = required(column);
      try {
        var number = Double.parseDouble(text);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw fault(column, text, "a number");
      }
      throw fault(column, text, least + " to " + most);
    }

    @Nullable String slug(String column) {
      var text = text(column);
      if (text != null && !Slug.isSlug(text)) {
        throw fault(column, text, "a slug such as al-fardous");
      }
      return text;
    }

    @Nullable LandUse landUse(String column) {
      var text = text(column);
      try {
        return text == null ? null : LandUse.valueOf(text);
      } catch (IllegalArgumentException e) {
        throw fault(column, text, "one of " + Arrays.toString(LandUse.values()));
      }
    }

    /** The items of a list that is separated by semicolons. */
    List<String> list(String column) {
      var text = text(column);
      return text == null ? List.of() : List.of(text.split("\\s*;\\s*", -1));
    }

    AreaFileException fault(String column, String value, String expected) {
      var message = column + ": " + value + " (expected: " + expected + ")";
      return CsvTable.fault(file, values.getRecordNumber() + 1, message);
    }
  }
}
