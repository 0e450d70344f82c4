package org.marsad.producer.areas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Corrections to neighbourhoods: a CSV file {@code neighbourhood,code,name,land_use,aliases}, where
 * {@code neighbourhood} is the name as the polygons give it, or the Arabic name, and blanks keep
 * what is there.
 */
final class CorrectionFile {
  private static final List<String> COLUMNS =
      List.of("neighbourhood", "code", "name", "land_use", "aliases");

  private CorrectionFile() {}

  /** Corrections by the {@link NameKey} of the name that they correct. */
  static Map<String, Correction> read(Path file) throws IOException {
    var corrections = new HashMap<String, Correction>();
    for (var row : CsvTable.read(file, COLUMNS, List.of("neighbourhood")).rows()) {
      var name = row.required("neighbourhood");
      var correction =
          new Correction(
              row.slug("code"), row.text("name"), row.landUse("land_use"), row.list("aliases"));
      if (corrections.put(NameKey.of(name), correction) != null) {
        throw row.fault("neighbourhood", name, "each name once");
      }
    }
    return corrections;
  }
}
