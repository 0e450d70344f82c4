package org.marsad.processor.rules.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.TimePrecision;

class AssociationTest {
  private final Association association = new Association(Duration.ofMinutes(15), 1_000);

  @Test
  void shouldJoinTwoMinutesThatAreFifteenMinutesApartOnceEachIsGrownByAMinute() {
    assertThat(canBeSame(Said.by("a:1"), Said.by("b:1").after(Duration.ofMinutes(17)))).isTrue();
    assertThat(
            canBeSame(Said.by("a:1"), Said.by("b:1").after(Duration.ofMinutes(17).plusMillis(1))))
        .isFalse();
  }

  @Test
  void shouldGrowEachTimeByItsOwnPrecision() {
    // 15 minutes + 1 second + 1 hour
    var edge = Duration.ofMinutes(75).plusSeconds(1);
    assertThat(
            canBeSame(
                Said.by("a:1").precise(TimePrecision.SECOND),
                Said.by("b:1").precise(TimePrecision.HOUR).after(edge)))
        .isTrue();
    assertThat(
            canBeSame(
                Said.by("a:1").precise(TimePrecision.SECOND),
                Said.by("b:1").precise(TimePrecision.HOUR).after(edge.plusMillis(1))))
        .isFalse();
  }

  @Test
  void shouldCountTheTimeFromTheEndOfAnInterval() {
    var raid = Said.by("a:1").lasting(Duration.ofMinutes(30));
    assertThat(canBeSame(raid, Said.by("b:1").after(Duration.ofMinutes(47)))).isTrue();
    assertThat(canBeSame(raid, Said.by("b:1").after(Duration.ofMinutes(48)))).isFalse();
    assertThat(canBeSame(raid, Said.by("b:1").after(Duration.ofMinutes(-17)))).isTrue();
    assertThat(canBeSame(raid, Said.by("b:1").after(Duration.ofMinutes(-18)))).isFalse();
  }

  @Test
  void shouldJoinPointsAKilometreApartOnceEachIsGrownByItsRadius() {
    assertThat(canBeSame(Said.by("a:1"), Said.by("b:1").east(999.9, 0))).isTrue();
    assertThat(canBeSame(Said.by("a:1"), Said.by("b:1").east(1_000.1, 0))).isFalse();
    assertThat(canBeSame(Said.by("a:1").east(0, 200), Said.by("b:1").east(1_499.9, 300))).isTrue();
    assertThat(canBeSame(Said.by("a:1").east(0, 200), Said.by("b:1").east(1_500.1, 300))).isFalse();
  }

  @Test
  void shouldJoinAcrossABoundaryByDistanceAndWithinANeighbourhoodByName() {
    var east = Said.by("b:1").named("aleppo/east");
    assertThat(canBeSame(Said.by("a:1").named("aleppo/west"), east.east(500, 0))).isTrue();
    assertThat(canBeSame(Said.by("a:1").named("aleppo/west"), east.east(5_000, 0))).isFalse();
    assertThat(canBeSame(Said.by("a:1").named("aleppo/east"), east.east(5_000, 0))).isTrue();
    assertThat(canBeSame(Said.by("a:1").named("aleppo/east").nowhere(), east)).isTrue();
    assertThat(canBeSame(Said.by("a:1").named("aleppo/west").nowhere(), east)).isFalse();
  }

  @Test
  void shouldKeepContradictingDeliveriesApartUnlessOneIsUnknownOrInferred() {
    var helicopter = Said.by("b:1").delivered(DeliveryMeans.HELICOPTER);
    assertThat(canBeSame(Said.by("a:1"), helicopter)).isFalse();
    assertThat(canBeSame(Said.by("a:1").delivered(DeliveryMeans.UNKNOWN), helicopter)).isTrue();
    assertThat(canBeSame(Said.by("a:1").delivered(DeliveryMeans.HELICOPTER), helicopter)).isTrue();
    assertThat(canBeSame(Said.by("a:1").inferred(), helicopter)).isTrue();
  }

  @Test
  void shouldKeepTwoReportsOfOneSourceApart() {
    assertThat(canBeSame(Said.by("a:1"), Said.by("a:2"))).isFalse();
  }

  @Test
  void shouldKeepCoarseReportsApart() {
    assertThat(canBeSame(Said.by("a:1"), Said.by("b:1").precise(TimePrecision.DAY))).isFalse();
    assertThat(canBeSame(Said.by("a:1"), Said.by("b:1").east(0, 1_500))).isTrue();
    assertThat(canBeSame(Said.by("a:1"), Said.by("b:1").east(0, 1_500.1))).isFalse();
    assertThat(canBeSame(Said.by("a:1"), Said.by("b:1").lasting(Duration.ofHours(24)))).isTrue();
    assertThat(
            canBeSame(Said.by("a:1"), Said.by("b:1").lasting(Duration.ofHours(24).plusMillis(1))))
        .isFalse();
  }

  @Test
  void shouldCallTheNearerOfTwoNearerInTimeAndInSpace() {
    var here = Said.by("a:1").report();
    assertThat(association.distance(here, Said.by("b:1").after(Duration.ofMinutes(2)).report()))
        .isLessThan(
            association.distance(here, Said.by("b:1").after(Duration.ofMinutes(3)).report()));
    assertThat(association.distance(here, Said.by("b:1").east(100, 0).report()))
        .isLessThan(association.distance(here, Said.by("b:1").east(200, 0).report()));
    assertThat(association.distance(here, Said.by("b:1").report())).isZero();
  }

  @Test
  void shouldMeasureTimeAndSpaceInUnitsOfWhatWouldStillBeTheSame() {
    var here = Said.by("a:1").east(0, 100).report();
    var there = Said.by("b:1").east(500, 150);
    // 5 of 15 + 1 + 1 minutes; 500 of 1,000 + 100 + 150 metres
    assertThat(association.distance(here, there.after(Duration.ofMinutes(5)).report()))
        .isCloseTo(Math.hypot(5.0 / 17, 0.4), within(1e-9));
    // 5 of 15 + 1 + 60 minutes: the same minutes mean less where an hour is open
    assertThat(association.distance(here, there.precise(TimePrecision.HOUR).report()))
        .isCloseTo(Math.hypot(5.0 / 76, 0.4), within(1e-9));
    // From middle to middle
    assertThat(association.distance(here, there.lasting(Duration.ofMinutes(60)).nowhere().report()))
        .isCloseTo(35.0 / 76, within(1e-9));
  }

  @Test
  void shouldMakeNothingOfDistanceWhereOnlyOneSpotCounts() {
    var exact = new Association(Duration.ofMinutes(15), 0);
    assertThat(exact.distance(Said.by("a:1").report(), Said.by("b:1").report())).isZero();
  }

  @Test
  void shouldRefuseReachesThatMakeNoSense() {
    assertThatThrownBy(() -> new Association(Duration.ofMinutes(-1), 0))
        .hasMessage("within: PT-1M (expected: >= 0)");
    assertThatThrownBy(() -> new Association(Duration.ZERO, Double.NaN))
        .hasMessage("withinMetres: NaN (expected: >= 0)");
  }

  private boolean canBeSame(Said a, Said b) {
    var forth = association.canBeSame(a.report(), b.report());
    assertThat(association.canBeSame(b.report(), a.report()))
        .as("the other way round")
        .isEqualTo(forth);
    return forth;
  }
}
