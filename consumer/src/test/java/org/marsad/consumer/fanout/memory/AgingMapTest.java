package org.marsad.consumer.fanout.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgingMapTest {
  private static final Instant NOON = Instant.parse("2016-10-11T12:00:00Z");

  private final AgingMap<String, String> map = new AgingMap<>();

  @Test
  void shouldForgetWhatWasNotTouchedSinceThen() {
    // Given
    map.touch("old", NOON, () -> "old");
    map.touch("kept", NOON.plusSeconds(1), () -> "kept");
    // When
    map.forget(NOON.plusSeconds(1), value -> true, 10);
    // Then
    assertThat(map.get("old")).isNull();
    assertThat(map.get("kept")).isEqualTo("kept");
  }

  @Test
  void shouldKeepWhatWasTouchedAgainOrIsNotOver() {
    // Given
    map.touch("again", NOON, () -> "again");
    map.touch("busy", NOON, () -> "busy");
    map.touch("again", NOON.plusSeconds(5), () -> "another");
    // When
    map.forget(NOON.plusSeconds(1), value -> !value.equals("busy"), 10);
    // Then
    assertThat(map.get("again")).isEqualTo("again");
    assertThat(map.get("busy")).isEqualTo("busy");
  }

  /** A thousand that are busy do not keep the rest from being forgotten, nor make a call long. */
  @Test
  void shouldLookAtAFewAtATimeAndComeToAllInTheEnd() {
    // Given
    IntStream.range(0, 1_000).forEach(n -> map.touch("busy" + n, NOON, () -> "busy"));
    map.touch("old", NOON, () -> "old");
    // When
    map.forget(NOON.plusSeconds(1), value -> !value.equals("busy"), 4);
    // Then
    assertThat(map.get("old")).isNotNull();
    for (var call = 0; call < 250; call++) {
      map.forget(NOON.plusSeconds(1), value -> !value.equals("busy"), 4);
    }
    assertThat(map.get("old")).isNull();
    assertThat(map.size()).isEqualTo(1_000);
  }
}
