package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.marsad.message.Alert;
import org.marsad.message.SubjectKind;

/** Who may see a field stands in the schema, for every field of every message. */
class SeenByTest {
  private static final Set<String> AUDIENCES =
      Set.of("RESCUE", "HOSPITAL", "OPS", "PUBLIC", "ARCHIVE");

  @ParameterizedTest
  @FieldSource("org.marsad.schemas.Messages#ALL")
  void shouldSayWhoSeesItWhenAMessageHasAField(Class<? extends SpecificRecord> type) {
    // When
    var silent = new ArrayList<String>();
    collectSilent(Messages.today(type), silent, new HashSet<>());
    // Then
    assertThat(silent).as("fields without seenBy, or with an unknown audience").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SubjectKind.class)
  void shouldSayWhoSeesItWhenThereIsAKindOfSubject(SubjectKind kind) {
    // When
    var property = SubjectKind.getClassSchema().getObjectProp(SeenBy.PROPERTY);
    // Then
    assertThat(property instanceof Map<?, ?> kinds && kinds.containsKey(kind.name())).isTrue();
    assertThat(AUDIENCES).containsAll(SeenBy.of(kind));
  }

  @Test
  void shouldNameAFieldWhenItsSchemaDoesNotSayWhoSeesIt() {
    // Given
    var schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Made", "fields": [
                  {"name": "told", "type": "int", "seenBy": ["OPS"]},
                  {"name": "forgotten", "type": "int"},
                  {"name": "strange", "type": "int", "seenBy": ["EVERYBODY"]}]}
                """);
    // When
    var silent = new ArrayList<String>();
    collectSilent(schema, silent, new HashSet<>());
    // Then
    assertThat(silent).containsExactly("Made.forgotten", "Made.strange");
    assertThat(SeenBy.of(schema.getField("forgotten"))).isEmpty();
  }

  @Test
  void shouldHaveADefaultWhenAFieldOfAnAlertIsHiddenFromSomebody() {
    // When
    var stuck = new ArrayList<String>();
    collectStuck(Alert.getClassSchema(), AUDIENCES, stuck, new HashSet<>());
    // Then
    assertThat(stuck)
        .as("hidden from somebody who sees the record, and without a default")
        .isEmpty();
  }

  private static void collectSilent(Schema schema, List<String> silent, Set<String> seen) {
    switch (schema.getType()) {
      case ARRAY -> collectSilent(schema.getElementType(), silent, seen);
      case UNION -> schema.getTypes().forEach(branch -> collectSilent(branch, silent, seen));
      case RECORD -> {
        if (seen.add(schema.getFullName())) {
          for (var field : schema.getFields()) {
            var isSaid = field.getObjectProp(SeenBy.PROPERTY) instanceof List<?>;
            if (!isSaid || !AUDIENCES.containsAll(SeenBy.of(field))) {
              silent.add(schema.getFullName() + "." + field.name());
            }
            collectSilent(field.schema(), silent, seen);
          }
        }
      }
      default -> {} // a plain value: its field says it
    }
  }

  /** A record is seen by those who see the field that holds it. */
  private static void collectStuck(
      Schema schema, Set<String> audiences, List<String> stuck, Set<String> seen) {
    switch (schema.getType()) {
      case ARRAY -> collectStuck(schema.getElementType(), audiences, stuck, seen);
      case UNION ->
          schema.getTypes().forEach(branch -> collectStuck(branch, audiences, stuck, seen));
      case RECORD -> {
        if (seen.add(schema.getFullName() + audiences)) {
          for (var field : schema.getFields()) {
            var seers = new HashSet<>(audiences);
            seers.retainAll(SeenBy.of(field));
            if (!seers.equals(audiences) && !field.hasDefaultValue()) {
              stuck.add(schema.getFullName() + "." + field.name());
            }
            collectStuck(field.schema(), seers, stuck, seen);
          }
        }
      }
      default -> {} // a plain value
    }
  }
}
