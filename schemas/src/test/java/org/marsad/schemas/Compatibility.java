package org.marsad.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** FULL_TRANSITIVE: each version reads what each other one writes. */
final class Compatibility {
  private Compatibility() {}

  /** What no reader could make of some writer, one line each; none when all are compatible. */
  static List<String> faults(List<Schema> versions) {
    var faults = new ArrayList<String>();
    for (var reader = 0; reader < versions.size(); reader++) {
      for (var writer = 0; writer < versions.size(); writer++) {
        var verdict =
            SchemaCompatibility.checkReaderWriterCompatibility(
                versions.get(reader), versions.get(writer));
        if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
          faults.add(
              "v%d does not read v%d: %s"
                  .formatted(reader + 1, writer + 1, verdict.getResult().getIncompatibilities()));
        }
      }
    }
    return faults;
  }
}
