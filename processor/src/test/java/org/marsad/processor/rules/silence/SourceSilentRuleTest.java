package org.marsad.processor.rules.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceSilentRuleTest {
  private static final Instant HEARD = Instant.parse("2016-10-12T09:00:00Z");
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final SourceSilentRule rule = new SourceSilentRule(3);

  @Test
  void shouldCallASourceSilentOnlyAfterTheThirdMissedHeartbeat() {
    assertThat(rule.silentAfter(EVERY)).isEqualTo(Duration.ofMinutes(15));
    assertThat(isSilent(HEARD.minusSeconds(1), Duration.ofMinutes(15))).isFalse();
    assertThat(isSilent(HEARD.minusSeconds(1), Duration.ofMinutes(15).plusMillis(1))).isTrue();
  }

  @Test
  void shouldNotTakeOurOwnOutageForItsSilence() {
    // Given we began to listen a quarter of an hour after it was last heard
    var since = HEARD.plus(Duration.ofMinutes(15));
    assertThat(isSilent(since, Duration.ofMinutes(30))).isFalse();
    assertThat(isSilent(since, Duration.ofMinutes(30).plusMillis(1))).isTrue();
  }

  @Test
  void shouldRefuseToWaitForNoHeartbeatAtAll() {
    assertThatThrownBy(() -> new SourceSilentRule(0)).hasMessageContaining("missed-heartbeats: 0");
    assertThat(new SourceSilentRule(1).silentAfter(EVERY)).isEqualTo(EVERY);
  }

  private boolean isSilent(Instant listeningSince, Duration afterHeard) {
    return rule.isSilent(HEARD, listeningSince, EVERY, HEARD.plus(afterHeard));
  }
}
