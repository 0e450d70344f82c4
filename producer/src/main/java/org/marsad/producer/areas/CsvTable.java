package org.marsad.producer.areas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.LandUse;
import org.marsad.message.SiteKind;
import org.marsad.producer.text.PastedText;
import org.marsad.producer.text.TextFile;

/** A CSV file with a header line, read strictly: columns by name, unknown ones refused. */
final class CsvTable {
  private static final Set<String> YES = Set.of("yes", "true", "1", "نعم");
  private static final Set<String> NO = Set.of("no", "false", "0", "لا");

  private final Path file;
  private final List<CSVRecord> rows;

  private CsvTable(Path file, List<CSVRecord> rows) {
    this.file = file;
    this.rows = rows;
  }

  static CsvTable read(Path file, List<String> columns, List<String> required) throws IOException {
    var text = TextFile.of(file, StandardCharsets.UTF_8);
    var format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (var parser = CSVParser.parse(text.open(), format)) {
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

  /** Spreadsheets of countries with a decimal comma write semicolons. */
  private static char delimiter(TextFile text) throws IOException {
    try (var lines = text.open()) {
      var header = Objects.requireNonNullElse(lines.readLine(), "");
      return header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
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
      var text = PastedText.clean(values.get(column));
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
        var number = Double.parseDouble(PastedText.number(text));
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

    SiteKind siteKind(String column) {
      var text = required(column);
      try {
        return SiteKind.valueOf(text.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
      } catch (IllegalArgumentException e) {
        throw fault(column, text, "one of " + Arrays.toString(SiteKind.values()));
      }
    }

    /** Yes or no; blank is no. */
    boolean flag(String column) {
      var text = text(column);
      if (text == null || NO.contains(text.toLowerCase(Locale.ROOT))) {
        return false;
      }
      if (!YES.contains(text.toLowerCase(Locale.ROOT))) {
        throw fault(column, text, "yes or no");
      }
      return true;
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
