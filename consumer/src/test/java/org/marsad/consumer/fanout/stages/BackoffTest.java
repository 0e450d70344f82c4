package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
  /** Always the longest wait. */
  static final RandomGenerator LONGEST =
      new Random(0) {
        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  @ParameterizedTest
  @CsvSource({"1,PT1S", "2,PT2S", "3,PT5S", "5,PT30S", "8,PT5M", "9,PT5M", "1000,PT5M"})
  void shouldWaitAtMostTheStepOfItsFailures(int failures, Duration longest) {
    assertThat(new Backoff(Backoff.STEPS, LONGEST).after(failures)).isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 20})
  void shouldStayWithinTheStepWhateverTheChance(int failures) {
    var longest = new Backoff(Backoff.STEPS, LONGEST).after(failures);
    var backoff = new Backoff(Backoff.STEPS, new Random(7));
    for (var draw = 0; draw < 100; draw++) {
      assertThat(backoff.after(failures)).isBetween(Duration.ZERO, longest);
    }
  }
}
