package org.marsad.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeoPointTest {
  private static final double NEAREST_METRES = 1e-3;

  @Test
  void shouldTellNearFromFarAsTheGeodesicDoes() {
    var random = new SplittableRandom(1);
    for (var i = 0; i < 20_000; i++) {
      // Given two points a millimetre to 20,000 km apart, anywhere
      var here = new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
      var there = here.moved(Math.pow(10, random.nextDouble(-3, 7.3)), random.nextDouble(360));
      var metres = here.metresTo(there);
      // Then
      assertThat(here.isWithin(metres, there)).as("%s %s", here, there).isTrue();
      assertThat(here.isWithin(metres * 1.00011, there)).as("%s %s", here, there).isTrue();
      if (metres > NEAREST_METRES) {
        assertThat(here.isWithin(metres * (1 - 1e-9), there)).as("%s %s", here, there).isFalse();
        assertThat(here.isWithin(metres * 0.99, there)).as("%s %s", here, there).isFalse();
      }
    }
  }

  @Test
  void shouldFindAPointWithinNothingOfItself() {
    var here = new GeoPoint(36.2, 37.16);
    assertThat(here.isWithin(0, here)).isTrue();
  }
}
