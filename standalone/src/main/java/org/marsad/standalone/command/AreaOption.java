package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which area's entries are listed. */
final class AreaOption {
  @Option(names = "--area", description = "Code of an area. Default: all.")
  private @Nullable String area;

  /** Those of the area, in the order given. */
  List<JsonNode> filter(JsonNode entries) {
    var kept = new ArrayList<JsonNode>();
    for (var entry : entries) {
      if (area == null || entry.path("area").asText().equals(area)) {
        kept.add(entry);
      }
    }
    return kept;
  }
}
