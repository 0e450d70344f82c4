package org.marsad.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertIdsTest {
  @Test
  void shouldTakeAnExactIdThatAlsoBeginsAnother() throws IOException {
    assertThat(AlertIds.only("a", Set.of("a", "ab"))).isEqualTo("a");
  }

  @Test
  void shouldTakeTheBeginningOfOneId() throws IOException {
    assertThat(AlertIds.only("resid", List.of("residential-strike:s-1")))
        .isEqualTo("residential-strike:s-1");
  }

  @Test
  void shouldListTheCandidatesWhenSeveralAreMeant() {
    assertThatThrownBy(() -> AlertIds.only("a", List.of("ac", "ab")))
        .hasMessage("alert id: a begins 2 ids (expected: one of them)\n  ab\n  ac");
  }

  @Test
  void shouldSayHowToFindIdsWhenNoneIsMeant() {
    assertThatThrownBy(() -> AlertIds.only("x", List.of()))
        .hasMessageContaining("x is unknown")
        .hasMessageContaining("./marsad watch --ids");
  }
}
