package org.marsad.standalone.compare;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.marsad.message.Finding;

/**
 * Fields of an alert that two rules files cannot but tell apart: what belongs to the revision, and
 * the thresholds that a finding repeats. A field is a threshold when its doc in the schema begins
 * with "The rule's"; a finding's numbers repeat its typed facts and thresholds.
 */
final class NotFacts {
  private static final String THRESHOLD = "The rule's";
  private static final String FINDINGS = "findings.";
  private static final Set<String> OF_THE_REVISION =
      Set.of(
          "revision",
          "messageType",
          "sentAt",
          "expiresAt",
          "interrupts",
          "notBefore",
          "changes",
          "references",
          "rulesHash");
  private static final Set<String> OF_A_FINDING = ofAFinding();

  private NotFacts() {}

  /**
   * @param name path of the field, findings by rule
   */
  static boolean contains(String name) {
    return name.startsWith(FINDINGS)
        ? OF_A_FINDING.contains(name.substring(name.lastIndexOf('.') + 1))
        : OF_THE_REVISION.contains(name);
  }

  private static Set<String> ofAFinding() {
    var names = new HashSet<>(Set.of("numbers", "recent"));
    addThresholds(Finding.getClassSchema(), names);
    return Set.copyOf(names);
  }

  private static void addThresholds(Schema schema, Set<String> names) {
    switch (schema.getType()) {
      case UNION -> schema.getTypes().forEach(type -> addThresholds(type, names));
      case ARRAY -> addThresholds(schema.getElementType(), names);
      case RECORD ->
          schema
              .getFields()
              .forEach(
                  field -> {
                    if (field.doc() != null && field.doc().startsWith(THRESHOLD)) {
                      names.add(field.name());
                    }
                    addThresholds(field.schema(), names);
                  });
      default -> {}
    }
  }
}
