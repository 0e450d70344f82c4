package org.marsad.producer.areas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spelling variants: a JSON object whose values are {@code {original_name, original_name_a,
 * alternative_arabic[], alternative_english[]}}; keys are ignored, nulls are no names.
 */
final class AliasFile {
  private AliasFile() {}

  /** Variants by the {@link NameKey} of the original name; names that stand twice share theirs. */
  static Map<String, Set<String>> read(Path file) throws IOException {
    var aliases = new HashMap<String, Set<String>>();
    for (var entry : root(file)) {
      var name = entry.path("original_name");
      if (!name.isTextual()) {
        throw new AreaFileException(
            file + ": original_name: " + name + " (expected: a name in each entry)");
      }
      var known = aliases.computeIfAbsent(NameKey.of(name.asText()), key -> new LinkedHashSet<>());
      for (var list : List.of("alternative_arabic", "alternative_english")) {
        for (var alias : entry.path(list)) {
          if (alias.isTextual() && !alias.asText().isBlank()) {
            known.add(alias.asText().strip());
          }
        }
      }
    }
    return aliases;
  }

  private static JsonNode root(Path file) throws IOException {
    try {
      var root = new ObjectMapper().readTree(file.toFile());
      if (root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new AreaFileException(file + ": " + e.getOriginalMessage() + " (expected: JSON)", e);
    }
    throw new AreaFileException(file + ": no object (expected: entries with original_name)");
  }
}
