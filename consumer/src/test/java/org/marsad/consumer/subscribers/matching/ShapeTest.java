package org.marsad.consumer.subscribers.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.marsad.consumer.subscribers.matching.Shape.Circle;
import org.marsad.consumer.subscribers.matching.Shape.Outline;

class ShapeTest {
  private static final double LAT = 36.2;
  private static final double LON = 37.15;

  /** 1,000 m apart, to the millimetre. */
  @ParameterizedTest
  @CsvSource({"400,600,true", "400,599.99,false", "0,1000,true", "0,999.99,false", "2000,0,true"})
  void shouldTouchWhereTwoCirclesMeet(double one, double other, boolean touches) {
    // Given
    var there = Geodesic.WGS84.Direct(LAT, LON, 63, 999.9999);
    var here = new Circle(LAT, LON, one);
    var far = new Circle(there.lat2, there.lon2, other);
    // Then
    assertThat(here.touches(far)).isEqualTo(touches);
    assertThat(far.touches(here)).isEqualTo(touches);
  }

  /** The outline begins 1,000 m east of the point. */
  @ParameterizedTest
  @CsvSource({"1000.01,true", "999.99,false", "0,false"})
  void shouldTouchWhereACircleMeetsAnOutline(double metres, boolean touches) throws ParseException {
    // Given
    var edge = Geodesic.WGS84.Direct(LAT, LON, 90, 1_000);
    var east =
        outline("POLYGON((%1$s 36.1, %1$s 36.3, 37.3 36.3, 37.3 36.1, %1$s 36.1))", edge.lon2);
    var circle = new Circle(edge.lat2, LON, metres);
    // Then
    assertThat(circle.touches(east)).isEqualTo(touches);
    assertThat(east.touches(circle)).isEqualTo(touches);
  }

  @Test
  void shouldTouchWhatLiesWithinAndNotWhatLiesInAHole() throws ParseException {
    var ring =
        "POLYGON((37 36, 38 36, 38 37, 37 37, 37 36), (37.4 36.4, 37.6 36.4, 37.6 36.6, 37.4 36.6,"
            + " 37.4 36.4))";
    assertThat(new Circle(36.1, 37.1, 0).touches(outline(ring, 0))).isTrue();
    assertThat(new Circle(36.5, 37.5, 0).touches(outline(ring, 0))).isFalse();
    assertThat(new Circle(36.5, 37.5, 5_000).touches(outline(ring, 0))).isFalse();
    assertThat(new Circle(36.5, 37.5, 20_000).touches(outline(ring, 0))).isTrue();
  }

  @Test
  void shouldTouchWhereOutlinesShareACornerOnly() throws ParseException {
    var west = outline("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", 0);
    assertThat(west.touches(outline("POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))", 0))).isTrue();
    assertThat(west.touches(outline("POLYGON((1.001 1, 2 1, 2 2, 1.001 2, 1.001 1))", 0)))
        .isFalse();
  }

  /** Whatever lies on the edge of a circle lies within its envelope, all over the earth. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldBeCoveredByItsEnvelope(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < 2_000; i++) {
      // Given
      var circle =
          new Circle(
              180 * random.nextDouble() - 90,
              360 * random.nextDouble() - 180,
              Math.pow(10, 1 + 5 * random.nextDouble()));
      // When
      var edge =
          Geodesic.WGS84.Direct(
              circle.lat(), circle.lon(), 360 * random.nextDouble(), circle.metres());
      // Then
      assertThat(circle.envelope().covers(edge.lon2, edge.lat2))
          .as("seed %d: %s, %s %s", seed, circle, edge.lat2, edge.lon2)
          .isTrue();
    }
  }

  /** Small outlines far away: the plane keeps the distance of the ellipsoid. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldMeasureFromAPointToAnOutlineAsTheEllipsoidDoes(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < 500; i++) {
      // Given
      var away = 100 + 100_000 * random.nextDouble();
      var there = Geodesic.WGS84.Direct(LAT, LON, 360 * random.nextDouble(), away);
      var dot = new GeometryFactory().createPoint(new Coordinate(there.lon2, there.lat2));
      var outline = new Outline(dot.buffer(1e-6));
      // Then
      assertThat(outline.touches(new Circle(LAT, LON, away + 0.2))).as("seed %d", seed).isTrue();
      assertThat(outline.touches(new Circle(LAT, LON, away - 0.2))).as("seed %d", seed).isFalse();
    }
  }

  @Test
  void shouldNotChangeTheOutlineThatItMeasures() throws ParseException {
    var outline = outline("POLYGON((37 36, 38 36, 38 37, 37 37, 37 36))", 0);
    assertThat(outline.touches(new Circle(35, 37, 200_000))).isTrue();
    assertThat(outline.envelope().getMaxY()).isEqualTo(37, within(0.0));
    assertThat(outline.touches(new Circle(36.5, 37.5, 0))).isTrue();
  }

  private static Outline outline(String wkt, double number) throws ParseException {
    return new Outline(new WKTReader().read(wkt.formatted(number)));
  }
}
