package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.processor.oracle.World;

/** A day of many strikes is told as the oracle counts, and as briefly as one of some. */
class BusyDayTest {
  private static final int SOME = 40;
  private static final int MANY = 640;
  private static final int LAST = 10;

  @TempDir private Path directory;

  @Test
  void shouldStandAsTheOracleCountsOnADayOfManyStrikes() {
    var world = BusyDay.of(MANY);
    try (var play = play(world)) {
      assertThat(play.faults(world)).isEmpty();
    }
  }

  @Test
  void shouldStandAsTheOracleCountsAfterEachStrike() {
    var world = BusyDay.of(SOME);
    try (var play = new Play(directory, List.of(world)).comparingEachStep().toTheEnd()) {
      assertThat(play.faults(world)).isEmpty();
    }
  }

  /**
   * From some dozen strikes on, every list is cut, and a report adds no more than the one before.
   */
  @Test
  void shouldPublishNoMoreForAReportHoweverManyStrikesTheDayHas() {
    try (var some = play(BusyDay.of(SOME));
        var many = play(BusyDay.of(MANY))) {
      assertThat(meanOfLast(many)).isLessThanOrEqualTo(1.2 * meanOfLast(some));
    }
  }

  private Play play(World world) {
    return new Play(directory, List.of(world)).toTheEnd();
  }

  private static double meanOfLast(Play play) {
    var sizes = play.sizes();
    return sizes.subList(sizes.size() - LAST, sizes.size()).stream()
        .mapToInt(Integer::intValue)
        .average()
        .orElseThrow();
  }
}
