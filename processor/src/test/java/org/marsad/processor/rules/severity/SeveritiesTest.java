package org.marsad.processor.rules.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.SiteKind;

class SeveritiesTest {
  private final StrikeSeverity strike = new StrikeSeverity(20, 50, 5, 15, 7);

  @ParameterizedTest
  @CsvSource({
    "20, 20, EXTREME",
    "19, 19, SEVERE",
    "0, 50, EXTREME",
    "0, 49, SEVERE",
    "5, 5, SEVERE",
    "4, 4, MODERATE",
    "0, 15, SEVERE",
    "0, 14, MODERATE",
    "0, 1, MODERATE",
    "0, 0, MINOR"
  })
  void shouldGoByThoseWhoWereHurt(int killed, int casualties, Severity severity) {
    assertThat(strike.judge(new Case().hurt(killed, casualties).facts())).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource({"OBSERVED, EXTREME", "LIKELY, EXTREME", "POSSIBLE, MINOR", ", MINOR"})
  void shouldBeExtremeWhereASecondStrikeIsLikely(@Nullable Certainty certainty, Severity severity) {
    assertThat(strike.judge(new Case().repeat(certainty).facts())).isEqualTo(severity);
  }

  @ParameterizedTest
  @EnumSource(SiteKind.class)
  void shouldBeExtremeWhereThoseWhoSaveLivesOrCannotFleeWereHit(SiteKind kind) {
    var gravest =
        List.of(
            SiteKind.HOSPITAL,
            SiteKind.SCHOOL,
            SiteKind.SHELTER,
            SiteKind.CAMP,
            SiteKind.RESCUE_BASE);
    assertThat(strike.judge(new Case().reported(kind).facts()))
        .isEqualTo(gravest.contains(kind) ? Severity.EXTREME : Severity.SEVERE);
  }

  @ParameterizedTest
  @CsvSource({"7, SEVERE", "6, MINOR"})
  void shouldBeSevereAsTheHeaviestInAWeek(int days, Severity severity) {
    assertThat(strike.judge(new Case().days(days).facts())).isEqualTo(severity);
  }

  @Test
  void shouldBeModerateWhereNobodyCountedUnlessNobodyLivesThere() {
    assertThat(strike.judge(new Case().uncounted(true).facts())).isEqualTo(Severity.MODERATE);
    assertThat(strike.judge(new Case().uncounted(false).facts())).isEqualTo(Severity.MINOR);
  }

  @Test
  void shouldBeModerateWhereNobodyKnowsWhereOrAnyFindingIsLikely() {
    assertThat(strike.judge(new Case().unplaced().facts())).isEqualTo(Severity.MODERATE);
    assertThat(strike.judge(new Case().found(Certainty.POSSIBLE).facts()))
        .isEqualTo(Severity.MINOR);
    assertThat(strike.judge(new Case().found(Certainty.POSSIBLE, Certainty.LIKELY).facts()))
        .isEqualTo(Severity.MODERATE);
  }

  @ParameterizedTest
  @CsvSource({
    "30, 20, 0, EXTREME",
    "29, 20, 0, MODERATE",
    "30, 19, 7, SEVERE",
    "0, 99, 7, SEVERE",
    "0, 99, 6, MODERATE"
  })
  void shouldGoByRecordsForADay(int areaDays, int killed, int peopleDays, Severity severity) {
    assertThat(new DaySeverity(30, 20, 7).judge(areaDays, killed, peopleDays)).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource({"5, 0, SEVERE", "4, 3, SEVERE", "4, 2, MODERATE"})
  void shouldGoByStrikesForAWave(int strikes, int residential, Severity severity) {
    assertThat(new WaveSeverity(5, 3).judge(strikes, residential)).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource({
    "50, , EXTREME",
    "49, , SEVERE",
    "20, , SEVERE",
    "19, , MODERATE",
    "10, 20, EXTREME",
    "9, 20, MODERATE",
    "11, 21, EXTREME",
    "10, 21, MODERATE",
    "5, 0, MODERATE"
  })
  void shouldGoByArrivalsForAHospital(int arrivals, @Nullable Integer capacity, Severity severity) {
    assertThat(new HospitalSeverity(50, 0.5, 20).judge(arrivals, capacity)).isEqualTo(severity);
  }

  @Test
  void shouldKnowWhichIsGraver() {
    assertThat(Severity.EXTREME.isGraverThan(Severity.SEVERE)).isTrue();
    assertThat(Severity.SEVERE.isGraverThan(Severity.SEVERE)).isFalse();
    assertThat(Severity.MINOR.isGraverThan(Severity.MODERATE)).isFalse();
  }

  @Test
  void shouldRefuseThresholdsOutOfOrder() {
    assertThatThrownBy(() -> new StrikeSeverity(4, 50, 5, 15, 7)).hasMessageContaining("killed");
    assertThatThrownBy(() -> new StrikeSeverity(20, 50, 0, 15, 7)).hasMessageContaining("killed");
    assertThatThrownBy(() -> new StrikeSeverity(20, 14, 5, 15, 7))
        .hasMessageContaining("casualties");
    assertThatThrownBy(() -> new StrikeSeverity(20, 50, 5, 0, 7))
        .hasMessageContaining("casualties");
    assertThatThrownBy(() -> new StrikeSeverity(20, 50, 5, 15, 0)).hasMessageContaining("days");
    assertThatThrownBy(() -> new DaySeverity(0, 1, 1)).hasMessageContaining("days: 0");
    assertThatThrownBy(() -> new DaySeverity(1, 0, 1)).hasMessageContaining("killed: 0");
    assertThatThrownBy(() -> new DaySeverity(1, 1, 0)).hasMessageContaining("severe days: 0");
    assertThatThrownBy(() -> new WaveSeverity(0, 1)).hasMessageContaining("strikes: 0");
    assertThatThrownBy(() -> new WaveSeverity(1, 0)).hasMessageContaining("residential: 0");
    assertThatThrownBy(() -> new HospitalSeverity(19, 0.5, 20)).hasMessageContaining("arrivals");
    assertThatThrownBy(() -> new HospitalSeverity(50, 0.5, 0)).hasMessageContaining("arrivals");
    assertThatThrownBy(() -> new HospitalSeverity(50, 0, 20)).hasMessageContaining("share");
    assertThat(new StrikeSeverity(1, 1, 1, 1, 1).severeDays()).isEqualTo(1);
    assertThat(new DaySeverity(1, 1, 1).severeDays()).isEqualTo(1);
    assertThat(new WaveSeverity(1, 1).severeStrikes()).isEqualTo(1);
    assertThat(new HospitalSeverity(1, 0.1, 1).severeArrivals()).isEqualTo(1);
  }

  /** A strike of which nothing grave is known, unless told otherwise. */
  private static final class Case {
    private int killed;
    private int casualties;
    private boolean uncounted;
    private boolean livedIn = true;
    private @Nullable Certainty repeat;
    private List<SiteKind> reported = List.of();
    private int days;
    private boolean unplaced;
    private List<Certainty> certainties = List.of();

    Case hurt(int dead, int all) {
      killed = dead;
      casualties = all;
      return this;
    }

    Case uncounted(boolean where) {
      uncounted = true;
      livedIn = where;
      return this;
    }

    Case repeat(@Nullable Certainty certainty) {
      repeat = certainty;
      return this;
    }

    Case reported(SiteKind kind) {
      reported = List.of(kind);
      return this;
    }

    Case days(int byPeople) {
      days = byPeople;
      return this;
    }

    Case unplaced() {
      unplaced = true;
      return this;
    }

    Case found(Certainty... found) {
      certainties = List.of(found);
      return this;
    }

    StrikeSeverity.Facts facts() {
      return new StrikeSeverity.Facts(
          killed, casualties, uncounted, livedIn, repeat, reported, days, unplaced, certainties);
    }
  }
}
