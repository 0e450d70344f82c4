package org.marsad.standalone.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.marsad.message.Alert;

/**
 * Fields of an alert that two rules files cannot but tell apart: what belongs to the revision, and
 * the thresholds that an alert repeats. A field is a threshold when its doc in the schema begins
 * with "The rule's"; a reason's numbers repeat the typed facts and thresholds.
 */
final class NotFacts {
  private static final String THRESHOLD = "The rule's";
  private static final Set<String> NAMES = names();

  private NotFacts() {}

  static boolean contains(String name) {
    return NAMES.contains(name);
  }

  private static Set<String> names() {
    var names =
        new HashSet<>(
            List.of(
                "revision",
                "messageType",
                "sentAt",
                "expiresAt",
                "references",
                "rulesHash",
                "reason.numbers"));
    addThresholds("", Alert.getClassSchema(), names);
    return Set.copyOf(names);
  }

  private static void addThresholds(String path, Schema schema, Set<String> names) {
    for (var type : schema.isUnion() ? schema.getTypes() : List.of(schema)) {
      if (type.getType() != Schema.Type.RECORD) {
        continue;
      }
      for (var field : type.getFields()) {
        var name = path + field.name();
        if (field.doc() != null && field.doc().startsWith(THRESHOLD)) {
          names.add(name);
        }
        addThresholds(name + ".", field.schema(), names);
      }
    }
  }
}
