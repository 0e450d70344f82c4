package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.report.FieldError;

/** One row put into the report's JSON; values that cannot be read are noted and left out. */
final class CsvReport {
  private static final String LIST_SEPARATOR = ";";

  private final CsvMapping mapping;
  private final CsvTimes times;
  private final Table.Row row;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final List<FieldError> errors = new ArrayList<>();

  CsvReport(CsvMapping mapping, Table.Row row) {
    this.mapping = mapping;
    this.times = new CsvTimes(mapping);
    this.row = row;
    CsvField.names().forEach(this::put);
    CsvField.COUNTS.forEach(this::putCount);
    putTimes();
  }

  ObjectNode json() {
    return json;
  }

  List<FieldError> errors() {
    return errors;
  }

  /** What the row, or the mapping for all rows, says of a field; empty where neither does. */
  private String value(String field) {
    var constant = mapping.constants().get(field);
    if (constant != null) {
      return constant;
    }
    var composed = mapping.compose(field, row::get);
    if (composed != null) {
      return mapping.translate(field, composed.strip());
    }
    var column = mapping.columnOf(field);
    return column == null ? "" : mapping.translate(field, row.get(column));
  }

  private void put(String field) {
    var value = value(field);
    if (value.isEmpty()) {
      return;
    }
    switch (CsvField.formOf(field)) {
      case TEXT -> putText(field, value);
      case AREA -> json.put(field, slug(value));
      case NUMBER -> putNumber(field, value);
      case WHOLE -> putWhole(field, value);
      case LIST -> putList(field, value);
      case COUNT, TIME -> {} // put together from several columns
    }
  }

  private void putText(String field, String value) {
    if (field.startsWith("source.")) {
      json.withObjectProperty("source").put(field.substring("source.".length()), value);
    } else if (field.equals("neighbourhood") && mapping.composed().containsKey(field)) {
      json.put(field, slug(value)); // nobody knows it by that name
    } else {
      json.put(field, value);
    }
  }

  private void putNumber(String field, String value) {
    try {
      json.put(field, Double.parseDouble(value));
    } catch (NumberFormatException e) {
      errors.add(new FieldError(field, value, "a number"));
    }
  }

  private void putWhole(String field, String value) {
    try {
      json.put(field, Integer.parseInt(value));
    } catch (NumberFormatException e) {
      errors.add(new FieldError(field, value, "a whole number"));
    }
  }

  private void putList(String field, String values) {
    var list = json.putArray(field);
    for (var value : values.split(LIST_SEPARATOR, -1)) {
      if (!value.isBlank()) {
        list.add(mapping.translate(field, value.strip()));
      }
    }
  }

  /** One column, or up to three; where only a best is given it is the low as well. */
  private void putCount(String field) {
    var whole = count(field);
    var low = count(field + ".low");
    var best = count(field + ".best");
    var high = count(field + ".high");
    var least = first(whole, low, best);
    if (least == null) {
      return;
    }
    var range = json.putObject(field);
    range.put("low", least.low());
    if (best != null) {
      range.put("best", best.low());
    }
    var most = whole != null ? whole.high() : high == null ? null : high.high();
    if (most != null) {
      range.put("high", most);
    }
  }

  private @Nullable CountText count(String field) {
    var value = value(field);
    if (CountText.isNotReported(value)) {
      return null;
    }
    var count = CountText.read(value);
    if (count.isEmpty()) {
      errors.add(new FieldError(field, value, "12, 10+, 3–5, or - where it was not reported"));
    }
    return count.orElse(null);
  }

  private static @Nullable CountText first(@Nullable CountText... counts) {
    for (var count : counts) {
      if (count != null) {
        return count;
      }
    }
    return null;
  }

  private void putTimes() {
    var from = time("occurredFrom", null);
    var until = time("occurredUntil", from.orElse(null));
    var reported = time("reportedAt", null);
    from.ifPresent(said -> json.put("occurredFrom", said.text()));
    until.ifPresent(said -> json.put("occurredUntil", said.text()));
    reported.ifPresent(said -> json.put("reportedAt", said.text()));
    var twice = from.filter(CsvTimes.Said::twice).or(() -> until.filter(CsvTimes.Said::twice));
    if (twice.isPresent() && !json.has("timePrecision")) {
      json.put("timePrecision", "HOUR");
    }
  }

  /**
   * A time from one column, or from two.
   *
   * @param start for the end of an event: a time without a date of its own lies on the start's day,
   *     or on the next where it would lie before the start
   */
  private Optional<CsvTimes.Said> time(String field, CsvTimes.@Nullable Said start) {
    var whole = value(field);
    var date = value(field + ".date");
    var clock = value(field + ".time");
    if (!whole.isEmpty() || !date.isEmpty()) {
      var text = whole.isEmpty() ? date : whole;
      var said = noted(field, text, times.read(text));
      return clock.isEmpty() || said.isEmpty()
          ? said
          : noted(field + ".time", clock, times.read(said.get().date(), clock));
    }
    if (start == null || clock.isEmpty()) {
      return Optional.empty();
    }
    var sameDay = noted(field + ".time", clock, times.read(start.date(), clock));
    return sameDay.filter(end -> isBefore(end, start)).isPresent()
        ? times.read(start.date().plusDays(1), clock)
        : sameDay;
  }

  private static boolean isBefore(CsvTimes.Said end, CsvTimes.Said start) {
    return end.at() != null && start.at() != null && end.at().isBefore(start.at());
  }

  private Optional<CsvTimes.Said> noted(String field, String text, Optional<CsvTimes.Said> said) {
    if (said.isEmpty()) {
      errors.add(
          new FieldError(field, text, "a day and a time that exist, in a format of the mapping"));
    }
    return said;
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}/]+", "-")
        .replaceAll("^-+|-+$", "");
  }
}
