package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.MissingSchemaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.message.HospitalStatus;

/** The rule of evolution, shown: fields with defaults come and go, and readers learn first. */
class EvolutionTest {
  private static final Schema TODAY = HospitalStatus.getClassSchema();

  private Schema tomorrow;
  private byte[] tomorrowsBytes;

  @BeforeEach
  void makeTomorrow() throws IOException {
    tomorrow =
        new Tomorrow(TODAY)
            .with("{\"name\": \"burnBeds\", \"type\": [\"null\", \"int\"], \"default\": null}")
            .without("bedsAvailable")
            .schema();
    tomorrowsBytes = Wire.write(Example.of(tomorrow));
  }

  @Test
  void shouldReadTomorrowsMessageWhenItsSchemaIsInTheStore() {
    // Given
    var codec = MessageCodec.of(HospitalStatus.class, List.of(tomorrow));
    // When
    var status = codec.decode(tomorrowsBytes);
    // Then
    assertThat(status.getSiteId()).isEqualTo("siteId 0 الفردوس");
    assertThat(status.getBedsAvailable()).isNull(); // no longer sent: its default
    assertThat(status.getOperatingRoomsAvailable()).isEqualTo(43);
  }

  @Test
  void shouldReadTomorrowsMessageWhenAReaderKnowsNoClassOfOurs() throws IOException {
    // When
    var values = Wire.read(tomorrowsBytes, TODAY, List.of(tomorrow));
    // Then
    assertThat(values.get("bedsAvailable").isNull()).isTrue();
    assertThat(values.get("operatingRoomsAvailable").asInt()).isEqualTo(43);
    assertThat(values.has("burnBeds")).isFalse();
  }

  @Test
  void shouldReadTodaysMessageWhenTheReaderIsOfTomorrow() throws IOException {
    // Given
    var bytes = Wire.write(Example.of(TODAY));
    // When
    var values = Wire.read(bytes, tomorrow, List.of(TODAY));
    // Then
    assertThat(values.get("burnBeds").isNull()).isTrue();
    assertThat(values.has("bedsAvailable")).isFalse();
    assertThat(values.get("operatingRoomsAvailable").asInt()).isEqualTo(44);
  }

  @Test
  void shouldRefuseTomorrowsMessageWhenReadersWereNotUpgradedFirst() {
    // Given
    var codec = MessageCodec.of(HospitalStatus.class);
    // When, then
    assertThatThrownBy(() -> codec.decode(tomorrowsBytes))
        .isInstanceOf(UndecodableException.class)
        .hasCauseInstanceOf(MissingSchemaException.class);
  }
}
