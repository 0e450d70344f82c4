package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Target;
import org.marsad.producer.text.PastedText;
import org.marsad.schemas.Marks;

/** One row put into the report's JSON; values that cannot be read are noted and left out. */
final class CsvReport {
  private static final Pattern BETWEEN_EVIDENCE = Pattern.compile(";");
  private static final Pattern BETWEEN_TARGETS = Pattern.compile("[;,|،؛\\n]");
  private static final Set<String> TARGETS =
      Stream.of(Target.values()).map(Target::name).collect(Collectors.toCollection(TreeSet::new));

  private final CsvMapping mapping;
  private final CsvTimes times;
  private final Table.Row row;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final RowFaults faults;

  CsvReport(CsvMapping mapping, Table.Row row) {
    this.mapping = mapping;
    this.times = new CsvTimes(mapping.times());
    this.row = row;
    this.faults = new RowFaults(new Cells(this::columns, row::get));
    CsvField.names().forEach(this::put);
    var counts = new CountCells(mapping.notation(), faults);
    CsvField.COUNTS.forEach(field -> counts.put(json, field, this::value));
    putPoint();
    putTimes();
  }

  ObjectNode json() {
    return json;
  }

  RowFaults faults() {
    return faults;
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
    return mapping
        .columnOf(field, row.header())
        .map(column -> mapping.translate(field, row.get(column)))
        .orElse("");
  }

  /** The columns of a field, else those of its parts, or of the point that it is a part of. */
  private List<String> columns(String field) {
    var own = ownColumns(field);
    if (!own.isEmpty() || field.startsWith("source.")) {
      return own;
    }
    var whole = CsvField.isOfAPoint(field) ? "point" : field.replaceFirst("\\..*", "");
    return CsvField.names().stream()
        .filter(other -> other.equals(whole) || other.startsWith(whole + "."))
        .flatMap(other -> ownColumns(other).stream())
        .toList();
  }

  private List<String> ownColumns(String field) {
    var composed = mapping.composed().get(field);
    if (mapping.constants().containsKey(field)) {
      return List.of();
    }
    return composed == null
        ? mapping.columnOf(field, row.header()).stream().toList()
        : CsvMapping.COLUMN.matcher(composed).results().map(column -> column.group(1)).toList();
  }

  private void put(String field) {
    var value = value(field);
    if (value.isEmpty()) {
      return;
    }
    switch (CsvField.formOf(field)) {
      case TEXT -> putText(field, value);
      case AREA -> json.put(field, slug(value));
      case WHOLE -> putWhole(field, value);
      case LIST -> putList(field, value);
      case COUNT, POINT, TIME -> {} // put together from several columns
    }
  }

  private void putText(String field, String value) {
    if (field.startsWith("source.")) {
      json.withObjectProperty("source").put(field.substring("source.".length()), value);
    } else if (field.equals("neighbourhood") && mapping.composed().containsKey(field)) {
      json.put(field, slug(value)); // nobody knows it by that name
    } else if (field.equals("localId") && mapping.composed().containsKey(field)) {
      json.put(field, ComposedId.of(value));
    } else {
      json.put(field, cut(field, value));
    }
  }

  /** What is too long for the report, cut where the mapping says so, with a sign that it is. */
  private String cut(String field, String value) {
    var most = CsvField.TEXT_LIMITS.getOrDefault(field, Integer.MAX_VALUE);
    return value.length() > most && mapping.notation().truncated().contains(field)
        ? value.substring(0, most - 1) + "…"
        : value;
  }

  private void putWhole(String field, String value) {
    try {
      json.put(field, Integer.parseInt(PastedText.number(value)));
    } catch (NumberFormatException e) {
      faults.refuse(field, value, "a whole number");
    }
  }

  private void putList(String field, String values) {
    var list = json.putArray(field);
    for (var item : items(field, values)) {
      var value = mapping.translate(field, item);
      var symbol = value.toUpperCase(Locale.ROOT);
      if (field.equals("evidence") || TARGETS.contains(symbol)) {
        list.add(field.equals("evidence") ? value : symbol);
      } else if (!value.isBlank()) {
        faults.leaveOut(Marks.TARGETS_UNREADABLE, field, value, "some of " + TARGETS);
      }
    }
  }

  private List<String> items(String field, String values) {
    var separator = mapping.notation().listSeparator();
    if (separator != null) {
      return parts(separator, values);
    }
    return field.equals("targets")
        ? parts(BETWEEN_TARGETS, values).stream().flatMap(this::words).toList()
        : parts(BETWEEN_EVIDENCE, values);
  }

  /** Known words with blanks between them, as phone forms write a choice of several. */
  private Stream<String> words(String item) {
    var words = item.split("\\s+", -1);
    return !isTarget(item) && Stream.of(words).allMatch(this::isTarget)
        ? Stream.of(words)
        : Stream.of(item);
  }

  private boolean isTarget(String item) {
    return mapping.translates("targets", item) || TARGETS.contains(item.toUpperCase(Locale.ROOT));
  }

  private static List<String> parts(Pattern separator, String values) {
    return separator
        .splitAsStream(values)
        .map(PastedText::clean)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private void putPoint() {
    var cells = new PointCells(mapping.notation(), faults);
    var radius = value("radiusMetres");
    cells.put(json, value("lat"), value("lon"), radius);
    cells.putOne(json, value("point"), radius);
  }

  private void putTimes() {
    var from = time("occurredFrom", null);
    var until = time("occurredUntil", from.orElse(null));
    var reported = time("reportedAt", null);
    from.ifPresent(said -> json.put("occurredFrom", said.text()));
    until.ifPresent(said -> json.put("occurredUntil", said.text()));
    reported.ifPresent(said -> json.put("reportedAt", said.text()));
    var toTheHour =
        from.filter(CsvTimes.Said::toTheHour).or(() -> until.filter(CsvTimes.Said::toTheHour));
    if (toTheHour.isPresent() && !json.has("timePrecision")) {
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
        ? noted(field + ".time", clock, times.read(start.date().plusDays(1), clock))
        : sameDay;
  }

  private static boolean isBefore(CsvTimes.Said end, CsvTimes.Said start) {
    return end.at() != null && start.at() != null && end.at().isBefore(start.at());
  }

  private Optional<CsvTimes.Said> noted(
      String field, String text, Optional<CsvTimes.Reading> reading) {
    var said = reading.orElse(null);
    if (said instanceof CsvTimes.Said time) {
      return Optional.of(time);
    }
    faults.refuse(
        field,
        text,
        said instanceof CsvTimes.Skipped skipped
            ? skipped.expected()
            : "a day and a time that exist, in a format of the mapping");
    return Optional.empty();
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}/]+", "-")
        .replaceAll("^-+|-+$", "");
  }
}
