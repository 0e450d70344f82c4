package org.marsad.schemas.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A part of a YAML document that knows its line, so that a fault can be found. */
sealed interface YamlNode {
  int line();

  /** A text, number, truth value or nothing ({@code null}), as it was written. */
  record Scalar(int line, @Nullable String text) implements YamlNode {
    /** Nothing stands there. */
    boolean isEmpty() {
      return text == null || text.isEmpty();
    }
  }

  /** A list. */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  /** Keys and values, in order. */
  record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {}

  /**
   * Collects texts under keys that are wanted.
   *
   * @param within whether this stands under such a key
   */
  default void texts(Predicate<String> wanted, boolean within, List<String> texts) {
    if (this instanceof Sequence list) {
      list.items.forEach(item -> item.texts(wanted, within, texts));
    } else if (this instanceof Mapping mapping) {
      mapping.entries.forEach(
          (key, value) -> value.texts(wanted, within || wanted.test(key), texts));
    } else if (within && this instanceof Scalar scalar && scalar.text != null) {
      texts.add(scalar.text);
    }
  }

  /**
   * Reads one document.
   *
   * @throws IOException when it is no YAML, holds a key twice, uses aliases or goes on after its
   *     end
   */
  static YamlNode parse(String text) throws IOException {
    var factory =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        return new Scalar(1, null);
      }
      var document = node(parser);
      if (parser.nextToken() != null) {
        throw new IOException(
            "line %d: a second document (expected: one)"
                .formatted(parser.currentTokenLocation().getLineNr()));
      }
      return document;
    }
  }

  private static YamlNode node(YAMLParser parser) throws IOException {
    var line = parser.currentTokenLocation().getLineNr();
    if (parser.isCurrentAlias()) {
      throw new IOException("line " + line + ": alias (expected: the value itself)");
    }
    return switch (parser.currentToken()) {
      case START_ARRAY -> sequence(parser, line);
      case START_OBJECT -> mapping(parser, line);
      case VALUE_NULL -> new Scalar(line, null);
      default -> new Scalar(line, parser.getText());
    };
  }

  private static YamlNode sequence(YAMLParser parser, int line) throws IOException {
    var items = new ArrayList<YamlNode>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    return new Sequence(line, items);
  }

  private static YamlNode mapping(YAMLParser parser, int line) throws IOException {
    var entries = new LinkedHashMap<String, YamlNode>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = name(parser);
      parser.nextToken();
      entries.put(name, node(parser));
    }
    return new Mapping(line, entries);
  }

  private static String name(JsonParser parser) throws IOException {
    return parser.currentName();
  }
}
