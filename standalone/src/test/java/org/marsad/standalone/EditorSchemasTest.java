package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.operations.people.UsersFile;
import org.marsad.consumer.subscribers.SubscribersFile;
import org.marsad.processor.settings.RulesFile;
import org.marsad.producer.imports.AirWords;
import org.marsad.producer.imports.CsvMapping;
import org.marsad.producer.imports.ImportException;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.schemas.settings.SettingsException;

/**
 * The JSON Schemas that editors use ({@code docs/schemas}) against the readers of the files: each
 * mapping of an example is given a key, and each symbol a value, that nobody knows, and what the
 * reader then says that it expects is what the schema says.
 */
class EditorSchemasTest {
  private static final Path SCHEMAS = Path.of("../docs/schemas");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String STRANGE = "ZZZ";
  private static final Pattern KNOWN =
      Pattern.compile("(?s)ZZZ: unknown key \\(expected: one of \\[(.*)]\\)");
  private static final Pattern EXPECTED = Pattern.compile("(?s)ZZZ \\(expected: (.*)\\)");

  @TempDir private Path folder;

  private enum Kind {
    SUBSCRIBERS("subscribers", SubscribersFile::read),
    SOURCES("sources", SourcesFile::read),
    USERS("users", UsersFile::read),
    RULES("rules", RulesFile::read),
    MAPPING("mapping", CsvMapping::read),
    AIR_WORDS("air-words", AirWords::read);

    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // method references
    private final Reading reading;

    Kind(String name, Reading reading) {
      this.name = name;
      this.reading = reading;
    }
  }

  @FunctionalInterface
  private interface Reading {
    Object read(Path file) throws IOException;
  }

  /** A node of the example, and the schema that it stands under. */
  private record Place(List<Object> path, JsonNode node, JsonNode schema) {
    boolean hasKeys() {
      return node.isObject() && schema.has("properties");
    }

