package org.marsad.producer.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.util.List;

/** YAML in which NO, yes and on are the words that stand there, not truths. */
final class PlainYaml {
  private static final YAMLMapper MAPPER =
      new YAMLMapper(
          YAMLFactory.builder()
              .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
              .build());

  private PlainYaml() {}

  /**
   * Parses a text.
   *
   * @param name of it, for messages
   */
  static JsonNode parse(String name, String yaml) throws ImportException {
    try {
      return MAPPER.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new ImportException(
          List.of(name + ": no YAML (expected: YAML): " + e.getOriginalMessage()));
    }
  }
}
