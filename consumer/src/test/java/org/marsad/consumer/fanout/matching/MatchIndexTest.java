package org.marsad.consumer.fanout.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fanout.subscribers.Subscriber;

class MatchIndexTest {
  private static final int SUBSCRIBERS = 300;
  private static final int ALERTS = 300;

  /** 90,000 pairs a seed: the index finds just those whom a look at each would find. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20161011})
  void shouldFindThoseWhomALookAtEachFinds(long seed) {
    // Given
    var world = new RandomWorld(seed);
    var subscribers = IntStream.range(0, SUBSCRIBERS).mapToObj(world::subscriber).toList();
    var index = new MatchIndex(subscribers, world::profile);
    var found = 0;
    for (var number = 0; number < ALERTS; number++) {
      var alert = world.alert();
      // When
      var concerned = index.concerned(alert);
      // Then
      var oracle = Matcher.askEach(subscribers, alert, world::profile);
      assertThat(ids(concerned)).as("seed %d, alert %s", seed, alert).isEqualTo(ids(oracle));
      found += concerned.size();
    }
    assertThat(found).as("neither nobody nor everybody").isBetween(4_000, 60_000);
  }

  @Test
  void shouldBeReadyForAHundredThousandWithinSeconds() {
    // Given
    var many =
        IntStream.range(0, 100_000)
            .mapToObj(
                number ->
                    Subscriber.builder("s" + number, Role.RESCUE)
                        .areas(number % 1_000 == 0 ? "aleppo" : "town-" + number % 997)
                        .build())
            .toList();
    // When
    var begun = System.nanoTime();
    var concerned = new MatchIndex(many, area -> Optional.empty()).concerned(residential().build());
    // Then
    assertThat(concerned).hasSize(100);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }

  private static List<String> ids(List<Subscriber> subscribers) {
    return subscribers.stream().map(Subscriber::id).toList();
  }
}