    boolean isSymbol() {
      return node.isTextual() && schema.has("enum");
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldTakeTheExampleThatTheReaderTakes(Kind kind) throws IOException {
    assertThat(faults(kind, example(kind))).isEmpty();
    assertThat(validator(kind).validate(example(kind))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveTheKeysThatTheReaderKnows(Kind kind) throws IOException {
    var visited = new ArrayList<JsonNode>();
    for (var place : places(kind)) {
      if (place.hasKeys()) {
        // When
        var changed = example(kind).deepCopy();
        ((ObjectNode) at(changed, place.path())).put(STRANGE, "x");
        // Then
        assertThat(split(said(kind, changed, KNOWN), ", "))
            .as("%s", place.path())
            .isEqualTo(names(place.schema().path("properties")));
        assertThat(validator(kind).validate(changed)).as("%s", place.path()).isNotEmpty();
        visited.add(place.schema());
      }
    }
    // and no mapping of the schema is left out
    assertThat(mappings(schema(kind))).isSubsetOf(visited);
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveTheSymbolsThatTheReaderKnows(Kind kind) throws IOException {
    for (var place : places(kind)) {
      if (place.isSymbol()) {
        // When
        var changed = example(kind).deepCopy();
        set(changed, place.path(), TextNode.valueOf(STRANGE));
        var expected = said(kind, changed, EXPECTED);
        // Then
        assertThat(validator(kind).validate(changed)).as("%s", place.path()).isNotEmpty();
        if (!expected.equals("a point or a comma")) {
          var list = expected.replaceAll("(?s).*\\[(.*)].*", "$1");
          assertThat(split(list, ", | or "))
              .as("%s", place.path())
              .isEqualTo(texts(place.schema().path("enum")));
        }
      }
    }
  }

  @Test
  void shouldHaveTheChannelsThatTheReaderKnows() throws IOException {
    // When
    var changed = example(Kind.SUBSCRIBERS).deepCopy();
    set(changed, List.of(0, "channels", 0, "type"), TextNode.valueOf(STRANGE));
    // Then
    var types = new TreeSet<String>();
    schema(Kind.SUBSCRIBERS).findValues("const").forEach(type -> types.add(type.asText()));
    assertThat(split(said(Kind.SUBSCRIBERS, changed, EXPECTED), ", | or ")).isEqualTo(types);
  }

  private String said(Kind kind, JsonNode changed, Pattern pattern) throws IOException {
    var faults = faults(kind, changed);
    for (var fault : faults) {
      var found = pattern.matcher(fault);
      if (found.find()) {
        return found.group(1);
      }
    }
    throw new AssertionError("nothing of " + STRANGE + " in " + faults);
  }

  private List<String> faults(Kind kind, JsonNode document) throws IOException {
    var file = folder.resolve(kind.name + ".yaml");
    Files.writeString(file, YAML.writeValueAsString(document));
    try {
      kind.reading.read(file);
      return List.of();
    } catch (SettingsException e) {
      return e.faults();
    } catch (ImportException e) {
      return e.faults();
    }
  }

  private static List<Place> places(Kind kind) throws IOException {
    var places = new ArrayList<Place>();
    walk(new Place(List.of(), example(kind), schema(kind)), places);
    return places;
  }

  private static void walk(Place place, List<Place> places) {
    var schema = place.schema();
    if (schema.has("oneOf")) {
      walk(
          new Place(place.path(), place.node(), choice(schema.path("oneOf"), place.node())),
          places);
      return;
    }
    places.add(place);
    BiConsumer<Object, JsonNode> go =
        (key, below) -> {
          var path = new ArrayList<>(place.path());
          path.add(key);
          walk(new Place(path, child(place.node(), key), below), places);
        };
    place
        .node()
        .fieldNames()
        .forEachRemaining(
            name ->
                go.accept(
                    name,
                    schema.path("properties").has(name)
                        ? schema.path("properties").path(name)
                        : schema.path("additionalProperties")));
    if (place.node().isArray()) {
      for (var i = 0; i < place.node().size(); i++) {
        go.accept(i, schema.path("items"));
      }
    }
  }

  private static JsonNode choice(JsonNode options, JsonNode node) {
    for (var option : options) {
      var type = option.path("properties").path("type").path("const");
      var isIt =
          type.isMissingNode()
              ? option.path("type").asText().equals("array") == node.isArray()
              : type.equals(node.path("type"));
      if (isIt) {
        return option;
      }
    }
    throw new AssertionError(node + " is none of " + options);
  }

  private static Set<JsonNode> mappings(JsonNode schema) {
    return schema.findParents("properties").stream()
        .filter(parent -> parent.path("properties").isObject())
        .collect(Collectors.toSet());
  }

  private static JsonNode child(JsonNode node, Object key) {
    return key instanceof Integer index ? node.path(index) : node.path(key.toString());
  }

  private static JsonNode at(JsonNode document, List<Object> path) {
    var node = document;
    for (var key : path) {
      node = child(node, key);
    }
    return node;
  }

  private static void set(JsonNode document, List<Object> path, JsonNode value) {
    var parent = at(document, path.subList(0, path.size() - 1));
    var last = path.get(path.size() - 1);
    if (last instanceof Integer index) {
      ((ArrayNode) parent).set(index, value);
    } else {
      ((ObjectNode) parent).set(last.toString(), value);
    }
  }

  private static Set<String> split(String list, String separator) {
    return new TreeSet<>(List.of(list.split(separator, -1)));
  }

  private static Set<String> names(JsonNode properties) {
    var names = new TreeSet<String>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new TreeSet<String>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static JsonSchema validator(Kind kind) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema(kind));
  }

  private static JsonNode schema(Kind kind) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(SCHEMAS.resolve(kind.name + ".schema.json")));
  }

  private static JsonNode example(Kind kind) throws IOException {
    try (var in =
        Objects.requireNonNull(
            EditorSchemasTest.class.getResourceAsStream("editor/" + kind.name + ".yaml"))) {
      return YAML.readTree(in);
    }
  }
}
