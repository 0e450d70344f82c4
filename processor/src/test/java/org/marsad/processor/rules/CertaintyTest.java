package org.marsad.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.rules.Certainty.LIKELY;
import static org.marsad.processor.rules.Certainty.OBSERVED;
import static org.marsad.processor.rules.Certainty.POSSIBLE;

import java.util.List;
import org.junit.jupiter.api.Test;

class CertaintyTest {
  @Test
  void shouldBeNoMoreCertainThanTheLessCertainOfTwo() {
    assertThat(OBSERVED.and(LIKELY)).isEqualTo(LIKELY);
    assertThat(POSSIBLE.and(LIKELY)).isEqualTo(POSSIBLE);
    assertThat(LIKELY.and(LIKELY)).isEqualTo(LIKELY);
  }

  @Test
  void shouldBeLikelyOfASumWhereThePartsDiffer() {
    assertThat(Certainty.ofSum(List.of(OBSERVED, OBSERVED))).isEqualTo(OBSERVED);
    assertThat(Certainty.ofSum(List.of(POSSIBLE))).isEqualTo(POSSIBLE);
    assertThat(Certainty.ofSum(List.of(POSSIBLE, OBSERVED))).isEqualTo(LIKELY);
  }
}
