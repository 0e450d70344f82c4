package org.marsad.processor.judging;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.RecordFacts;

/**
 * Whether two alerts tell the same: not as which revision and when, and not by which evidence a
 * record is shown.
 */
public final class SameClaim {
  private static final List<Schema.Field> OF_ALERT =
      without(
          Alert.getClassSchema(),
          Set.of(
              "revision",
              "messageType",
              "urgency",
              "sentAt",
              "expiresAt",
              "interrupts",
              "notBefore",
              "changes",
              "references",
              "reason",
              "replacedBy",
              "rulesHash",
              "findings"));

  private static final List<Schema.Field> OF_FINDING =
      without(Finding.getClassSchema(), Set.of("records"));

  private static final List<Schema.Field> OF_RECORD =
      without(RecordFacts.getClassSchema(), Set.of("watchedSince", "longestSilenceDays", "recent"));

  private SameClaim() {}

  /** Whether one alert tells what the other tells. */
  public static boolean is(Alert one, Alert other) {
    return areEqual(OF_ALERT, one, other) && areSame(one.getFindings(), other.getFindings());
  }

  private static boolean areSame(List<Finding> some, List<Finding> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (var i = 0; i < some.size(); i++) {
      if (!areEqual(OF_FINDING, some.get(i), others.get(i))
          || !areSameRecords(some.get(i).getRecords(), others.get(i).getRecords())) {
        return false;
      }
    }
    return true;
  }

  private static boolean areSameRecords(List<RecordFacts> some, List<RecordFacts> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (var i = 0; i < some.size(); i++) {
      if (!areEqual(OF_RECORD, some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areEqual(
      List<Schema.Field> fields, SpecificRecord one, SpecificRecord other) {
    return fields.stream()
        .allMatch(field -> Objects.equals(one.get(field.pos()), other.get(field.pos())));
  }

  private static List<Schema.Field> without(Schema schema, Set<String> names) {
    return schema.getFields().stream().filter(field -> !names.contains(field.name())).toList();
  }
}
