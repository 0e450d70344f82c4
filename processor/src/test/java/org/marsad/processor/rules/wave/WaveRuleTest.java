package org.marsad.processor.rules.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.marsad.processor.rules.merging.Stands.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.merging.Stands;
import org.marsad.processor.rules.wave.Wave.Total;

class WaveRuleTest {
  private final WaveRule rule = new WaveRule(3, Duration.ofMinutes(30));

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2"})
  void shouldCountAGapOfJustThirtyMinutes(long msMore, int chains) {
    var strikes =
        List.of(
            Stands.as("a").lasting(Duration.ofMinutes(10)).strike(),
            Stands.as("b").after(Duration.ofMinutes(40).plusMillis(msMore)).strike());
    assertThat(rule.chains(strikes)).hasSize(chains);
  }

  @Test
  void shouldMeasureTheGapFromTheLatestEndSoFar() {
    // Given a long strike, a short one within it, and one that follows the long one's end alone
    var strikes =
        List.of(
            Stands.as("c").afterMinutes(90).strike(),
            Stands.as("b").afterMinutes(10).strike(),
            Stands.as("a").lasting(Duration.ofMinutes(60)).strike());
    assertThat(rule.chains(strikes))
        .singleElement()
        .satisfies(chain -> assertThat(ids(chain)).containsExactly("a", "b", "c"));
  }

  @Test
  void shouldBeginTheNextChainAtItsOwnEnd() {
    var strikes =
        List.of(
            Stands.as("a").lasting(Duration.ofMinutes(60)).strike(),
            Stands.as("b").afterMinutes(91).strike(),
            Stands.as("c").afterMinutes(121).strike(),
            Stands.as("d").afterMinutes(152).strike());
    assertThat(rule.chains(strikes).stream().map(WaveRuleTest::ids))
        .containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
  }

  @Test
  void shouldFireAtThreeStrikes() {
    assertThat(rule.judge(many(2))).isEmpty();
    assertThat(rule.judge(many(3))).isPresent();
  }

  @Test
  void shouldAddUpWhatIsKnownAndSayOfHowManyItIsNot() {
    var wave =
        rule.judge(
                List.of(
                    Stands.as("a").impacts(2).killed(1, 2, 3).injured(4, 4, 4).strike(),
                    Stands.as("b").afterMinutes(5).killed(2, 3, 5).residential().strike(),
                    Stands.as("c").afterMinutes(9).lasting(Duration.ofMinutes(1)).strike(),
                    Stands.as("d").afterMinutes(9).residential().impacts(3).strike()))
            .orElseThrow();
    assertThat(wave.number()).isEqualTo(CountRange.of(4));
    assertThat(wave.until()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
    assertThat(wave.residential()).isEqualTo(2);
    // A strike that was seen is one impact at least
    assertThat(wave.impacts()).isEqualTo(new Total(new CountRange(7, 7, CountRange.OPEN), 2));
    assertThat(wave.killed()).isEqualTo(new Total(new CountRange(3, 5, CountRange.OPEN), 2));
    assertThat(wave.injured()).isEqualTo(new Total(new CountRange(4, 4, CountRange.OPEN), 3));
    assertThat(wave.certainty()).isEqualTo(Certainty.LIKELY);
    assertThat(wave.strikes()).isEqualTo(4);
    assertThat(wave.sources()).isEqualTo(1);
    assertThat(wave.from()).isEqualTo(NOON);
  }

  @Test
  void shouldTellWhereItFellWhatItHitAndWhoSaysSo() {
    var wave =
        rule.judge(
                List.of(
                    Stands.as("a").in("fardous").hitting(Target.SCHOOL).toldBy("amal").strike(),
                    Stands.as("b").in("fardous").toldBy("amal", "basil").afterMinutes(5).strike(),
                    Stands.as("c").in("salah").hitting(Target.BAKERY, Target.SCHOOL).strike(),
                    Stands.as("d").afterMinutes(7).strike()))
            .orElseThrow();
    assertThat(wave.neighbourhoods()).containsExactly(entry("fardous", 2), entry("salah", 1));
    assertThat(wave.targets()).containsExactlyInAnyOrder(Target.SCHOOL, Target.BAKERY);
    assertThat(wave.sources()).isEqualTo(2);
    // The last of them came at seven past, and was taken in a minute later
    assertThat(wave.newestReceivedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(8)));
  }

  @Test
  void shouldNotAddUpWhatSeveralAgenciesCount() {
    // Given two agencies that know the town alone, and an observer
    var wave =
        rule.judge(
                List.of(
                    agency("a", "north").killed(4, 4, 4).strike(),
                    agency("b", "north").killed(1, 1, 1).strike(),
                    agency("c", "south").killed(3, 3, 9).strike(),
                    Stands.as("d").killed(2, 2, 2).strike()))
            .orElseThrow();
    assertThat(wave.number()).isEqualTo(new CountRange(2, 2, 4));
    assertThat(wave.killed()).isEqualTo(new Total(new CountRange(5, 5, 16), 0));
    // Only the observer's strike certainly landed; no agency counts impacts
    assertThat(wave.impacts()).isEqualTo(new Total(new CountRange(1, 1, CountRange.OPEN), 4));
    // Nobody alone speaks of three: they may speak of one and the same
    assertThat(wave.certainty()).isEqualTo(Certainty.POSSIBLE);
  }

  @Test
  void shouldBeAsCertainAsItsStrikesWhereOneGroupAloneIsEnough() {
    var observed =
        List.of(
            Stands.as("a").certain(Certainty.OBSERVED).strike(),
            Stands.as("b").certain(Certainty.OBSERVED).strike(),
            Stands.as("c").certain(Certainty.OBSERVED).strike());
    assertThat(rule.judge(observed).orElseThrow().certainty()).isEqualTo(Certainty.OBSERVED);
    var mixed = new ArrayList<>(observed);
    mixed.add(Stands.as("d").certain(Certainty.POSSIBLE).strike());
    assertThat(rule.judge(mixed).orElseThrow().certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void shouldSayNothingOfWhatNoStrikeHas() {
    var wave =
        rule.judge(
                List.of(
                    agency("a", "north").strike(),
                    agency("b", "north").strike(),
                    agency("c", "north").strike()))
            .orElseThrow();
    assertThat(wave.impacts()).isEqualTo(new Total(null, 3));
    assertThat(wave.killed()).isEqualTo(new Total(null, 3));
    assertThat(wave.injured()).isEqualTo(new Total(null, 3));
  }

  @Test
  void shouldRefuseAWaveOfOneAndAGapBelowNothing() {
    assertThatThrownBy(() -> new WaveRule(1, Duration.ZERO)).hasMessageContaining("min-strikes: 1");
    assertThatThrownBy(() -> new WaveRule(2, Duration.ofMillis(-1))).hasMessageContaining("gap");
    assertThat(new WaveRule(2, Duration.ZERO).gap()).isZero();
  }

  private static Stands agency(String id, String lineage) {
    return Stands.as(id).somewhereInTown().toldBy(lineage);
  }

  private static List<StandingStrike> many(int count) {
    var strikes = new ArrayList<StandingStrike>();
    for (var i = 0; i < count; i++) {
      strikes.add(Stands.as("s" + i).afterMinutes(i).strike());
    }
    return strikes;
  }

  private static List<String> ids(Collection<StandingStrike> strikes) {
    return strikes.stream().map(StandingStrike::id).toList();
  }
}
