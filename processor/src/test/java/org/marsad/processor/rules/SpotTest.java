package org.marsad.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is fine enough to be a spot, and what lies in a neighbourhood. */
class SpotTest {
  private static final GeoPoint CENTRE = new GeoPoint(36.2, 37.15);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "town/mill, NAME, -, true",
        "-, POINT, 1500, true",
        "-, POINT, 1500.1, false",
        "-, POINT, -, false",
        "-, NAME, 100, false" // the circle of a town's name is not where it fell
      })
  void shouldBeFineByANeighbourhoodOrByASmallCircleAroundAPoint(
      @Nullable String neighbourhood, PlaceBasis basis, @Nullable Double radius, boolean fine) {
    var circle = radius == null ? null : new Circle(CENTRE, radius);
    assertThat(new Spot(neighbourhood, basis, circle, false, null).isFine()).isEqualTo(fine);
  }

  @Test
  void shouldReachFromEdgeToEdge() {
    var here = new Circle(CENTRE, 100);
    var there = new Circle(CENTRE.moved(1_000, 90), 200);
    assertThat(here.isWithin(700.01, there)).isTrue();
    assertThat(here.isWithin(699.99, there)).isFalse();
  }

  @Test
  void shouldContainWhatLiesWithinTheOutlineAndTheCircle() {
    var square = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    square.moveTo(37.15, 36.2); // the north-eastern quarter
    square.lineTo(37.25, 36.2);
    square.lineTo(37.25, 36.3);
    square.lineTo(37.15, 36.3);
    square.closePath();
    var outlined = part(List.of(square));
    assertThat(outlined.contains(CENTRE.moved(400, 45))).isTrue();
    assertThat(outlined.contains(CENTRE.moved(400, 225))).isFalse();
    assertThat(outlined.contains(CENTRE.moved(600, 45))).isFalse();
    // Where only the circle is known, all of it counts
    assertThat(part(List.of()).contains(CENTRE.moved(400, 225))).isTrue();
    assertThat(part(List.of()).contains(CENTRE.moved(600, 225))).isFalse();
  }

  private static AreaPart part(List<Path2D> outline) {
    return new AreaPart("town/mill", LandUse.RESIDENTIAL, new Circle(CENTRE, 500), outline);
  }
}
