package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComposedIdTest {
  @Test
  void shouldKeepAnIdThatIsShortEnough() {
    assertThat(ComposedId.of("x".repeat(100))).isEqualTo("x".repeat(100));
  }

  @Test
  void shouldTellLongIdsApartThatBeginAlike() {
    var one = ComposedId.of("x".repeat(100) + "1");
    assertThat(one)
        .hasSize(100)
        .startsWith("xxx")
        .isNotEqualTo(ComposedId.of("x".repeat(100) + "2"));
    assertThat(one).isEqualTo(ComposedId.of("x".repeat(100) + "1"));
  }
}
