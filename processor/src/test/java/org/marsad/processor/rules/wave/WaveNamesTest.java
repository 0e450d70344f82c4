package org.marsad.processor.rules.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.merging.Stands;

/** Which alert goes on speaking of which wave. */
class WaveNamesTest {
  @Test
  void shouldGiveANewWaveNoFormerAlert() {
    var names = WaveNames.match(List.of(wave("a", "b")), Map.of());
    assertThat(names.kept()).isEmpty();
    assertThat(names.ended()).isEmpty();
  }

  @Test
  void shouldKeepTheAlertOfAWaveThatGrows() {
    var names =
        WaveNames.match(List.of(wave("a", "b", "c")), Map.of("a", "alert-1", "b", "alert-1"));
    assertThat(names.kept()).containsExactly(Map.entry(0, "alert-1"));
    assertThat(names.ended()).isEmpty();
  }

  @Test
  void shouldKeepTheAlertThatSpokeOfTheMostWhenTwoJoin() {
    var names =
        WaveNames.match(
            List.of(wave("a", "b", "c", "d", "e")),
            Map.of("a", "alert-1", "b", "alert-1", "c", "alert-2", "d", "alert-2", "e", "alert-2"));
    assertThat(names.kept()).containsExactly(Map.entry(0, "alert-2"));
    assertThat(names.ended()).containsExactly(Map.entry("alert-1", "alert-2"));
  }

  @Test
  void shouldKeepTheEarlierAlertWhenTwoThatJoinAreEqual() {
    var names =
        WaveNames.match(
            List.of(wave("a", "b", "c", "d")),
            Map.of("a", "alert-2", "b", "alert-2", "c", "alert-1", "d", "alert-1"));
    assertThat(names.kept()).containsExactly(Map.entry(0, "alert-1"));
    assertThat(names.ended()).containsExactly(Map.entry("alert-2", "alert-1"));
  }

  @Test
  void shouldLeaveTheAlertWithTheLargerPartWhenAWaveIsSplit() {
    var former = Map.of("a", "alert", "b", "alert", "c", "alert", "d", "alert", "e", "alert");
    var names = WaveNames.match(List.of(wave("a", "b"), wave("c", "d", "e")), former);
    assertThat(names.kept()).containsExactly(Map.entry(1, "alert"));
    assertThat(names.ended()).isEmpty();
    // Of equal parts the first has it
    var halves = WaveNames.match(List.of(wave("a", "b"), wave("c", "d")), former);
    assertThat(halves.kept()).containsExactly(Map.entry(0, "alert"));
  }

  @Test
  void shouldGiveEachWaveOneAlertAtMostAndEachAlertOneWave() {
    // Given the larger wave has strikes of both alerts, the smaller of the first alert alone
    var names =
        WaveNames.match(
            List.of(wave("a", "b"), wave("c", "d", "e")),
            Map.of("a", "alert-1", "b", "alert-1", "c", "alert-1", "d", "alert-2", "e", "alert-2"));
    assertThat(names.kept()).isEqualTo(Map.of(0, "alert-1", 1, "alert-2"));
    assertThat(names.ended()).isEmpty();
  }

  @Test
  void shouldEndTheAlertOfStrikesThatAreNoWaveAnyMore() {
    var names =
        WaveNames.match(
            List.of(wave("x", "y")), Map.of("a", "alert-1", "b", "alert-1", "x", "alert-2"));
    assertThat(names.kept()).containsExactly(Map.entry(0, "alert-2"));
    assertThat(names.ended()).containsExactly(Map.entry("alert-1", ""));
  }

  private static List<StandingStrike> wave(String... ids) {
    return Arrays.stream(ids).map(id -> Stands.as(id).strike()).toList();
  }
}
