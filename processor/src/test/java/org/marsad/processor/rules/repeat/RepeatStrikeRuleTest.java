package org.marsad.processor.rules.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.marsad.processor.rules.merging.Stands.NOON;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.merging.Stands;

class RepeatStrikeRuleTest {
  private static final Duration WINDOW = Duration.ofMinutes(60);
  private static final Duration MS = Duration.ofMillis(1);

  private final RepeatStrikeRule rule = new RepeatStrikeRule(WINDOW, 500);

  @Test
  void shouldWarnOfASecondStrikeWithHowLongAfterAndHowFarFromTheFirst() {
    // Given
    var first = Stands.as("first").lasting(Duration.ofMinutes(5)).strike();
    var second = Stands.as("second").afterMinutes(25).east(150, 0).strike();
    // When
    var repeat = rule.judge(second, List.of(first, second)).orElseThrow();
    // Then
    assertThat(repeat.earlier()).containsExactly(first);
    assertThat(repeat.after()).isEqualTo(Duration.ofMinutes(20));
    assertThat(repeat.metres()).isCloseTo(150, within(0.001));
    // And the first repeats nothing
    assertThat(rule.judge(first, List.of(first, second))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void shouldCountTheVeryEndOfTheWindow(long msLate, boolean repeats) {
    var first = Stands.as("first").lasting(Duration.ofMinutes(5)).strike();
    var second =
        Stands.as("second")
            .after(Duration.ofMinutes(5).plus(WINDOW).plus(MS.multipliedBy(msLate)))
            .strike();
    assertThat(rule.judge(second, List.of(first)).isPresent()).isEqualTo(repeats);
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
    assertThat(rule.judge(second, List.of(first)).isPresent()).isEqualTo(repeats);
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
    assertThat(rule.judge(b, List.of(a)).isPresent()).isEqualTo(repeats);
    assertThat(rule.judge(a, List.of(b))).as("a comes first").isEmpty();
  }

  @Test
  void shouldTellOneOfTwoOverlappingStrikesAsTheRepeat() {
    // Given the second began while the first went on
    var first = Stands.as("first").lasting(Duration.ofMinutes(30)).strike();
    var second = Stands.as("second").afterMinutes(10).strike();
    // Then no time is between them, rather than less than none
    assertThat(rule.judge(second, List.of(first)).orElseThrow().after()).isZero();
    assertThat(rule.judge(first, List.of(second))).isEmpty();
  }

  @Test
  void shouldTellTheLatestOfSeveralFirst() {
    var one = Stands.as("one").strike();
    var two = Stands.as("two").afterMinutes(20).east(100, 0).strike();
    var three = Stands.as("three").afterMinutes(30).east(400, 0).strike();
    var repeat = rule.judge(three, List.of(one, three, two)).orElseThrow();
    assertThat(repeat.earlier()).containsExactly(two, one);
    assertThat(repeat.after()).isEqualTo(Duration.ofMinutes(10));
    assertThat(repeat.metres()).isCloseTo(300, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"60, HOUR, true", "61, MINUTE, false", "0, DAY, false"})
  void shouldHeedOnlyStrikesThatAreKnownWithinAnHour(
      long minutes, TimePrecision precision, boolean known) {
    var first = Stands.as("first").lasting(Duration.ofMinutes(minutes)).precise(precision).strike();
    var second = Stands.as("second").afterMinutes(30).strike();
    assertThat(rule.judge(second, List.of(first)).isPresent()).isEqualTo(known);
    var last = first.what().time();
    assertThat(rule.dangerUntil(last).isPresent()).isEqualTo(known);
    // And the same of the later one
    var long2 =
        Stands.as("later")
            .afterMinutes(30)
            .lasting(Duration.ofMinutes(minutes))
            .precise(precision)
            .strike();
    assertThat(rule.judge(long2, List.of(Stands.as("first").strike())).isPresent())
        .isEqualTo(known);
  }

  @Test
  void shouldHeedOnlyStrikesOnASpot() {
    var known = Stands.as("known").strike();
    assertThat(rule.judge(later("town").somewhereInTown().strike(), List.of(known))).isEmpty();
    assertThat(rule.judge(later("unmapped").in("fardous").nowhereOnTheMap().strike(), of(known)))
        .isEmpty();
    assertThat(rule.judge(later("named").in("fardous").strike(), List.of(known))).isPresent();
    var later = later("known").strike();
    assertThat(rule.judge(later, of(Stands.as("town").somewhereInTown().strike()))).isEmpty();
    assertThat(rule.judge(later, of(Stands.as("x").in("fardous").nowhereOnTheMap().strike())))
        .isEmpty();
  }

  @Test
  void shouldKeepTheSpotDangerousFromTheEndOfTheStrike() {
    var strike = Stands.as("first").lasting(Duration.ofMinutes(5)).strike();
    assertThat(rule.dangerUntil(strike.what().time()))
        .contains(NOON.plus(Duration.ofMinutes(5)).plus(WINDOW));
  }

  @Test
  void shouldRefuseAWindowOfNothingAndAReachBelowIt() {
    assertThatThrownBy(() -> new RepeatStrikeRule(Duration.ZERO, 0)).hasMessageContaining("window");
    assertThatThrownBy(() -> new RepeatStrikeRule(MS.negated(), 0)).hasMessageContaining("window");
    assertThatThrownBy(() -> new RepeatStrikeRule(MS, -0.1)).hasMessageContaining("reachMetres");
    assertThatThrownBy(() -> new RepeatStrikeRule(MS, Double.NaN))
        .hasMessageContaining("reachMetres");
    assertThat(new RepeatStrikeRule(MS, 0).reachMetres()).isZero();
  }

  private static Stands later(String id) {
    return Stands.as(id).afterMinutes(10);
  }

  private static List<StandingStrike> of(StandingStrike strike) {
    return List.of(strike);
  }
}
