package org.marsad.consumer.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
  /** A square of a tenth of a degree, counterclockwise, not closed. */
  private static final List<Double> SQUARE =
      List.of(37.0, 36.0, 37.1, 36.0, 37.1, 36.1, 37.0, 36.1);

  private static final List<Double> CLOCKWISE_CLOSED =
      List.of(37.0, 36.0, 37.0, 36.1, 37.1, 36.1, 37.1, 36.0, 37.0, 36.0);

  @Test
  void shouldCloseAnOpenRing() {
    // When
    var ring = Outline.geometry(List.of(List.of(SQUARE))).at("/coordinates/0");
    // Then
    assertThat(ring.toString())
        .isEqualTo("[[37.0,36.0],[37.1,36.0],[37.1,36.1],[37.0,36.1],[37.0,36.0]]");
  }

  @Test
  void shouldTurnShellsCounterclockwiseAndHolesClockwise() {
    // When
    var rings =
        Outline.geometry(List.of(List.of(CLOCKWISE_CLOSED, SQUARE), List.of(SQUARE)))
            .get("coordinates");
    // Then
    assertThat(area(rings.at("/0/0"))).isPositive();
    assertThat(area(rings.at("/0/1"))).isNegative();
    assertThat(area(rings.at("/1/0"))).isPositive();
  }

  @Test
  void shouldBeAPolygonForOneAndAMultiPolygonForMore() {
    assertThat(Outline.geometry(List.of(List.of(SQUARE))).get("type").textValue())
        .isEqualTo("Polygon");
    assertThat(Outline.geometry(List.of(List.of(SQUARE), List.of(SQUARE))).get("type").textValue())
        .isEqualTo("MultiPolygon");
  }

  @Test
  void shouldDrawACircleOf32PointsAtItsRadius() {
    // When
    var ring =
        Outline.geometry(List.of(List.of(Outline.circle(36.2, 37.1, 1000)))).at("/coordinates/0");
    // Then
    assertThat(ring).hasSize(33);
    assertThat(ring.get(0)).isEqualTo(ring.get(32));
    assertThat(area(ring)).isPositive();
    for (var point : ring) {
      var north = (point.get(1).doubleValue() - 36.2) * 111_195;
      var east = (point.get(0).doubleValue() - 37.1) * 111_195 * Math.cos(Math.toRadians(36.2));
      assertThat(Math.hypot(north, east)).isCloseTo(1000, within(1.0));
    }
  }

  private static double area(JsonNode ring) {
    var sum = 0.0;
    for (var i = 0; i + 1 < ring.size(); i++) {
      var here = ring.get(i);
      var next = ring.get(i + 1);
      sum += here.get(0).doubleValue() * next.get(1).doubleValue();
      sum -= next.get(0).doubleValue() * here.get(1).doubleValue();
    }
    return sum / 2;
  }
}
