package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.marsad.message.CountRange;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.HospitalStatus;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
import org.marsad.message.Measure;
import org.marsad.message.Neighbourhood;
import org.marsad.message.RecordFacts;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.Staffing;

class MessageJsonTest {
  @BeforeAll
  static void trust() {
    MessageCodec.trustMessages();
  }

  @Test
  void shouldLeaveOutWhatIsAbsentWhenAFieldIsNull() {
    // Given
    var status =
        HospitalStatus.newBuilder()
            .setSiteId("site-1")
            .setArea("aleppo")
            .setEmergencyDepartment(EmergencyDepartment.CLOSED)
            .setBedsAvailable(0)
            .setStaffing(Staffing.INSUFFICIENT)
            .setUpdatedAt(Instant.parse("2016-10-11T14:05:09.120Z"))
            .build();
    // When
    var line = MessageJson.line(status);
    // Then
    assertThat(line)
        .isEqualTo(
            "{\"siteId\":\"site-1\",\"area\":\"aleppo\",\"emergencyDepartment\":\"CLOSED\","
                + "\"bedsAvailable\":0,\"staffing\":\"INSUFFICIENT\","
                + "\"updatedAt\":\"2016-10-11T14:05:09.120Z\",\"reality\":\"ACTUAL\"}");
  }

  @Test
  void shouldWriteADayAsADateWhenTheFieldIsADate() {
    // Given
    var facts =
        RecordFacts.newBuilder()
            .setMeasure(Measure.KILLED)
            .setScope(Scope.AREA)
            .setScopeCode("aleppo")
            .setScale(Scale.DAY)
            .setDay(LocalDate.of(2016, 10, 11))
            .setValue(CountRange.newBuilder().setLow(45).setBest(47).build())
            .setLikelyDays(26)
            .setCertainDays(9)
            .setPossibleDays(26)
            .setSinceWatchingBegan(true)
            .setWatchedSince(LocalDate.of(2016, 9, 15))
            .setUnreported(0)
            .setRecent(Arrays.asList(12, null, 0))
            .setMinDays(3)
            .setFloor(5)
            .build();
    // When
    var tree = MessageJson.tree(facts);
    // Then
    assertThat(tree.path("day").asText()).isEqualTo("2016-10-11");
    assertThat(tree.path("value").toString()).isEqualTo("{\"low\":45,\"best\":47}");
    assertThat(tree.path("sinceWatchingBegan").isBoolean()).isTrue();
    assertThat(tree.path("recent").toString()).isEqualTo("[12,null,0]"); // unheard is not 0
  }

  @Test
  void shouldNestListsWhenAMapIsWritten() {
    // Given
    var ring = List.of(List.of(37.1, 36.1), List.of(37.2, 36.1), List.of(37.1, 36.2));
    var neighbourhood =
        Neighbourhood.newBuilder()
            .setCode("aleppo/al-fardous")
            .setNames(List.of(new LocalName("ar", "الفردوس")))
            .setAliases(List.of())
            .setLandUse(LandUse.RESIDENTIAL)
            .setLat(36.18703)
            .setLon(37.1508)
            .setRadiusMetres(400)
            .setPolygons(List.of(ring))
            .build();
    // When
    var line = MessageJson.line(neighbourhood);
    // Then
    assertThat(line)
        .contains("\"names\":[{\"language\":\"ar\",\"name\":\"الفردوس\"}],\"aliases\":[]")
        .contains("\"lat\":36.18703")
        .contains("\"polygons\":[[[37.1,36.1],[37.2,36.1],[37.1,36.2]]]");
  }

  @ParameterizedTest
  @FieldSource("org.marsad.schemas.Messages#ALL")
  <T extends SpecificRecord> void shouldShowEveryFieldInSchemaOrderWhenTheMessageIsFull(
      Class<T> type) throws IOException {
    // Given
    var schema = Messages.today(type);
    var message = MessageCodec.of(type).decode(Wire.write(Example.of(schema)));
    // When
    JsonNode read = new ObjectMapper().readTree(MessageJson.line(message));
    // Then
    assertThat(read.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(
            schema.getFields().stream().map(org.apache.avro.Schema.Field::name).toList());
    assertThat(read).isEqualTo(new ObjectMapper().readTree(MessageJson.tree(message).toString()));
  }
}
