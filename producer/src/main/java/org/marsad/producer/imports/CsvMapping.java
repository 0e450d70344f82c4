package org.marsad.producer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a table become reports.
 *
 * @param layout of the file
 * @param filter which rows are ours
 * @param notation how values are written
 * @param times how dates and times are written
 * @param columns column to field
 * @param firstOf field to columns, of which the first that the table has counts
 * @param constants field to value, for what the table does not say
 * @param composed field to a text with the names of columns in braces, such as {@code
 *     {town}/{number}} where no column alone tells a row from the others
 * @param values for a field: what stands in the table, in lower case, to what the report says
 */
public record CsvMapping(
    TableLayout layout,
    RowFilter filter,
    Notation notation,
    TimeNotation times,
    Map<String, String> columns,
    Map<String, List<String>> firstOf,
    Map<String, String> constants,
    Map<String, String> composed,
    Map<String, Map<String, String>> values) {
  /** Mappings that ship with Marsad, by name: for files that many people have. */
  public static final List<String> SHIPPED = List.of("kobotoolbox", "ushahidi", "hxl");

  static final Pattern COLUMN = Pattern.compile("\\{([^{}]*)}");

  public CsvMapping {
    columns = Map.copyOf(columns);
    firstOf = Map.copyOf(firstOf);
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
    return CsvMappingYaml.read(yaml);
  }

  /**
   * A mapping that ships with Marsad.
   *
   * @param name one of {@link #SHIPPED}
   */
  public static CsvMapping shipped(String name) {
    try (var in =
        Objects.requireNonNull(CsvMapping.class.getResourceAsStream(name + ".yaml"), name)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Zone of local times, and of the days of places that nobody knows. */
  ZoneId zone() {
    return times.zone();
  }

  /** The columns that the table must have: one of several stands for all of them. */
  Table.Wanted wanted() {
    var needed = new LinkedHashSet<>(columns.keySet());
    for (var text : composed.values()) {
      COLUMN.matcher(text).results().forEach(column -> needed.add(column.group(1)));
    }
    needed.addAll(filter.columns());
    return header -> {
      var missing = new ArrayList<>(Table.Wanted.columns(needed).missing(header));
      firstOf.forEach(
          (field, any) -> {
            if (isNeeded(field) && any.stream().noneMatch(header::has)) {
              missing.add(String.join(" or ", any));
            }
          });
      return missing;
    };
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

  /** The column of a table that leads to a field. */
  Optional<String> columnOf(String field, TableHeader header) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue().equals(field))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> firstOf.getOrDefault(field, List.of()).stream().filter(header::has).findFirst());
  }

  /** What the report says for what stands in the table; what no map names passes as it is. */
  String translate(String field, String value) {
    return Objects.requireNonNullElse(translations(field).get(folded(value)), value);
  }

  /** Whether the mapping says what a value of a field stands for. */
  boolean translates(String field, String value) {
    return translations(field).containsKey(folded(value));
  }

  /** Without these no row is a report. */
  static Set<String> neededFields() {
    return Set.of("source.id", "localId", "occurredFrom", "occurredFrom.date");
  }

  private Map<String, String> translations(String field) {
    return values.getOrDefault(field, Map.of());
  }

  private static boolean isNeeded(String field) {
    return neededFields().contains(field);
  }

  private static String folded(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
