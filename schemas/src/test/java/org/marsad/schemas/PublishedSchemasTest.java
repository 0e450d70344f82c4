package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.marsad.message.HospitalStatus;

class PublishedSchemasTest {
  @ParameterizedTest
  @FieldSource("org.marsad.schemas.Messages#ALL")
  void shouldHavePublishedTodaysSchemaWhenAClassIsGenerated(Class<? extends SpecificRecord> type) {
    // Given
    var today = Messages.today(type);
    // When
    var published = MessageCodec.published(today.getName());
    // Then
    var advice =
        "%s differs from its newest published version: add history/%s/v%d.avsc with the text below, never edit an old one%n%s"
            .formatted(
                today.getName(), today.getName(), published.size() + 1, Messages.text(today));
    assertThat(published).as(advice).isNotEmpty();
    var newest = published.get(published.size() - 1);
    assertThat(Messages.text(newest)).as(advice).isEqualTo(Messages.text(today));
    assertThat(SchemaNormalization.parsingFingerprint64(newest))
        .as(advice)
        .isEqualTo(SchemaNormalization.parsingFingerprint64(today));
  }

  @ParameterizedTest
  @FieldSource("org.marsad.schemas.Messages#ALL")
  void shouldReadEachOtherWhenVersionsDiffer(Class<? extends SpecificRecord> type) {
    // When
    var faults = Compatibility.faults(MessageCodec.published(type.getSimpleName()));
    // Then
    assertThat(faults).isEmpty();
  }

  @Test
  void shouldSayWhatBreaksWhenAFieldWithoutDefaultIsAddedOrTaken() throws JsonProcessingException {
    // Given
    var today = HospitalStatus.getClassSchema();
    var added = new Tomorrow(today).with("{\"name\": \"burnBeds\", \"type\": \"int\"}").schema();
    var taken = new Tomorrow(today).without("staffing").schema();
    // When, then
    assertThat(Compatibility.faults(List.of(today, added)))
        .singleElement()
        .asString()
        .startsWith("v2 does not read v1")
        .contains("burnBeds");
    assertThat(Compatibility.faults(List.of(today, taken)))
        .singleElement()
        .asString()
        .startsWith("v1 does not read v2")
        .contains("staffing");
  }

  @ParameterizedTest
  @FieldSource("org.marsad.schemas.Messages#ALL")
  void shouldExplainItselfWhenAnybodyReadsTheSchema(Class<? extends SpecificRecord> type) {
    // Given
    var undocumented = new ArrayList<String>();
    // When
    collectUndocumented(Messages.today(type), undocumented, new HashSet<>());
    // Then
    assertThat(undocumented).isEmpty();
  }

  private static void collectUndocumented(
      Schema schema, List<String> undocumented, Set<String> seen) {
    switch (schema.getType()) {
      case ARRAY -> collectUndocumented(schema.getElementType(), undocumented, seen);
      case UNION ->
          schema.getTypes().forEach(branch -> collectUndocumented(branch, undocumented, seen));
      case RECORD, ENUM -> {
        if (seen.add(schema.getFullName())) {
          noteIfBlank(schema.getFullName(), schema.getDoc(), undocumented);
          if (schema.getType() == Schema.Type.RECORD) {
            for (var field : schema.getFields()) {
              noteIfBlank(schema.getFullName() + "." + field.name(), field.doc(), undocumented);
              collectUndocumented(field.schema(), undocumented, seen);
            }
          }
        }
      }
      default -> {} // a plain value: its field explains it
    }
  }

  private static void noteIfBlank(String name, String doc, List<String> undocumented) {
    if (doc == null || doc.isBlank()) {
      undocumented.add(name);
    }
  }
}
