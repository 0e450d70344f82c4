package org.marsad.consumer.operations.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertIdsTest {
  @Test
  void shouldTakeAnExactIdThatAlsoBeginsAnother() throws IOException {
    assertThat(AlertIds.only("a", Set.of("a", "ab"))).isEqualTo("a");
  }

  @Test
  void shouldTakeTheBeginningOfOneId() throws IOException {
    assertThat(AlertIds.only("exercise:str", Set.of("exercise:strike:s-1")))
        .isEqualTo("exercise:strike:s-1");
  }

  @Test
  void shouldListTheCandidatesWhenSeveralAreMeant() {
    assertThatThrownBy(() -> AlertIds.only("a", Set.of("ac", "ab")))
        .isInstanceOfSatisfying(
            UnclearAlertException.class, unclear -> assertThat(unclear.isUnknown()).isFalse())
        .hasMessage("alert id: a begins 2 ids (expected: one of them)\n  ab\n  ac");
  }

  @Test
  void shouldSayWhatIsExpectedWhenNoneIsMeant() {
    assertThatThrownBy(() -> AlertIds.only("x", Set.of()))
        .isInstanceOfSatisfying(
            UnclearAlertException.class, unclear -> assertThat(unclear.isUnknown()).isTrue())
        .hasMessage("alert id: x is unknown (expected: an alert's id, its beginning, or latest)");
  }
}
