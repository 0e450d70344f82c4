package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Measure;

class FloorsTest {
  @Test
  void shouldRefuseAFloorOfNothingForEachMeasure() {
    assertThatThrownBy(() -> new Floors(0, 1, 1)).hasMessage("impacts: 0 (expected: >= 1)");
    assertThatThrownBy(() -> new Floors(1, 0, 1)).hasMessage("killed: 0 (expected: >= 1)");
    assertThatThrownBy(() -> new Floors(1, 1, 0)).hasMessage("casualties: 0 (expected: >= 1)");
    assertThat(new Floors(1, 2, 3).of(Measure.KILLED)).isEqualTo(2);
  }

  @Test
  void shouldRefuseARuleThatAsksForNothing() {
    var floors = new Floors(1, 1, 1);
    assertThatThrownBy(() -> new HeaviestInDaysRule(0, 1, floors, floors))
        .hasMessage("min-days: 0 (expected: >= 1)");
    assertThatThrownBy(() -> new HeaviestInDaysRule(1, 0, floors, floors))
        .hasMessage("pause-days: 0 (expected: >= 1)");
    assertThat(new HeaviestInDaysRule(1, 1, floors, new Floors(4, 5, 6)).floor(Series.DAY_KILLED))
        .isEqualTo(1);
    assertThat(
            new HeaviestInDaysRule(1, 1, floors, new Floors(4, 5, 6)).floor(Series.STRIKE_KILLED))
        .isEqualTo(5);
  }
}
