package org.marsad.processor.rules.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.marsad.processor.rules.merging.Stands.NOON;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.AreaPart;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.LandUse;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.merging.Stands;
import org.marsad.processor.rules.repeat.RepeatStrikeRule.Repeat;

class RepeatStrikeRuleTest {
  private static final Duration WINDOW = Duration.ofMinutes(60);
  private static final Duration MS = Duration.ofMillis(1);

  private final RepeatStrikeRule rule =
      new RepeatStrikeRule(WINDOW, 500, 250, Duration.ofMinutes(5));

  @Test
  void shouldWarnOfASecondStrikeWithHowLongAfterAndHowFarFromTheFirst() {
    // Given
    var first = Stands.as("first").lasting(Duration.ofMinutes(5)).strike();
    var second = Stands.as("second").afterMinutes(25).east(150, 0).strike();
    // When
    var repeat = judge(second, List.of(first, second)).orElseThrow();
    // Then
    assertThat(repeat.earlier()).containsExactly(first);
    assertThat(repeat.after()).isEqualTo(Duration.ofMinutes(20));
    assertThat(repeat.metres()).isCloseTo(150, within(0.001));
    // And the first repeats nothing
    assertThat(judge(first, List.of(first, second))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void shouldCountTheVeryEndOfTheWindow(long msLate, boolean repeats) {
    var first = Stands.as("first").lasting(Duration.ofMinutes(5)).strike();
    var second =
        Stands.as("second")
            .after(Duration.ofMinutes(5).plus(WINDOW).plus(MS.multipliedBy(msLate)))
            .strike();
    assertThat(judge(second, List.of(first)).isPresent()).isEqualTo(repeats);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 499.99, true",
    "0, 0, 500.01, false",
    "50, 30, 579.99, true",
    "50, 30, 580.01, false"
  })
  void shouldCountReachFromTheEdgesOfBothCircles(
      double radius, double otherRadius, double metres, boolean repeats) {
    var first = Stands.as("first").east(0, radius).strike();
    var second = Stands.as("second").afterMinutes(10).east(metres, otherRadius).strike();
    assertThat(judge(second, List.of(first)).isPresent()).isEqualTo(repeats);
  }

  @ParameterizedTest
  @CsvSource({
    "MINUTE, 0, MINUTE, 0, false", // the same minute: a salvo
    "MINUTE, 0, SECOND, 0, false",
    "SECOND, 0, MINUTE, 0, false",
    "MINUTE, 0, MINUTE, 1, true", // it went on after the first
    "HOUR, 0, MINUTE, 0, true", // within that hour either may be the later
    "MINUTE, 0, HOUR, 0, true",
  })
  void shouldNotTakeASalvoForARepeat(
      TimePrecision first, long firstMs, TimePrecision second, long secondMs, boolean repeats) {
    var a = Stands.as("a").precise(first).lasting(Duration.ofMillis(firstMs)).strike();
    var b = Stands.as("b").precise(second).lasting(Duration.ofMillis(secondMs)).strike();
    assertThat(judge(b, List.of(a)).isPresent()).isEqualTo(repeats);
    assertThat(judge(a, List.of(b))).as("a comes first").isEmpty();
  }

  @Test
  void shouldTellOneOfTwoOverlappingStrikesAsTheRepeat() {
    // Given the second began while the first went on
    var first = Stands.as("first").lasting(Duration.ofMinutes(30)).strike();
    var second = Stands.as("second").afterMinutes(10).strike();
    // Then no time is between them, rather than less than none
    assertThat(judge(second, List.of(first)).orElseThrow().after()).isZero();
    assertThat(judge(first, List.of(second))).isEmpty();
  }

  @Test
  void shouldTellTheLatestOfSeveralFirst() {
    var one = Stands.as("one").strike();
    var two = Stands.as("two").afterMinutes(20).east(100, 0).strike();
    var three = Stands.as("three").afterMinutes(30).east(400, 0).strike();
    var repeat = judge(three, List.of(one, three, two)).orElseThrow();
    assertThat(repeat.earlier()).containsExactly(two, one);
    assertThat(repeat.after()).isEqualTo(Duration.ofMinutes(10));
    assertThat(repeat.metres()).isCloseTo(300, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "60, HOUR, true",
    "70, MINUTE, true",
    "1440, HOUR, true",
    "1441, MINUTE, false",
    "0, DAY, false"
  })
  void shouldHeedOnlyStrikesThatAreFinelyTimed(
      long minutes, TimePrecision precision, boolean known) {
    var first = Stands.as("first").lasting(Duration.ofMinutes(minutes)).precise(precision).strike();
    var second = Stands.as("second").afterMinutes(30).strike();
    assertThat(judge(second, List.of(first)).isPresent()).isEqualTo(known);
    var last = first.what().time();
    assertThat(rule.dangerUntil(last, last.until()).isPresent()).isEqualTo(known);
    // And the same of the later one
    var long2 =
        Stands.as("later")
            .afterMinutes(30)
            .lasting(Duration.ofMinutes(minutes))
            .precise(precision)
            .strike();
    assertThat(judge(long2, List.of(Stands.as("first").strike())).isPresent()).isEqualTo(known);
  }

  @Test
  void shouldHeedOnlyStrikesOnASpot() {
    var known = Stands.as("known").strike();
    assertThat(judge(later("town").somewhereInTown().strike(), of(known))).isEmpty();
    assertThat(judge(later("unmapped").in("fardous").nowhereOnTheMap().strike(), of(known)))
        .isEmpty();
    assertThat(judge(later("named").in("fardous").strike(), of(known))).isPresent();
    var later = later("known").strike();
    assertThat(judge(later, of(Stands.as("town").somewhereInTown().strike()))).isEmpty();
    assertThat(judge(later, of(Stands.as("x").in("fardous").nowhereOnTheMap().strike()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // centres and both radii within 500 m: as certain as the less certain of the two
    "0, 125, 249.99, 125, OBSERVED",
    "0, 100, 399.99, 0, OBSERVED",
    "0, 100, 400.01, 0, LIKELY",
    "0, 0, 400.01, 100, LIKELY",
    "0, 125, 250.01, 125, LIKELY",
    // with one centre both radii may come to the whole distance
    "0, 250, 0, 250, OBSERVED",
    "0, 250.01, 0, 250, POSSIBLE",
    // both fine, and their circles within 500 m
    "0, 250, 999.99, 250, LIKELY",
    "0, 250, 1000.01, 250, ",
    // one of them is coarser
    "0, 250.01, 760, 250, POSSIBLE",
    "0, 900, 1399.99, 0, POSSIBLE",
    "0, 900, 1400.01, 0, "
  })
  void shouldBeAsSureAsTheCirclesAllow(
      double metres, double radius, double otherMetres, double otherRadius, Certainty certainty) {
    var first = Stands.as("first").east(metres, radius).certain(Certainty.OBSERVED).strike();
    var second =
        later("second").east(otherMetres, otherRadius).certain(Certainty.OBSERVED).strike();
    assertThat(judge(second, of(first)).map(Repeat::certainty))
        .isEqualTo(Optional.ofNullable(certainty));
  }

  @Test
  void shouldBeAsCertainAsTheLessCertainOfTheTwo() {
    var first = Stands.as("first").certain(Certainty.POSSIBLE).strike();
    var second = later("second").certain(Certainty.OBSERVED).strike();
    assertThat(judge(second, of(first)).orElseThrow().certainty()).isEqualTo(Certainty.POSSIBLE);
  }

  @Test
  void shouldBeAtMostLikelyWhereBothNameTheSameNeighbourhood() {
    // Given circles that are far apart, and none at all
    var far = Stands.as("far").in("fardous").east(0, 300).certain(Certainty.OBSERVED).strike();
    var none =
        Stands.as("none").in("fardous").nowhereOnTheMap().certain(Certainty.OBSERVED).strike();
    var second =
        later("second").in("fardous").east(5_000, 300).certain(Certainty.OBSERVED).strike();
    for (var first : List.of(far, none)) {
      var repeat = judge(second, of(first)).orElseThrow();
      assertThat(repeat.certainty()).isEqualTo(Certainty.LIKELY);
      assertThat(repeat.sameNeighbourhood()).isTrue();
    }
    assertThat(judge(second, of(none)).orElseThrow().metres()).isNull();
    assertThat(judge(second, of(none)).orElseThrow().radiiMetres()).isNull();
    var elsewhere = later("elsewhere").in("bustan").east(5_000, 300).strike();
    assertThat(judge(elsewhere, of(far))).isEmpty();
  }

  @Test
  void shouldTellNoDistanceWhereOnlyTheNeighbourhoodIsKnown() {
    var circle = new Circle(Stands.HERE.moved(0, 90), 400);
    var map =
        new AreaMap(
            ZoneOffset.UTC,
            null,
            null,
            Map.of("fardous", new AreaPart("fardous", LandUse.RESIDENTIAL, circle, List.of())),
            List.of());
    var first = Stands.as("first").in("fardous").east(0, 400).strike();
    var second = later("second").in("fardous").east(10, 20).strike();
    assertThat(rule.judge(second, of(first), map).orElseThrow().metres()).isNull();
    assertThat(rule.judge(second, of(first), map).orElseThrow().radiiMetres()).isNull();
    assertThat(judge(second, of(first)).orElseThrow().metres()).isCloseTo(10, within(0.01));
    assertThat(judge(second, of(first)).orElseThrow().radiiMetres()).isEqualTo(420);
  }

  @Test
  void shouldTellOfTheSurestOfSeveral() {
    // Given one on the spot, and a later one that only may be near
    var sure = Stands.as("sure").strike();
    var near = Stands.as("near").afterMinutes(5).east(1_000, 600).strike();
    var repeat = judge(later("second").strike(), List.of(near, sure)).orElseThrow();
    assertThat(repeat.earlier()).containsExactly(sure);
    assertThat(repeat.earlierFrom()).isEqualTo(NOON);
    assertThat(repeat.certainty()).isEqualTo(Certainty.LIKELY);
  }

  @ParameterizedTest
  @CsvSource({"299, false", "300, true"})
  void shouldSayThatOneStrikeMayBeTwo(long seconds, boolean mayBe) {
    var strike = Stands.as("one").statedApart(Duration.ofSeconds(seconds)).strike();
    var repeat = judge(strike, List.of(strike));
    assertThat(repeat.isPresent()).isEqualTo(mayBe);
    repeat.ifPresent(
        found -> {
          assertThat(found.certainty()).isEqualTo(Certainty.POSSIBLE);
          assertThat(found.earlier()).isEmpty();
          assertThat(found.earlierFrom()).isEqualTo(NOON);
          assertThat(found.after()).isEqualTo(Duration.ofSeconds(seconds));
          assertThat(found.metres()).isNull();
        });
    // Another strike on the spot says more
    var first = Stands.as("before").afterMinutes(-10).strike();
    assertThat(judge(strike, of(first)).orElseThrow().earlier()).containsExactly(first);
  }

  @Test
  void shouldKeepTheSpotDangerousFromTheLatestStatedEndOfTheStrike() {
    var over = Duration.ofMinutes(5);
    var first = Stands.as("first").overAfter(over).strike();
    assertThat(rule.dangerUntil(first.what().time(), first.latestEnd()))
        .contains(NOON.plus(over).plus(WINDOW));
    assertThat(judge(Stands.as("b").after(over.plus(WINDOW)).strike(), of(first))).isPresent();
    assertThat(judge(Stands.as("b").after(over.plus(WINDOW).plus(MS)).strike(), of(first)))
        .isEmpty();
  }

  @Test
  void shouldKnowWhichPlacesCanBeOneSpot() {
    var here = Stands.as("here").what().spot();
    assertThat(rule.canBeSameSpot(here, Stands.as("x").east(499, 0).what().spot())).isTrue();
    assertThat(rule.canBeSameSpot(here, Stands.as("x").east(501, 0).what().spot())).isFalse();
    assertThat(rule.canBeSameSpot(here, Stands.as("x").somewhereInTown().what().spot())).isFalse();
  }

  @Test
  void shouldRefuseThresholdsOutOfRange() {
    var five = Duration.ofMinutes(5);
    assertThatThrownBy(() -> new RepeatStrikeRule(Duration.ZERO, 0, 0, five))
        .hasMessageContaining("window");
    assertThatThrownBy(() -> new RepeatStrikeRule(MS.negated(), 0, 0, five))
        .hasMessageContaining("window");
    assertThatThrownBy(() -> new RepeatStrikeRule(MS, -0.1, 0, five))
        .hasMessageContaining("reachMetres");
    assertThatThrownBy(() -> new RepeatStrikeRule(MS, Double.NaN, 0, five))
        .hasMessageContaining("reachMetres");
    assertThatThrownBy(() -> new RepeatStrikeRule(MS, 0, -0.1, five))
        .hasMessageContaining("finestMetres");
    assertThatThrownBy(() -> new RepeatStrikeRule(MS, 0, 0, Duration.ZERO))
        .hasMessageContaining("statedApart");
    assertThatThrownBy(() -> new RepeatStrikeRule(MS, 0, 0, MS.negated()))
        .hasMessageContaining("statedApart");
    assertThat(new RepeatStrikeRule(MS, 0, 0, MS).reachMetres()).isZero();
  }

  private Optional<Repeat> judge(StandingStrike strike, List<StandingStrike> others) {
    return rule.judge(strike, others, AreaMap.UNKNOWN);
  }

  private static Stands later(String id) {
    return Stands.as(id).afterMinutes(10);
  }

  private static List<StandingStrike> of(StandingStrike strike) {
    return List.of(strike);
  }
}
