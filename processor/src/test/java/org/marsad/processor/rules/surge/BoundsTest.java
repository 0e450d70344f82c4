package org.marsad.processor.rules.surge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.merging.Stands;

class BoundsTest {
  private static final CountRange OPEN = new CountRange(1, 2, CountRange.OPEN);

  @Test
  void shouldRoundOutwardsAndTheBestToTheNearest() {
    assertThat(new Bounds(1.9, 2.5, 3.1).rounded()).isEqualTo(new CountRange(1, 3, 4));
    assertThat(new Bounds(1.9, 2.4, 3.1).rounded()).isEqualTo(new CountRange(1, 2, 4));
    assertThat(new Bounds(2, 2, 2).rounded()).isEqualTo(CountRange.of(2));
  }

  @Test
  void shouldNotLetTheLastDigitsOfAProductCountAsAPerson() {
    assertThat(new Bounds(11.9999999999, 12, 12.0000000001).rounded()).isEqualTo(CountRange.of(12));
    assertThat(new Bounds(0, 2.4999999999, 3).rounded().best()).isEqualTo(3);
  }

  @Test
  void shouldKeepAnOpenEndOpen() {
    assertThat(Bounds.of(OPEN).rounded()).isEqualTo(OPEN);
    assertThat(Bounds.of(OPEN).plus(Bounds.of(CountRange.of(3))).rounded())
        .isEqualTo(new CountRange(4, 5, CountRange.OPEN));
    assertThat(Bounds.of(OPEN).times(2).rounded()).isEqualTo(new CountRange(2, 4, CountRange.OPEN));
  }

  @Test
  void shouldMakeNothingOfNoShareOfAnOpenEnd() {
    assertThat(Bounds.of(OPEN).times(0)).isEqualTo(Bounds.NONE);
    assertThat(Bounds.of(OPEN).times(0.5, 0.5, 0)).isEqualTo(new Bounds(0.5, 1, 0));
  }

  @Test
  void shouldNotCallAHugeNumberOpenEnded() {
    assertThat(new Bounds(0, 0, 1e12).rounded().high()).isEqualTo(CountRange.OPEN - 1);
  }

  @Test
  void shouldNotAddUpTheLowsAndBestsOfSeveralGroups() {
    var sum = new GroupedBounds();
    sum.add(Stands.as("a").strike(), new Bounds(1, 5, 6));
    sum.add(Stands.as("b").strike(), new Bounds(1, 1, 1));
    sum.add(Stands.as("c").somewhereInTown().toldBy("agency").strike(), new Bounds(4, 4, 9));
    assertThat(sum.sum()).isEqualTo(new Bounds(4, 6, 16));
    assertThat(new GroupedBounds().sum()).isEqualTo(Bounds.NONE);
  }
}
