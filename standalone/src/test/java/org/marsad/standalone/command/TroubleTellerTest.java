package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TroubleTellerTest {
  private static final Optional<String> STUCK = Optional.of("an alert waits for 14 s");
  private static final Duration START = Duration.ofSeconds(60);

  private final TroubleTeller teller = new TroubleTeller(START);

  @Test
  void shouldTellOfTroubleOnceAndThatItIsOver() {
    assertThat(look(Optional.empty(), 0)).isEmpty();
    assertThat(look(STUCK, 1)).contains("ALERTS ARE NOT BEING SENT: an alert waits for 14 s");
    assertThat(look(STUCK, 2)).isEmpty();
    assertThat(look(Optional.empty(), 3)).contains("alerts are being sent again");
    assertThat(look(Optional.empty(), 4)).isEmpty();
    assertThat(look(STUCK, 5)).isPresent();
  }

  @Test
  void shouldBePatientWithAStartAndNoLonger() {
    assertThat(look(STUCK, 0)).isEmpty();
    assertThat(look(STUCK, START.toSeconds() - 1)).isEmpty();
    assertThat(look(STUCK, START.toSeconds())).isPresent();
  }

  private Optional<String> look(Optional<String> trouble, long second) {
    return teller.look(trouble, Duration.ofSeconds(second).toNanos());
  }
}
