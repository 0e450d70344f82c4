package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
  @Test
  void shouldBeFreeAMinuteAfterTheOldestOfAFullMinute() {
    // Given
    var rate = new RateLimit(OptionalInt.of(2));
    rate.count(SENT, true);
    assertThat(rate.freeAt(SENT, true)).isEqualTo(SENT);
    rate.count(SENT.plusSeconds(10), true);
    // Then
    assertThat(rate.freeAt(SENT.plusSeconds(20), true)).isEqualTo(SENT.plusSeconds(60));
    assertThat(rate.freeAt(SENT.plusSeconds(60), true)).isEqualTo(SENT.plusSeconds(60));
  }

  /** The real never waits for an exercise; an exercise waits for what is left. */
  @Test
  void shouldNotLetAnExerciseUseWhatIsMeantForTheReal() {
    // Given
    var rate = new RateLimit(OptionalInt.of(1));
    // When
    rate.count(SENT, false);
    // Then
    assertThat(rate.freeAt(SENT, true)).isEqualTo(SENT);
    assertThat(rate.freeAt(SENT, false)).isEqualTo(SENT.plusSeconds(60));
    // When
    rate.count(SENT.plusSeconds(30), true);
    // Then
    assertThat(rate.freeAt(SENT.plusSeconds(40), false)).isEqualTo(SENT.plusSeconds(90));
  }

  @Test
  void shouldAlwaysBeFreeWithoutALimit() {
    var rate = new RateLimit(OptionalInt.empty());
    for (var message = 0; message < 1000; message++) {
      assertThat(rate.freeAt(SENT, true)).isEqualTo(SENT);
      rate.count(SENT, true);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30})
  void shouldAllowNoMoreInAnyMinuteAndWasteNoSlot(int perMinute) {
    // Given
    var random = new Random(perMinute);
    var rate = new RateLimit(OptionalInt.of(perMinute));
    var sent = new ArrayList<Instant>();
    var now = SENT;
    // When
    for (var message = 0; message < 500; message++) {
      now = rate.freeAt(now.plusMillis(random.nextInt(4_000)), true);
      rate.count(now, true);
      sent.add(now);
    }
    // Then
    for (var at : sent) {
      assertThat(inTheMinuteUpTo(at, sent)).isLessThanOrEqualTo(perMinute);
    }
    assertThat(rate.freeAt(now.plusSeconds(60), true)).isEqualTo(now.plusSeconds(60));
  }

  private static long inTheMinuteUpTo(Instant end, List<Instant> sent) {
    return sent.stream().filter(at -> at.isAfter(end.minusSeconds(60)) && !at.isAfter(end)).count();
  }
}
