package org.marsad.producer.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.marsad.producer.text.PastedText;

/**
 * How one file writes its days. A spreadsheet turns {@code 2016-10-12} into {@code 12/10/2016} or
 * {@code 10/12/2016}, which only the other rows of the file can tell apart. A midnight behind a day
 * is no time.
 */
final class FileDays {
  private static final Pattern MIDNIGHT =
      Pattern.compile("[T ]0?0:00(?::00(?:\\.0+)?)?(?:Z|[+-]00:?00)?$");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");
  private static final List<DateTimeFormatter> WITH_MONTHS =
      Stream.of("d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d-MMMM-yyyy")
          .flatMap(pattern -> TimePatterns.of(pattern).stream())
          .toList();

  private String dayFirst = "";
  private String monthFirst = "";
  private String either = "";

  /** Looks at one of the file's days. */
  void sample(String text) {
    var numbers = NUMBERS.matcher(day(text));
    if (!numbers.matches()) {
      return;
    }
    if (Integer.parseInt(numbers.group(1)) > 12 || numbers.group(2).equals(".")) {
      dayFirst = text;
    } else if (Integer.parseInt(numbers.group(3)) > 12) {
      monthFirst = text;
    } else if (!numbers.group(1).equals(numbers.group(3))) {
      either = text;
    }
  }

  /**
   * Refuses a file whose days cannot be told apart.
   *
   * @param column for the message
   */
  void check(String column) throws ImportException {
    if (!dayFirst.isEmpty() && !monthFirst.isEmpty()) {
      throw refused(column, dayFirst + " and " + monthFirst, "one format in all rows: yyyy-MM-dd");
    }
    if (dayFirst.isEmpty() && monthFirst.isEmpty() && !either.isEmpty()) {
      throw refused(column, either, "yyyy-MM-dd: no row tells day and month apart");
    }
  }

  /** The day as ISO writes it; a text that is none as it stands. */
  String read(String text) {
    var day = day(text);
    var numbers = NUMBERS.matcher(day);
    try {
      if (numbers.matches()) {
        var first = Integer.parseInt(numbers.group(1));
        var second = Integer.parseInt(numbers.group(3));
        var year = Integer.parseInt(numbers.group(4));
        return monthFirst.isEmpty()
            ? LocalDate.of(year, second, first).toString()
            : LocalDate.of(year, first, second).toString();
      }
    } catch (DateTimeException e) {
      return text;
    }
    for (var format : WITH_MONTHS) {
      try {
        return LocalDate.parse(day, format).toString();
      } catch (DateTimeException e) {
        // not this one
      }
    }
    return day;
  }

  private static String day(String text) {
    return MIDNIGHT.matcher(PastedText.number(text)).replaceFirst("");
  }

  private static ImportException refused(String column, String value, String expected) {
    return new ImportException(List.of(column + ": " + value + " (expected: " + expected + ")"));
  }
}
