package org.marsad.consumer.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.MessageType;

class GeoJsonFeedTest {
  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldBeReadByAGeometryLibrary(Role role) throws Exception {
    // When
    var bytes = write(Areas.directory(), role, residential().build(), repeat().build());
    var geometry = new GeoJsonReader().read(new String(bytes, StandardCharsets.UTF_8));
    // Then
    assertThat(geometry.getNumGeometries()).isEqualTo(2);
    assertThat(geometry.isValid()).isTrue();
  }

  @Test
  void shouldShowThePointToThoseWhoGoThereAndTheNeighbourhoodToThePublic() throws Exception {
    // Given
    var point = new GeometryFactory().createPoint(new Coordinate(37.1508, 36.187));
    // When
    var rescue = feature(Role.RESCUE, residential());
    var open = feature(Role.PUBLIC, residential());
    // Then
    assertThat(geometry(rescue).equalsExact(point)).isTrue();
    assertThat(rescue.path("properties").path("radiusMetres").asDouble()).isEqualTo(150);
    assertThat(geometry(open).getGeometryType()).isEqualTo("Polygon");
    assertThat(geometry(open).contains(point)).isTrue();
    assertThat(open.toString()).doesNotContain("36.187", "37.1508", "radiusMetres", "bakery");
  }

  @Test
  void shouldDrawTheTownWhereNothingFinerIsKnown() throws Exception {
    var town = geometry(feature(Role.OPS, heaviest().setNeighbourhoods(List.of())));
    assertThat(town.getCentroid().getX()).isCloseTo(37.16, offset(1e-3));
    assertThat(town.getCentroid().getY()).isCloseTo(36.2, offset(1e-3));
  }

  @Test
  void shouldHaveNoGeometryWhereNothingIsKnown() throws Exception {
    var bytes = write(new AreaDirectory(), Role.OPS, heaviest().build());
    assertThat(features(bytes).get(0).path("geometry").isNull()).isTrue();
  }

  @Test
  void shouldShowTheFieldsThatTheSchemasShowToItsReader() throws Exception {
    // When
    var doubted = residential().setMarks(List.of("POINT_FAR_FROM_PLACE"));
    var operations = feature(Role.OPS, doubted).path("properties");
    var open = feature(Role.PUBLIC, doubted).path("properties");
    // Then
    assertThat(operations.path("killed").path("best").asInt()).isEqualTo(45);
    assertThat(operations.path("findings").path(0).path("rule").asText()).isEqualTo("CASUALTIES");
    assertThat(operations.path("interrupts").asBoolean()).isTrue();
    assertThat(operations.path("headline").path("en").asText()).contains("al-Fardous");
    assertThat(operations.path("headline").path("ar").asText()).contains("الفردوس");
    assertThat(operations.path("cap").asText()).isEqualTo("cap/marsad.strike:s1.1.xml");
    assertThat(operations.has("strikeIds")).isTrue();
    assertThat(operations.path("marks").path(0).asText()).isEqualTo("POINT_FAR_FROM_PLACE");
    assertThat(operations.has("place")).as("it is the geometry").isFalse();
    assertThat(open.has("strikeIds")).isFalse();
    assertThat(open.has("marks")).isFalse();
    assertThat(open.path("findings").path(0).has("numbers")).isFalse();
    assertThat(open.path("placeBasis").asText()).isEqualTo("NAME");
  }

  @Test
  void shouldShowTheLatestRevisionOnly() throws Exception {
    // Given
    var update =
        revision(
            residential().setReferences(List.of(new AlertReference(1, SENT, true))),
            2,
            MessageType.UPDATE);
    // When
    var features = features(write(Areas.directory(), Role.OPS, residential().build(), update));
    // Then
    assertThat(features).hasSize(1);
    assertThat(features.get(0).path("id").asText()).isEqualTo("marsad.strike:s1.2");
  }

  private static JsonNode feature(Role role, Alert.Builder alert) throws Exception {
    return features(write(Areas.directory(), role, alert.build())).get(0);
  }

  private static JsonNode features(byte[] bytes) throws Exception {
    return new ObjectMapper().readTree(bytes).path("features");
  }

  private static Geometry geometry(JsonNode feature) throws Exception {
    return new GeoJsonReader().read(feature.path("geometry").toString());
  }

  private static byte[] write(AreaDirectory areas, Role role, Alert... alerts) {
    var feed = FeedBench.feed(Readers.of("reader", role).build());
    return new FeedBench(areas, List.of(alerts)).geoJson(feed);
  }
}
