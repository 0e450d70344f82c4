package org.marsad.processor.rules.casualties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.casualties.CasualtiesRule.Verdict;

class CasualtiesRuleTest {
  private final CasualtiesRule rule = new CasualtiesRule(10, 20);

  @ParameterizedTest
  @CsvSource({
    "1, , false, 1, 1",
    ", 1, false, 0, 1",
    "9, 10, false, 9, 19",
    "9, 11, true, 9, 20",
    "10, 0, true, 10, 10",
    ", 20, true, 0, 20"
  })
  void shouldTellWhoWasHurtAndWhetherTheyAreMany(
      @Nullable Integer killed, @Nullable Integer injured, boolean mass, int dead, int all) {
    assertThat(rule.judge(exactly(killed), exactly(injured)))
        .contains(new Verdict(false, mass, dead, all));
  }

  @Test
  void shouldSayThatNobodyCountedYet() {
    assertThat(rule.judge(null, null)).contains(new Verdict(true, false, 0, 0));
  }

  @Test
  void shouldNotTakeNoInjuredForNobodyKilled() {
    assertThat(rule.judge(null, exactly(0))).contains(new Verdict(true, false, 0, 0));
    assertThat(rule.judge(null, new CountRange(0, 0, 4))).contains(new Verdict(true, false, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"0, ", "0, 0"})
  void shouldSayNothingWhereTheKilledWereCountedAndNobodyWasHurt(
      @Nullable Integer killed, @Nullable Integer injured) {
    assertThat(rule.judge(exactly(killed), exactly(injured))).isEmpty();
  }

  @Test
  void shouldGoByTheBestEstimate() {
    assertThat(rule.judge(new CountRange(0, 0, 40), null)).isEmpty();
    assertThat(rule.judge(new CountRange(0, 9, 40), null).orElseThrow().mass()).isFalse();
  }

  @Test
  void shouldRefuseThresholdsBelowOne() {
    assertThatThrownBy(() -> new CasualtiesRule(0, 1)).hasMessageContaining("mass killed: 0");
    assertThatThrownBy(() -> new CasualtiesRule(1, 0)).hasMessageContaining("mass casualties: 0");
    assertThat(new CasualtiesRule(1, 1).massKilled()).isEqualTo(1);
  }

  private static @Nullable CountRange exactly(@Nullable Integer count) {
    return count == null ? null : CountRange.of(count);
  }
}
