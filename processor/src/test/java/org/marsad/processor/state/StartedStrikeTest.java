package org.marsad.processor.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.merging.Stands;
import org.marsad.processor.rules.repeat.RepeatStrikeRule;

class StartedStrikeTest {
  private final RepeatStrikeRule rule =
      new RepeatStrikeRule(Duration.ofMinutes(60), 500, 250, Duration.ofMinutes(5));

  @Test
  void shouldReadBackWhatWasWritten() {
    var strikes =
        new StartedStrike[] {
          StartedStrike.of(Stands.as("a").in("fardous").strike(), Certainty.LIKELY),
          StartedStrike.of(Stands.as("b").nowhereOnTheMap().strike(), null),
          StartedStrike.of(
              Stands.as("c")
                  .east(10, 40)
                  .certain(Certainty.OBSERVED)
                  .overAfter(Duration.ofHours(3))
                  .strike(),
              Certainty.POSSIBLE)
        };
    for (var strike : strikes) {
      assertThat(StartedStrike.from(strike.toBytes())).isEqualTo(strike);
    }
  }

  /** Here within 500 m for certain, by its name, perhaps near, or elsewhere. */
  @ParameterizedTest
  @CsvSource({
    "100,  10, ,         true",
    "100,  10, POSSIBLE, true",
    "100,  10, LIKELY,   true",
    "900,  450, ,         true",
    "900,  450, POSSIBLE, true",
    "900,  450, LIKELY,   false",
    "3000, 10, ,         false",
    "3000, 10, POSSIBLE, false"
  })
  void shouldBeTouchedByWhatMayBeAmongTheSurestThatItRepeats(
      double metres, double radius, Certainty repeats, boolean touched) {
    var later = StartedStrike.of(Stands.as("b").afterMinutes(9).strike(), repeats);
    assertThat(later.isTouchedBy(Stands.as("a").east(metres, radius).strike(), rule))
        .isEqualTo(touched);
  }

  @Test
  void shouldNotBeTouchedByAnUncertainStrikeWhereItRepeatsOneOfWhichItIsSurer() {
    var later =
        StartedStrike.of(
            Stands.as("b").afterMinutes(9).certain(Certainty.OBSERVED).strike(),
            Certainty.OBSERVED);
    var likely = Stands.as("a").east(10, 0);
    assertThat(later.isTouchedBy(likely.strike(), rule)).isFalse();
    assertThat(later.isTouchedBy(likely.certain(Certainty.OBSERVED).strike(), rule)).isTrue();
  }

  @Test
  void shouldNotBeTouchedByOneOfItsSalvoNorByOneWhoseWindowIsOver() {
    var earlier = Stands.as("a").strike();
    assertThat(isTouchedAfter(0, earlier)).isFalse();
    assertThat(isTouchedAfter(1, earlier)).isTrue();
    assertThat(isTouchedAfter(60, earlier)).isTrue();
    assertThat(isTouchedAfter(61, earlier)).isFalse();
  }

  private boolean isTouchedAfter(int minutes, StandingStrike earlier) {
    var later = Stands.as("b").afterMinutes(minutes).strike();
    var started = StartedStrike.of(later, null);
    var first = StartedStrike.of(earlier, null);
    assertThat(first.canBeRepeatedBy(later, rule)).isEqualTo(started.isTouchedBy(earlier, rule));
    return started.isTouchedBy(earlier, rule);
  }
}
