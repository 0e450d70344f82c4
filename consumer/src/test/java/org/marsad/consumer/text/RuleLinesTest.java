package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.silence;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeFacts;
import static org.marsad.consumer.fixtures.Alerts.surgeOfADay;
import static org.marsad.consumer.fixtures.Alerts.wave;
import static org.marsad.message.SiteBasis.REACH;
import static org.marsad.message.SiteBasis.REPORT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.RepeatFacts;
import org.marsad.message.SilenceFacts;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.SourceKind;
import org.marsad.message.SurgeFacts;
import org.marsad.message.WaveFacts;

/** What each rule says on a terminal. */
class RuleLinesTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "aleppo", "Aleppo",
          "aleppo/al-fardous", "Al-Fardous",
          "hospital-a", "Hospital A");
  private static final AreaNames AREAS = (code, language) -> NAMES.getOrDefault(code, code);

  private final AlertLine line = new AlertLine(AREAS, false);

  @Test
  void shouldSayWhatAStrikeRepeatsAndHowLongItIsDangerous() {
    assertThat(line.of(repeat().setReality(Reality.EXERCISE).build()))
        .isEqualTo(
            " EXERCISE 14:21  ALERT   REPEAT STRIKE  Al-Fardous, Aleppo  340 m from the strike of"
                + " 14:05, danger until 15:21  [observed; 2 sources]");
  }

  @Test
  void shouldCountTheStrikesBeforeTheLatest() {
    assertThat(line.of(repeats("s1", "s0"))).contains("strike of 14:05 and 1 earlier, danger");
    assertThat(line.of(repeats("s1", "s0", "s9"))).contains("strike of 14:05 and 2 earlier, ");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 m",
    "4.4,4 m",
    "99,99 m",
    "104,100 m",
    "337.2,340 m",
    "995,1.0 km",
    "1240,1.2 km"
  })
  void shouldRoundDistancesToWhatIsKnown(double metres, String shown) {
    var facts = new RepeatFacts(List.of("s1"), at("14:05"), 960L, metres, 60, 500.0);
    assertThat(line.of(repeat().setRepeat(facts).build())).contains("  " + shown + " from the ");
  }

  @Test
  void shouldWarnOfDangerOnlyAsLongAsItLiesAhead() {
    // Given
    var alert = residential().setDangerUntil(at("15:05"));
    // Then
    assertThat(line.of(alert.build())).contains("residential by the map, danger until 15:05  [");
    assertThat(line.of(alert.setSentAt(at("15:04")).build())).contains("danger until 15:05");
    assertThat(line.of(alert.setSentAt(at("15:05")).build())).doesNotContain("danger");
    assertThat(line.of(heaviest().setDangerUntil(at("15:05")).build()))
        .endsWith("15 Sep, danger until 15:05  [likely; 1 source]");
  }

  @Test
  void shouldNameTheDayWhereDangerEndsOnAnother() {
    var night = residential().setDangerUntil(at("15:05").plus(Duration.ofHours(10)));
    assertThat(line.of(night.build())).contains("danger until 12 Oct 2016 01:05");
  }

  @Test
  void shouldNameAProtectedSiteWithBasisAndDistance() {
    assertThat(sites(hit(SiteKind.HOSPITAL, REPORT, null))).isEqualTo("a hospital by report");
    assertThat(sites(hit(SiteKind.SCHOOL, REACH, 83.0))).isEqualTo("a school at 83 m");
    assertThat(sites(hit(SiteKind.SCHOOL, REPORT, 83.0))).isEqualTo("a school by report at 83 m");
    assertThat(sites(hit(SiteKind.HOSPITAL, REACH, null))).isEqualTo("a hospital within reach");
  }

  @Test
  void shouldSayOnceWhatHoldsForSeveralSites() {
    assertThat(
            sites(
                hit(SiteKind.HOSPITAL, REPORT, null),
                hit(SiteKind.BAKERY, REACH, 91.0),
                hit(SiteKind.BAKERY, REACH, 12.0)))
        .isEqualTo("a hospital by report, 2 bakeries within 100 m");
    assertThat(
            sites(hit(SiteKind.SCHOOL, REACH, 91.0), hit(SiteKind.PLACE_OF_WORSHIP, REACH, 40.0)))
        .isEqualTo("a school and a place of worship within 100 m");
    assertThat(
            sites(
                hit(SiteKind.SCHOOL, REACH, 20.0),
                hit(SiteKind.BAKERY, REACH, 12.0),
                hit(SiteKind.CAMP, REACH, 101.0)))
        .isEqualTo("3 sites within 110 m");
    assertThat(sites(hit(SiteKind.SCHOOL, REACH, 20.0), hit(SiteKind.HOSPITAL, REACH, null)))
        .isEqualTo("a school at 20 m, a hospital within reach");
  }

  @ParameterizedTest
  @EnumSource
  void shouldKnowEveryKindInSingularAndPlural(SiteKind kind) {
    assertThat(sites(hit(kind, REACH, null), hit(kind, REACH, null))).startsWith("2 ");
    assertThat(sites(hit(kind, REACH, null))).startsWith("a ").endsWith(" within reach");
  }

  @Test
  void shouldSumUpAWaveAndSayWhatIsMissing() {
    assertThat(line.of(wave().build()))
        .isEqualTo(
            " 14:21  ALERT   WAVE  Al-Fardous, Aleppo  6 strikes in 48 min, 4 residential, 12 killed"
                + " (10–15), not reported: impacts, injured  [observed; 2 sources]");
  }

  @Test
  void shouldShowAWavesBoundsAndFloors() {
    // Given
    var facts =
        waveFacts()
            .setStrikes(new CountRange(3, 3, 5))
            .setUntil(at("16:31"))
            .setResidential(0)
            .setImpacts(new CountRange(14, 14, null))
            .setUnreportedImpacts(0)
            .setUnreportedKilled(2);
    // Then
    assertThat(line.of(wave().setWave(facts.build()).build()))
        .contains(
            "  3 strikes (3–5) in 2 h 10 min, at least 14 impacts, at least 12 killed (10–15), not"
                + " reported: killed of 2, injured  [");
  }

  @Test
  void shouldSayWhomAHospitalHasToExpect() {
    assertThat(line.of(surge().build()))
        .isEqualTo(
            " 14:21  ALERT   HOSPITAL SURGE  Hospital A, Aleppo  expect 12 (5–23) within 90 min, 31"
                + " (15–90) within 24 h, a third critical; 3 strikes up to 15:09, 1 of them"
                + " estimated from killed  [observed; 2 sources]");
  }

  @Test
  void shouldSayWhatASurgeRestsOn() {
    assertThat(surgeOf(surgeFacts().setInjuredEstimated(3)))
        .contains("3 strikes up to 15:09, estimated from killed  [");
    assertThat(surgeOf(surgeFacts().setStrikes(1).setInjuredEstimated(0).setUnreported(1)))
        .contains("; 1 strike up to 15:09, 1 without a count  [");
    assertThat(surgeOf(surgeFacts().setWithin90Minutes(new CountRange(5, 12, null))))
        .contains("expect 12 (5+) within 90 min");
  }

  @Test
  void shouldSayThatTheHourIsNotKnownRatherThanThatNobodyComes() {
    assertThat(line.of(surgeOfADay().build()))
        .contains(
            "  expect 31 (15–90) within 24 h, a third critical, the hour is not known, up to 72 may"
                + " come within 90 min; 3 strikes up to 11 Oct 2016, 1 of them estimated from"
                + " killed  [");
    var nowhere = SurgeFacts.newBuilder(ofADay()).setSiteId(null);
    assertThat(surgeOf(nowhere))
        .contains(
            "  no hospital of Aleppo is open: 31 (15–90) wounded to come within 24 h, a third"
                + " critical, the hour is not known, up to 72 may come within 90 min; 3 strikes");
  }

  @Test
  void shouldSayNothingOfTheMostWhereItIsNotKnownEither() {
    for (var most : new Integer[] {null, 0}) {
      var facts = SurgeFacts.newBuilder(ofADay()).setWithin90Minutes(new CountRange(0, 0, most));
      assertThat(surgeOf(facts)).contains(" a third critical, the hour is not known; 3 strikes");
    }
  }

  /** A day ends when a strike of which only the day is known ends, and others hardly ever. */
  @Test
  void shouldKnowTheHourUnlessTheDayHasEndedAndNobodyIsKnownToComeAtOnce() {
    var midnight = ofADay().getAsOf();
    var few = new CountRange(0, 0, 3);
    assertThat(surgeOf(surgeFacts().setWithin90Minutes(few).setAsOf(midnight.minusMillis(1))))
        .contains("expect 0 (0–3) within 90 min, 31 (15–90) within 24 h");
    assertThat(surgeOf(surgeFacts().setAsOf(midnight)))
        .contains("expect 12 (5–23) within 90 min, ", " strikes up to 12 Oct 2016 00:00");
  }

  @Test
  void shouldSayThatNoHospitalIsOpen() {
    assertThat(
            line.of(
                surge()
                    .setAddressees(List.of())
                    .setSurge(surgeFacts().setSiteId(null).build())
                    .build()))
        .contains(
            "  HOSPITAL SURGE  Aleppo  no hospital of Aleppo is open: 12 (5–23) wounded to come"
                + " within 90 min, 31 (15–90) within 24 h, a third critical; 3 strikes");
  }

  @Test
  void shouldSayThatASourceIsSilentAndNotWho() {
    assertThat(line.of(silence().build()))
        .isEqualTo(
            " 14:05  ALERT   SOURCE SILENT  Aleppo  an observer of Aleppo not heard since 14:05,"
                + " expected every 5 min; 2 of 3 sources heard");
    assertThat(line.of(silent(new SilenceFacts(SourceKind.SENSOR, at("14:05"), 90, 270, 0, 1))))
        .contains("a sensor of Aleppo ", "every 90 s; 0 of 1 source heard");
  }

  @ParameterizedTest
  @EnumSource
  void shouldKnowEveryKindOfSource(SourceKind kind) {
    assertThat(line.of(silent(new SilenceFacts(kind, at("14:05"), 3600, 10_800, 1, 2))))
        .containsPattern("  an? [a-z ]+ of Aleppo not heard since 14:05, expected every 60 min; ");
  }

  @ParameterizedTest
  @CsvSource({
    "STRIKE_RETRACTED, all reports of the strike were retracted",
    "STRIKE_MERGED, the strike became part of another",
    "NOT_REPEAT, it does not follow an earlier strike on the same spot",
    "NO_SITE_HIT, no protected site is within its reach",
    "WAVE_ENDED, too few strikes are left for a wave",
    "WAVE_JOINED, its strikes belong to another wave",
    "BELOW_THRESHOLD, fewer wounded to expect than the threshold; this is no all clear",
    "HOSPITAL_CLOSED, 'the hospital is closed, its wounded go elsewhere'",
    "SOURCE_HEARD, the source is heard again"
  })
  void shouldSayWhyAnyAlertIsWithdrawn(String code, String why) {
    for (var alert : List.of(repeat(), protectedSite(), wave(), surge(), silence())) {
      alert.setReason(new Reason(code, List.of()));
      assertThat(line.of(revision(alert, 2, MessageType.CANCEL)))
          .contains("  CANCEL  ", "  withdrawn: " + why)
          .doesNotContain("danger", "expect 12", "340 m");
    }
  }

  private String sites(SiteHit... hits) {
    var shown = line.of(protectedSite(hits).build());
    assertThat(shown).contains("  PROTECTED SITE STRIKE  Al-Fardous, Aleppo  ");
    return shown.replaceAll(".*, Aleppo  (.*)  \\[observed.*", "$1");
  }

  private static SurgeFacts ofADay() {
    return Objects.requireNonNull(surgeOfADay().getSurge());
  }

  private String surgeOf(SurgeFacts.Builder facts) {
    return line.of(surge().setSurge(facts.build()).build());
  }

  private static Alert repeats(String... strikes) {
    var facts = new RepeatFacts(List.of(strikes), at("14:05"), 960L, 337.2, 60, 500.0);
    return repeat().setRepeat(facts).build();
  }

  private static Alert silent(SilenceFacts facts) {
    return silence().setSilence(facts).build();
  }

  private static WaveFacts.Builder waveFacts() {
    return WaveFacts.newBuilder(wave().build().getWave());
  }

  private static SiteHit hit(SiteKind kind, SiteBasis basis, @Nullable Double metres) {
    return new SiteHit("site", kind, basis, metres, false);
  }
}
