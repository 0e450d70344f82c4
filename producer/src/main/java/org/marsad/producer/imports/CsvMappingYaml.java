package org.marsad.producer.imports;

import java.nio.charset.Charset;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.text.PastedText;
import org.marsad.schemas.yaml.YamlDocument;
import org.marsad.schemas.yaml.YamlFields;

/** Takes the YAML of a mapping apart and notes its faults. */
final class CsvMappingYaml {
  private static final Pattern POINT_OR_COMMA = Pattern.compile("[.,]");

  /** Where fields are given, besides the columns. */
  private static final List<String> BESIDES = List.of("first-of", "constants", "composed");

  private final YamlFields root;

  private CsvMappingYaml(YamlFields root) {
    this.root = root;
  }

  static CsvMapping read(String yaml) throws ImportException {
    var document = YamlDocument.parse("mapping", yaml);
    var mapping = document.mapping(root -> new CsvMappingYaml(root).read());
    if (!document.isSound()) {
      throw new ImportException(List.copyOf(new LinkedHashSet<>(document.faults())));
    }
    return mapping;
  }

  /** Where a value is at fault something stands in for it, until all faults are told. */
  private CsvMapping read() {
    var columns = cleaned(root.textMap("columns"));
    var firstOf = lists("first-of");
    var constants = root.textMap("constants");
    var composed = root.textMap("composed");
    var given = new ArrayList<String>(columns.values());
    given.addAll(firstOf.keySet());
    given.addAll(constants.keySet());
    given.addAll(composed.keySet());
    checkFields(given);
    checkComposed(composed);
    return new CsvMapping(
        new TableLayout(delimiter(), encoding()),
        new RowFilter(tokens("only"), tokens("skip")),
        notation(),
        times(),
        columns,
        firstOf,
        constants,
        composed,
        values());
  }

  private void checkFields(List<String> given) {
    for (var field : given) {
      if (!CsvField.exists(field)) {
        faultOf(field, "columns", field, "one of " + CsvField.names());
      }
      if (given.indexOf(field) != given.lastIndexOf(field)) {
        faultOf(field, field, "given twice", "one column, one constant or one composed text");
      }
      var dot = field.indexOf('.');
      if (dot > 0 && given.contains(field.substring(0, dot))) {
        faultOf(field, field, "given besides " + field.substring(0, dot), "one or the other");
      }
    }
    for (var part : List.of("lat", "lon")) {
      if (given.contains("point") && given.contains(part)) {
        faultOf(part, part, "given besides point", "one or the other");
      }
    }
    for (var needed : List.of("source.id", "localId")) {
      if (!given.contains(needed)) {
        root.fault(needed, "absent", "a column or a constant");
      }
    }
    if (!given.contains("occurredFrom") && !given.contains("occurredFrom.date")) {
      root.fault("occurredFrom", "absent", "a column, or two for occurredFrom.date and .time");
    }
  }

  /** Tells the line of the section that gives the field. */
  private void faultOf(String field, String name, String value, String expected) {
    var section =
        BESIDES.stream().filter(key -> root.section(key).keys().contains(field)).findFirst();
    root.faultWithin(section.orElse("columns"), name, value, expected);
  }

  private void checkComposed(Map<String, String> composed) {
    composed.forEach(
        (field, text) -> {
          if (!CsvMapping.COLUMN.matcher(text).find()) {
            root.faultWithin(
                "composed", field, text, "a text with a column in braces, such as {town}");
          }
        });
  }

  private @Nullable Character delimiter() {
    return root.parsed(
        "delimiter",
        "one character",
        text -> {
          if (text.length() != 1) {
            throw new IllegalArgumentException(text);
          }
          return text.charAt(0);
        });
  }

  private @Nullable Charset encoding() {
    return root.parsed(
        "encoding", "a name such as UTF-8, windows-1256 or UTF-16LE", Charset::forName);
  }

  private Notation notation() {
    return new Notation(
        decimal(), tokenList("not-reported"), tokenList("no-point"), listSeparator(), truncated());
  }

  private char decimal() {
    var text = root.optional("decimal", POINT_OR_COMMA, "a point or a comma");
    return text == null ? '.' : text.charAt(0);
  }

  private @Nullable Pattern listSeparator() {
    return root.parsed(
        "list-separator",
        "what stands between the values of a list",
        text -> {
          if (text.isEmpty()) {
            throw new IllegalArgumentException(text);
          }
          return text.isBlank() ? Pattern.compile("\\s+") : Pattern.compile(Pattern.quote(text));
        });
  }

  /** {@code true}, or the fields. */
  private Set<String> truncated() {
    var fields = list("truncate", List.of());
    if (fields.equals(List.of("true"))) {
      return CsvField.TEXT_LIMITS.keySet();
    }
    if (fields.equals(List.of("false"))) {
      return Set.of();
    }
    for (var field : fields) {
      if (!CsvField.TEXT_LIMITS.containsKey(field)) {
        root.fault("truncate", field, "true, or some of " + CsvField.TEXT_LIMITS.keySet());
      }
    }
    return Set.copyOf(fields);
  }

  private TimeNotation times() {
    return new TimeNotation(
        zone(),
        formats("date-formats", List.of("yyyy-MM-dd")),
        formats("time-formats", List.of("H:mm", "H:mm:ss")),
        Set.copyOf(list("unknown-times", List.of())));
  }

  private ZoneId zone() {
    var expected = "an IANA time zone such as Asia/Damascus";
    var zone = root.parsed("zone", expected, ZoneId::of);
    root.faultIfAbsent("zone", expected);
    return zone == null ? ZoneOffset.UTC : zone;
  }

  private List<DateTimeFormatter> formats(String key, List<String> otherwise) {
    var formats = new ArrayList<DateTimeFormatter>();
    for (var pattern : list(key, otherwise)) {
      try {
        formats.addAll(TimePatterns.of(pattern));
      } catch (IllegalArgumentException e) {
        root.fault(key, pattern, "a pattern such as dd/MM/yyyy HH:mm");
      }
    }
    return formats;
  }

  private Map<String, Map<String, String>> values() {
    var values = new LinkedHashMap<String, Map<String, String>>();
    var section = root.section("values");
    for (var field : section.keys()) {
      if (!CsvField.exists(field)) {
        root.fault("values", field, "one of " + CsvField.names());
      }
      var lowerCase = new LinkedHashMap<String, String>();
      section
          .textMap(field)
          .forEach(
              (said, meant) ->
                  lowerCase.put(PastedText.clean(said).toLowerCase(Locale.ROOT), meant));
      values.put(field, Map.copyOf(lowerCase));
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
    var section = root.section(key);
    var lists = new LinkedHashMap<String, List<String>>();
    for (var name : section.keys()) {
      var items = section.oneOrMore(name, "a list of texts");
      lists.put(name, items == null ? List.of() : items);
    }
    return lists;
  }

  private static Map<String, String> cleaned(Map<String, String> columns) {
    var cleaned = new LinkedHashMap<String, String>();
    columns.forEach((column, field) -> cleaned.put(PastedText.clean(column), field));
    return cleaned;
  }

  private List<String> list(String key, List<String> otherwise) {
    var items = root.oneOrMore(key, "a list");
    return items == null ? otherwise : items;
  }
}
