package org.marsad.producer.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a table become reports.
 *
 * @param delimiter between values
 * @param zone of local times that come without one
 * @param dateFormats patterns of a date, or of a date with a time; the first that fits counts
 * @param timeFormats patterns of a time in a column of its own
 * @param unknownTimes times that stand for "not known": the day alone counts then
 * @param columns column to field
 * @param constants field to value, for what the table does not say
 * @param composed field to a text with the names of columns in braces, such as {@code
 *     {town}/{number}} where no column alone tells a row from the others
 * @param values for a field: what stands in the table, in lower case, to what the report says
 */
public record CsvMapping(
    char delimiter,
    ZoneId zone,
    List<DateTimeFormatter> dateFormats,
    List<DateTimeFormatter> timeFormats,
    Set<String> unknownTimes,
    Map<String, String> columns,
    Map<String, String> constants,
    Map<String, String> composed,
    Map<String, Map<String, String>> values) {
  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]*)}");

  public CsvMapping {
    dateFormats = List.copyOf(dateFormats);
    timeFormats = List.copyOf(timeFormats);
    unknownTimes = Set.copyOf(unknownTimes);
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
    composed = Map.copyOf(composed);
    values = Map.copyOf(values);
  }

  /**
   * Reads a mapping from YAML.
   *
   * @throws ImportException with every fault of it
   * @throws IOException when the file cannot be read
   */
  public static CsvMapping read(Path file) throws IOException {
    return parse(Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * As {@link #read}, from text.
   *
   * @throws ImportException with every fault of it
   */
  public static CsvMapping parse(String yaml) throws ImportException {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new ImportException(
          List.of("mapping: no YAML (expected: YAML): " + e.getOriginalMessage()));
    }
    return new Reader(root).read();
  }

  /** The columns that the table must have. */
  Set<String> neededColumns() {
    var needed = new LinkedHashSet<>(columns.keySet());
    for (var text : composed.values()) {
      COLUMN.matcher(text).results().forEach(column -> needed.add(column.group(1)));
    }
    return needed;
  }

  /**
   * The composed text of a field, or null.
   *
   * @param valueOf what stands in a column
   */
  @Nullable String compose(String field, UnaryOperator<String> valueOf) {
    var text = composed.get(field);
    return text == null
        ? null
        : COLUMN
            .matcher(text)
            .replaceAll(column -> Matcher.quoteReplacement(valueOf.apply(column.group(1))));
  }

  /** The column that leads to a field, or null. */
  @Nullable String columnOf(String field) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue().equals(field))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Takes a mapping apart and notes its faults. */
  private static final class Reader {
    private static final Set<String> KEYS =
        Set.of(
            "delimiter",
            "zone",
            "date-formats",
            "time-formats",
            "unknown-times",
            "columns",
            "constants",
            "composed",
            "values");

    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();

    Reader(JsonNode root) {
      this.root = root;
    }

    CsvMapping read() throws ImportException {
      root.fieldNames()
          .forEachRemaining(
              key -> {
                if (!KEYS.contains(key)) {
                  fault(key, "unknown", "one of " + KEYS.stream().sorted().toList());
                }
              });
      var columns = texts("columns");
      var constants = texts("constants");
      var composed = texts("composed");
      checkFields(columns, constants, composed);
      var mapping =
          new CsvMapping(
              delimiter(),
              zone(),
              formats("date-formats", List.of("yyyy-MM-dd")),
              formats("time-formats", List.of("H:mm", "H:mm:ss")),
              Set.copyOf(list("unknown-times", List.of())),
              columns,
              constants,
              composed,
              values());
      if (!faults.isEmpty()) {
        throw new ImportException(faults);
      }
      return mapping;
    }

    private void checkFields(
        Map<String, String> columns, Map<String, String> constants, Map<String, String> composed) {
      var given = new ArrayList<String>(columns.values());
      given.addAll(constants.keySet());
      given.addAll(composed.keySet());
      for (var field : given) {
        if (!CsvField.exists(field)) {
          fault("columns", field, "one of " + CsvField.names());
        }
        if (given.indexOf(field) != given.lastIndexOf(field)) {
          fault(field, "given twice", "one column, one constant or one composed text");
        }
        var dot = field.indexOf('.');
        if (dot > 0 && given.contains(field.substring(0, dot))) {
          fault(field, "given besides " + field.substring(0, dot), "one or the other");
        }
      }
      for (var needed : List.of("source.id", "localId")) {
        if (!given.contains(needed)) {
          fault(needed, "absent", "a column or a constant");
        }
      }
      composed.forEach(
          (field, text) -> {
            if (!COLUMN.matcher(text).find()) {
              fault(field, text, "a text with a column in braces, such as {town}");
            }
          });
      if (!given.contains("occurredFrom") && !given.contains("occurredFrom.date")) {
        fault("occurredFrom", "absent", "a column, or two for occurredFrom.date and .time");
      }
    }

    private char delimiter() {
      var text = root.path("delimiter").asText(",");
      if (text.length() != 1) {
        fault("delimiter", text, "one character");
        return ',';
      }
      return text.charAt(0);
    }

    private ZoneId zone() {
      var text = root.path("zone").asText("absent");
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        fault("zone", text, "an IANA time zone such as Asia/Damascus");
        return ZoneOffset.UTC;
      }
    }

    private List<DateTimeFormatter> formats(String key, List<String> otherwise) {
      var formats = new ArrayList<DateTimeFormatter>();
      for (var pattern : list(key, otherwise)) {
        try {
          formats.add(
              DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                  .withResolverStyle(ResolverStyle.STRICT));
        } catch (IllegalArgumentException e) {
          fault(key, pattern, "a pattern such as dd/MM/yyyy HH:mm");
        }
      }
      return formats;
    }

    private List<String> list(String key, List<String> otherwise) {
      var node = root.path(key);
      if (node.isMissingNode()) {
        return otherwise;
      }
      if (!node.isArray()) {
        fault(key, node.toString(), "a list");
        return List.of();
      }
      var items = new ArrayList<String>();
      node.forEach(item -> items.add(item.asText()));
      return items;
    }

    private Map<String, String> texts(String key) {
      var node = root.path(key);
      if (!node.isMissingNode() && !node.isObject()) {
        fault(key, node.toString(), "names and values");
      }
      return texts(node);
    }

    private static Map<String, String> texts(JsonNode node) {
      var texts = new LinkedHashMap<String, String>();
      node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
      return texts;
    }

    private Map<String, Map<String, String>> values() {
      var values = new LinkedHashMap<String, Map<String, String>>();
      for (var entry : root.path("values").properties()) {
        if (!CsvField.exists(entry.getKey())) {
          fault("values", entry.getKey(), "one of " + CsvField.names());
        }
        var lowerCase = new LinkedHashMap<String, String>();
        texts(entry.getValue())
            .forEach((from, to) -> lowerCase.put(from.toLowerCase(Locale.ROOT), to));
        values.put(entry.getKey(), Map.copyOf(lowerCase));
      }
      return values;
    }

    private void fault(String name, String value, String expected) {
      var fault = name + ": " + value + " (expected: " + expected + ")";
      if (!faults.contains(fault)) {
        faults.add(fault);
      }
    }
  }

  /** What the report says for what stands in the table; what no map names passes as it is. */
  String translate(String field, String value) {
    var translated = values.getOrDefault(field, Map.of()).get(value.toLowerCase(Locale.ROOT));
    return Objects.requireNonNullElse(translated, value);
  }
}
