package org.marsad.processor.rules.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000})
  void shouldBeginABandOfPeople(int people) {
    assertThat(Bands.ofPeople(people)).isEqualTo(Bands.ofPeople(people - 1) + 1);
    assertThat(Bands.ofPeople(people + 1)).isEqualTo(Bands.ofPeople(people));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 15, 30, 75, 150, 300, 700, 1_500, 3_000, 7_000})
  void shouldStayInTheBandOfPeople(int people) {
    assertThat(Bands.ofPeople(people + 1)).isEqualTo(Bands.ofPeople(people));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 14, 30, 60, 90, 180, 365})
  void shouldBeginABandOfDays(int days) {
    assertThat(Bands.ofDays(days)).isEqualTo(Bands.ofDays(days - 1) + 1);
    assertThat(Bands.ofDays(days + 1)).isEqualTo(Bands.ofDays(days));
  }
}
