package org.marsad.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountRangeTest {
  private static final CountRange AT_LEAST_2 = new CountRange(1, 2, CountRange.OPEN);

  @Test
  void shouldAddBoundByBound() {
    assertThat(new CountRange(1, 2, 3).plus(new CountRange(10, 20, 30)))
        .isEqualTo(new CountRange(11, 22, 33));
  }

  @Test
  void shouldStayOpenEndedWhicheverOfTheTwoIs() {
    var five = CountRange.of(5);
    assertThat(AT_LEAST_2.plus(five)).isEqualTo(new CountRange(6, 7, CountRange.OPEN));
    assertThat(five.plus(AT_LEAST_2)).isEqualTo(new CountRange(6, 7, CountRange.OPEN));
  }

  @Test
  void shouldNotLetAHugeSumLookOpenEnded() {
    var huge = CountRange.of(CountRange.OPEN - 1);
    assertThat(huge.plus(huge)).isEqualTo(huge);
  }

  @Test
  void shouldAddWhatIsKnown() {
    var three = CountRange.of(3);
    assertThat(CountRange.sumOfKnown(three, null)).isEqualTo(three);
    assertThat(CountRange.sumOfKnown(null, three)).isEqualTo(three);
    assertThat(CountRange.sumOfKnown(three, three)).isEqualTo(CountRange.of(6));
    assertThat(CountRange.sumOfKnown(null, null)).isNull();
  }

  @Test
  void shouldTakeLowAndBestOfTheLargestGroupAndTheHighsOfAll() {
    assertThat(
            CountRange.ofGroups(
                List.of(new CountRange(4, 4, 9), new CountRange(2, 7, 8), new CountRange(1, 1, 1))))
        .isEqualTo(new CountRange(4, 7, 18));
    assertThat(CountRange.ofGroups(List.of())).isEqualTo(CountRange.ZERO);
  }

  @Test
  void shouldRefuseARangeOutOfOrder() {
    assertThatThrownBy(() -> new CountRange(-1, 0, 0)).hasMessageStartingWith("range: -1–0–0");
    assertThatThrownBy(() -> new CountRange(2, 1, 3)).hasMessageContaining("low <= best");
    assertThatThrownBy(() -> new CountRange(1, 3, 2)).hasMessageContaining("best <= high");
  }
}
