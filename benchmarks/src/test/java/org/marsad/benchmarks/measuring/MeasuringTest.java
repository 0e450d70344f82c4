package org.marsad.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuringTest {
  @Test
  void shouldTakeTheMiddleOfAnOddNumberAndTheMeanOfTwoOtherwise() {
    assertThat(Spread.of(List.of(9.0, 1.0, 3.0))).isEqualTo(new Spread(3, 1, 9));
    assertThat(Spread.of(List.of(9.0, 1.0, 3.0, 5.0))).isEqualTo(new Spread(4, 1, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
  }

  @Test
  void shouldMeasureInTurnAndDropTheFirstPair() throws Exception {
    // Given
    var order = new ArrayList<String>();
    // When
    var pairs =
        Interleaved.run(
            2,
            pair -> measured(order, "a", pair),
            pair -> measured(order, "b", pair),
            (number, pair) -> order.add("ended" + number));
    // Then
    assertThat(order)
        .containsExactly("a0", "b0", "ended0", "a1", "b1", "ended1", "a2", "b2", "ended2");
    assertThat(pairs).extracting(pair -> pair.ours().value()).containsExactly(1.0, 2.0);
  }

  @Test
  void shouldCompareWithinEachPair() {
    // Given two pairs of which the second had half the machine
    var pairs = List.of(pair(80, 100, false), pair(38, 50, true));
    // When
    var figure = Figure.of("throughput", "reports/s", Mark.atLeast(0.75), pairs);
    // Then
    assertThat(figure.ratio()).isEqualTo(new Spread(0.78, 0.76, 0.8));
    assertThat(figure.noisy()).isTrue();
    assertThat(figure.isReached()).isTrue();
  }

  @Test
  void shouldKeepAMarkAtItsEdge() {
    assertThat(Mark.atLeast(0.75).isKeptBy(0.75)).isTrue();
    assertThat(Mark.atLeast(0.75).isKeptBy(0.749)).isFalse();
    assertThat(Mark.atMost(1.25).isKeptBy(1.25)).isTrue();
    assertThat(Mark.atMost(1.25).isKeptBy(1.251)).isFalse();
  }

  @Test
  void shouldTellOfAPairInOneLine() {
    assertThat(pair(1_200, 1_000, false).told("cpu", 0, 5, "µs"))
        .isEqualTo("cpu: pair 0 of 5 (dropped): 1,200 and 1,000 µs, ratio 1.20");
    assertThat(pair(9, 10, true).told("cpu", 5, 5, "µs"))
        .isEqualTo("cpu: pair 5 of 5: 9.0 and 10.0 µs, ratio 0.90, noisy");
  }

  @Test
  void shouldWriteOneLineOfJson() throws Exception {
    // Given
    var figure =
        Figure.of("growth", "µs/report", Mark.atMost(1.25), List.of(pair(120, 100, false)));
    // When
    var line = figure.json().toString();
    // Then
    assertThat(line).doesNotContain("\n");
    assertThat(new ObjectMapper().readTree(line))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"name": "growth", "unit": "µs/report", "ours": 120.0, "baseline": 100.0,
                     "ratio": {"median": 1.2, "min": 1.2, "max": 1.2}, "noisy": false,
                     "mark": "<= 1.25", "reached": true,
                     "cpuSecondsOurs": 1.5, "cpuSecondsBaseline": 1.5, "pairs": 1}
                    """));
  }

  @Test
  void shouldCallTheMachineNoisyWhenOthersTookOverATwentieth() {
    var before = new Machine(1_000, 500, 400);
    assertThat(new Machine(2_000, 1_450, 1_300).isNoisySince(before)).isFalse(); // 50 of 1,000
    assertThat(new Machine(2_000, 1_451, 1_300).isNoisySince(before)).isTrue();
    assertThat(before.isNoisySince(before)).isTrue(); // cannot be told
  }

  private static Run measured(List<String> order, String name, int pair) {
    order.add(name + pair);
    return new Run(pair, 0);
  }

  private static Pair pair(double ours, double baseline, boolean noisy) {
    return new Pair(new Run(ours, 1.5), new Run(baseline, 1.5), noisy);
  }
}
