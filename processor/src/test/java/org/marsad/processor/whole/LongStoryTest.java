package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More than two years: what stands is what the oracle counts, though most of it is forgotten, and
 * what is kept does not grow with history. {@code -Dmarsad.years=N} plays so many towns.
 */
class LongStoryTest {
  private static final int TOWNS = Integer.getInteger("marsad.years", 1);

  /** Mark of the day rows, which are kept twice as long. */
  private static final char LEDGER = 'l';

  @TempDir private Path directory;

  @Test
  void shouldStandAsTheOracleCountsThoughMostOfItIsForgotten() {
    var worlds = LongStream.range(0, TOWNS).mapToObj(LongStory::of).toList();
    for (var world : worlds) {
      try (var play = new Play(directory, List.of(world)).withRestarts(2)) {
        assertThat(play.faults(world)).isEmpty();
        assertThat(play.forgotten()).hasSizeGreaterThan(300);
      }
    }
  }

  @Test
  void shouldKeepNoMoreAfterTwoYearsThanAfterOne() {
    try (var stage = Stage.inMemory(directory)) {
      stage.say(BusyDay.profile());
      tell(stage, 0, 450);
      var afterOne = stage.kept();
      tell(stage, 450, 1_000);
      assertThat(stage.kept()).containsAllEntriesOf(without(LEDGER, afterOne));
      var ofLedger = stage.kept().get(LEDGER);
      tell(stage, 1_000, 1_200);
      assertThat(stage.kept().get(LEDGER)).isCloseTo(ofLedger, withinPercentage(3));
    }
  }

  /**
   * Two strikes a day; every tenth day a third that was placed elsewhere at first, and a hospital's
   * word.
   */
  private static void tell(Stage stage, int fromDay, int toDay) {
    for (var day = fromDay; day < toDay; day++) {
      BusyDay.ofYears(day).forEach(stage::say);
      if (day % 10 == 0) {
        BusyDay.placedElsewhere(day).forEach(stage::say);
        stage.say(BusyDay.hospital(day));
      }
    }
  }

  private static Map<Character, Integer> without(char mark, Map<Character, Integer> kept) {
    var others = new TreeMap<>(kept);
    others.remove(mark);
    return others;
  }
}
