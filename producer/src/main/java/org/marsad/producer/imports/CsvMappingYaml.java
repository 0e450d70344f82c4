package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.text.PastedText;

/** Takes the YAML of a mapping apart and notes its faults. */
final class CsvMappingYaml {
  private static final Set<String> KEYS =
      Set.of(
          "delimiter",
          "encoding",
          "zone",
          "date-formats",
          "time-formats",
          "unknown-times",
          "decimal",
          "list-separator",
          "not-reported",
          "no-point",
          "truncate",
          "only",
          "skip",
          "columns",
          "first-of",
          "constants",
          "composed",
          "values");

  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();

  private CsvMappingYaml(JsonNode root) {
    this.root = root;
  }

  static CsvMapping read(String yaml) throws ImportException {
    return new CsvMappingYaml(PlainYaml.parse("mapping", yaml)).read();
  }

  private CsvMapping read() throws ImportException {
    root.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                fault(key, "unknown", "one of " + KEYS.stream().sorted().toList());
              }
            });
    var columns = texts("columns", PastedText::clean);
    var firstOf = lists("first-of");
    var constants = texts("constants", UnaryOperator.identity());
    var composed = texts("composed", UnaryOperator.identity());
    var given = new ArrayList<String>(columns.values());
    given.addAll(firstOf.keySet());
    given.addAll(constants.keySet());
    given.addAll(composed.keySet());
    checkFields(given);
    checkComposed(composed);
    var mapping =
        new CsvMapping(
            new TableLayout(delimiter(), encoding()),
            new RowFilter(tokens("only"), tokens("skip")),
            notation(),
            times(),
            columns,
            firstOf,
            constants,
            composed,
            values());
    if (!faults.isEmpty()) {
      throw new ImportException(faults);
    }
    return mapping;
  }

  private void checkFields(List<String> given) {
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
    for (var part : List.of("lat", "lon")) {
      if (given.contains("point") && given.contains(part)) {
        fault(part, "given besides point", "one or the other");
      }
    }
    for (var needed : List.of("source.id", "localId")) {
      if (!given.contains(needed)) {
        fault(needed, "absent", "a column or a constant");
      }
    }
    if (!given.contains("occurredFrom") && !given.contains("occurredFrom.date")) {
      fault("occurredFrom", "absent", "a column, or two for occurredFrom.date and .time");
    }
  }

  private void checkComposed(Map<String, String> composed) {
    composed.forEach(
        (field, text) -> {
          if (!CsvMapping.COLUMN.matcher(text).find()) {
            fault(field, text, "a text with a column in braces, such as {town}");
          }
        });
  }

  private @Nullable Character delimiter() {
    if (root.path("delimiter").isMissingNode()) {
      return null;
    }
    var text = root.path("delimiter").asText();
    if (text.length() != 1) {
      fault("delimiter", text, "one character");
      return null;
    }
    return text.charAt(0);
  }

  private @Nullable Charset encoding() {
    var text = root.path("encoding").asText("UTF-8");
    try {
      return root.path("encoding").isMissingNode() ? null : Charset.forName(text);
    } catch (IllegalArgumentException e) {
      fault("encoding", text, "a name such as UTF-8, windows-1256 or UTF-16LE");
      return null;
    }
  }

  private Notation notation() {
    return new Notation(
        decimal(), tokenList("not-reported"), tokenList("no-point"), listSeparator(), truncated());
  }

  private char decimal() {
    var text = root.path("decimal").asText(".");
    if (!text.equals(".") && !text.equals(",")) {
      fault("decimal", text, "a point or a comma");
      return '.';
    }
    return text.charAt(0);
  }

  private @Nullable Pattern listSeparator() {
    if (root.path("list-separator").isMissingNode()) {
      return null;
    }
    var text = root.path("list-separator").asText();
    if (text.isEmpty()) {
      fault("list-separator", "empty", "what stands between the values of a list");
    }
    return text.isBlank() ? Pattern.compile("\\s+") : Pattern.compile(Pattern.quote(text));
  }

  /** {@code true}, or the fields. */
  private Set<String> truncated() {
    if (root.path("truncate").isBoolean()) {
      return root.path("truncate").booleanValue() ? CsvField.TEXT_LIMITS.keySet() : Set.of();
    }
    var fields = Set.copyOf(list("truncate", List.of()));
    for (var field : fields) {
      if (!CsvField.TEXT_LIMITS.containsKey(field)) {
        fault("truncate", field, "true, or some of " + CsvField.TEXT_LIMITS.keySet());
      }
    }
    return fields;
  }

  private TimeNotation times() {
    return new TimeNotation(
        zone(),
        formats("date-formats", List.of("yyyy-MM-dd")),
        formats("time-formats", List.of("H:mm", "H:mm:ss")),
        Set.copyOf(list("unknown-times", List.of())));
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
        formats.addAll(TimePatterns.of(pattern));
      } catch (IllegalArgumentException e) {
        fault(key, pattern, "a pattern such as dd/MM/yyyy HH:mm");
      }
    }
    return formats;
  }

  private Map<String, Map<String, String>> values() {
    var values = new LinkedHashMap<String, Map<String, String>>();
    for (var entry : root.path("values").properties()) {
      if (!CsvField.exists(entry.getKey())) {
        fault("values", entry.getKey(), "one of " + CsvField.names());
      }
      var lowerCase = new LinkedHashMap<String, String>();
      entry
          .getValue()
          .properties()
          .forEach(
              value ->
                  lowerCase.put(
                      PastedText.clean(value.getKey()).toLowerCase(Locale.ROOT),
                      value.getValue().asText()));
      values.put(entry.getKey(), Map.copyOf(lowerCase));
    }
    return values;
  }

  /** Names to tokens: one, or a list. */
  private Map<String, Set<String>> tokens(String key) {
    return lists(key).entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> PastedText.clean(entry.getKey()), entry -> folded(entry.getValue())));
  }

  private Set<String> tokenList(String key) {
    return folded(list(key, List.of()));
  }

  private static Set<String> folded(List<String> values) {
    return values.stream().map(Notation::folded).collect(Collectors.toSet());
  }

  private Map<String, List<String>> lists(String key) {
    var lists = new LinkedHashMap<String, List<String>>();
    for (var entry : object(key).properties()) {
      lists.put(entry.getKey(), items(entry.getValue()));
    }
    return lists;
  }

  private Map<String, String> texts(String key, UnaryOperator<String> cleaned) {
    var texts = new LinkedHashMap<String, String>();
    object(key)
        .properties()
        .forEach(entry -> texts.put(cleaned.apply(entry.getKey()), entry.getValue().asText()));
    return texts;
  }

  private JsonNode object(String key) {
    var node = root.path(key);
    if (!node.isMissingNode() && !node.isObject()) {
      fault(key, node.toString(), "names and values");
    }
    return node;
  }

  private List<String> list(String key, List<String> otherwise) {
    var node = root.path(key);
    if (node.isObject()) {
      fault(key, node.toString(), "a list");
      return List.of();
    }
    return node.isMissingNode() ? otherwise : items(node);
  }

  /** The values of a list; a single value is a list of one. */
  private static List<String> items(JsonNode node) {
    var items = new LinkedHashSet<String>();
    if (node.isArray()) {
      node.forEach(item -> items.add(item.asText()));
    } else {
      items.add(node.asText());
    }
    return List.copyOf(items);
  }

  private void fault(String name, String value, String expected) {
    var fault = name + ": " + value + " (expected: " + expected + ")";
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }
}
