package org.marsad.consumer.subscribers.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;

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
      var isPrivate = number % 4 == 0;
      var concerned = index.concerned(alert, isPrivate);
      // Then
      var oracle = Matcher.askEach(subscribers, alert, isPrivate, world::profile);
      assertThat(describe(concerned, oracle)).as("seed %d, alert %s", seed, alert).isEmpty();
      found += concerned.size();
    }
    assertThat(found).as("neither nobody nor everybody").isBetween(4_000, 60_000);
  }

  @Test
  void shouldFindTheFewAmongAHundredThousand() {
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
    var concerned = new MatchIndex(many, area -> Optional.empty()).concerned(residential().build());
    // Then
    assertThat(concerned).hasSize(100);
  }

  /** Who is found by one way alone, with all that there is to know; empty where there is none. */
  private static List<String> describe(List<Subscriber> found, List<Subscriber> asked) {
    var differing =
        Stream.concat(found.stream(), asked.stream())
            .filter(subscriber -> !found.contains(subscriber) || !asked.contains(subscriber))
            .map(subscriber -> subscriber.id() + " " + subscriber.coverage())
            .toList();
    return differing.isEmpty() && !ids(found).equals(ids(asked))
        ? List.of("another order: " + ids(found))
        : differing;
  }

  private static List<String> ids(List<Subscriber> subscribers) {
    return subscribers.stream().map(Subscriber::id).toList();
  }
}
