package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marsad.schemas.names.CloseNames;
import org.marsad.schemas.names.Spelling;
import org.marsad.schemas.settings.SettingsException;

/** The one area that is meant by its code, or by its name in any language and spelling. */
final class NamedArea {
  private NamedArea() {}

  /**
   * Its code.
   *
   * @param areas as the API has them, in GeoJSON
   * @throws SettingsException where none is meant, or several
   */
  static String code(String said, JsonNode areas) {
    var known = names(areas);
    if (known.containsKey(said)) {
      return said;
    }
    var key = Spelling.key(said);
    var meant =
        known.entrySet().stream()
            .filter(area -> spellings(area).map(Spelling::key).anyMatch(key::equals))
            .map(Map.Entry::getKey)
            .toList();
    if (meant.size() != 1) {
      var expected =
          meant.isEmpty()
              ? "the code or name of an area"
                  + CloseNames.didYouMean(CloseNames.ofAreas(said, known))
              : "one of " + String.join(", ", meant);
      throw new SettingsException(List.of("--area: %s (expected: %s)".formatted(said, expected)));
    }
    return meant.get(0);
  }

  private static Stream<String> spellings(Map.Entry<String, List<String>> area) {
    return Stream.concat(Stream.of(area.getKey()), area.getValue().stream());
  }

  /** Each area's names by its code; the neighbourhoods and sites beside them are left out. */
  private static Map<String, List<String>> names(JsonNode areas) {
    var names = new LinkedHashMap<String, List<String>>();
    for (var feature : areas.path("features")) {
      var area = feature.path("properties");
      if (area.path("kind").asText().equals("area")) {
        names.put(
            area.path("code").asText(),
            area.path("names").valueStream().map(JsonNode::asText).toList());
      }
    }
    return names;
  }
}
