package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.cancel;
import static org.marsad.consumer.fixtures.Alerts.channelTest;
import static org.marsad.consumer.fixtures.Alerts.day;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.strike;
import static org.marsad.consumer.fixtures.Alerts.unplaced;
import static org.marsad.consumer.fixtures.Facts.byReport;
import static org.marsad.consumer.fixtures.Facts.casualties;
import static org.marsad.consumer.fixtures.Facts.mass;
import static org.marsad.consumer.fixtures.Facts.record;
import static org.marsad.consumer.fixtures.Facts.repeat;
import static org.marsad.consumer.fixtures.Facts.strikeRecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.RecordFacts;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Scope;
import org.marsad.message.SiteKind;
import org.marsad.message.TimePrecision;

class AlertLineTest {
  private static final Map<String, String> NAMES =
      Map.of("aleppo", "Aleppo", "aleppo/al-fardous", "al-Fardous");
  private static final AreaNames AREAS = (code, language) -> NAMES.getOrDefault(code, code);

  private final AlertLine line = new AlertLine(AREAS, false);

  @Test
  void shouldLeadWithTheGravestAndAddTheOthers() {
    var alert =
        strike(repeat(Certainty.OBSERVED), casualties())
            .setKilled(new CountRange(2, 3, 4))
            .setImpacts(null)
            .setCertainty(Certainty.OBSERVED)
            .setSources(2)
            .build();
    assertThat(line.of(alert))
        .isEqualTo(
            " 14:21  al-Fardous, Aleppo · SECOND STRIKE, 340 m from 14:05 · 3 killed (2–4)"
                + " · danger until 15:21  [observed; 2 sources]");
  }

  @Test
  void shouldNotClaimTheMinuteOfAStrikeThatIsKnownToTheHour() {
    var alert = residential().setOnsetPrecision(TimePrecision.HOUR).build();
    assertThat(line.of(alert)).startsWith(" about 14:21  al-Fardous, Aleppo · ");
  }

  @Test
  void shouldShowTheRecordOfADayWithTheDaysBeforeIt() {
    assertThat(line.of(heaviest().build()))
        .isEqualTo(
            " 11 Oct 2016  Aleppo · HEAVIEST DAY IN 26 DAYS · 59 killed (59–74)  ▂▁▃▄▂▅▃█"
                + "  since watching began 15 Sep  [likely; 1 source]");
  }

  @Test
  void shouldSayAsSurelyAsItIsKnownWhetherPeopleLiveThere() {
    assertThat(line.of(residential().build()))
        .contains("· 45 killed (40–50) · residential · 6 impacts · danger until");
    assertThat(line.of(strike(Facts.residential(ResidentialBasis.RADIUS)).build()))
        .contains(" · perhaps residential · ");
  }

  @Test
  void shouldPutTheDeadAndInjuredBeforeAllButASecondStrikeAndASiteThatWasHit() {
    var hit = Facts.sites(byReport(SiteKind.SCHOOL));
    var record = Facts.heaviest(strikeRecord().setMeasure(Measure.IMPACTS).build());
    assertThat(
            line.claim(strike(repeat(Certainty.LIKELY), hit, record, casualties()).build())
                .subList(1, 6))
        .containsExactly(
            "SECOND STRIKE, 340 m from 14:05",
            "SCHOOL HIT",
            "45 killed (40–50)",
            "HEAVIEST IN 9 DAYS by impacts",
            "6 impacts");
    assertThat(line.claim(strike(Facts.mayBeTwo(), casualties()).build()).subList(1, 3))
        .containsExactly("45 killed (40–50)", "may be two strikes, 14:05 and 14:21");
  }

  @Test
  void shouldTellNoNumberOfADayTwice() {
    var sum = record().setMeasure(Measure.CASUALTIES).setValue(new CountRange(90, 100, null));
    var both = day(sum.build()).setInjured(new CountRange(31, 41, null)).build();
    assertThat(line.of(both))
        .contains(" · HEAVIEST DAY IN 26 DAYS by casualties · 59 killed (59–74), 41 injured (at");
    assertThat(line.of(day(sum.build()).build()))
        .contains(" · 100 killed or injured (at least 90), 59 killed (59–74)  ");
  }

  @Test
  void shouldMarkAnExerciseFirst() {
    assertThat(line.of(residential().setReality(Reality.EXERCISE).build()))
        .startsWith(" EXERCISE 14:21  al-Fardous, Aleppo · ");
    assertThat(line.of(residential().setReality(Reality.TEST).build())).startsWith(" TEST 14:21 ");
  }

  @Test
  void shouldSayWhoseTestItIsAndThatNothingHasHappened() {
    assertThat(line.of(channelTest("night-crew").build()))
        .isEqualTo(" TEST 15:12  test of Marsad for night-crew. Nothing has happened");
  }

  @Test
  void shouldShowTheDateOfAFineTimeWhenItIsSentOnAnotherLocalDay() {
    var nextDay = Instant.parse("2016-10-11T21:00:00Z"); // midnight in Damascus
    assertThat(line.of(residential().setSentAt(nextDay).build()))
        .startsWith(" 11 Oct 2016 14:21  ");
    assertThat(line.of(residential().setSentAt(nextDay.minusMillis(1)).build()))
        .startsWith(" 14:21  ");
  }

  @Test
  void shouldWarnOfDangerOnlyWhileItLasts() {
    assertThat(line.of(residential().setSentAt(at("15:20")).build()))
        .contains("danger until 15:21");
    assertThat(line.of(residential().setSentAt(at("15:21")).build())).doesNotContain("danger");
    assertThat(line.of(residential().setDangerUntil(null).build())).doesNotContain("danger");
  }

  @Test
  void shouldSayHowManyDaysAreCertainWhereThatIsLess() {
    var facts = record().setSinceWatchingBegan(false).setLikelyDays(18).setCertainDays(16);
    assertThat(lineOf(facts))
        .contains("HEAVIEST DAY IN 18 DAYS")
        .contains("  for certain 16 days  ");
    assertThat(lineOf(facts.setCertainDays(0))).contains("  not certain  ");
    assertThat(lineOf(facts.setCertainDays(18))).doesNotContain("for certain");
  }

  @Test
  void shouldSayTheYearWhereItIsAnother() {
    assertThat(lineOf(record().setWatchedSince(LocalDate.of(2015, 9, 15))))
        .contains("since watching began 15 Sep 2015");
  }

  @Test
  void shouldSayAtLeastWhereAClaimLooksBackNoFurther() {
    assertThat(lineOf(record().setLikelyDays(365).setAtLeast(true)))
        .contains("HEAVIEST DAY IN AT LEAST 365 DAYS · ");
  }

  @Test
  void shouldSayFromAWeekOnThatNobodyWasHeard() {
    assertThat(lineOf(record().setLongestSilenceDays(6))).doesNotContain("heard");
    assertThat(lineOf(record().setLongestSilenceDays(7)))
        .contains("HEAVIEST DAY IN 26 DAYS (nobody heard for 7 days) · ");
    var strike = strikeRecord().setLongestSilenceDays(8).build();
    assertThat(line.of(strike(mass(), Facts.heaviest(strike)).build()))
        .contains(" · HEAVIEST IN 9 DAYS (nobody heard for 8 days) · ");
  }

  @Test
  void shouldShowOpenEndsFloorsAndExactCounts() {
    assertThat(lineOf(record().setValue(new CountRange(10, 10, null))))
        .contains(" · at least 10 killed  ");
    assertThat(lineOf(record().setValue(new CountRange(10, 12, null))))
        .contains(" · 12 killed (at least 10)  ");
    assertThat(lineOf(record().setValue(new CountRange(12, 12, 12)))).contains(" · 12 killed  ");
    assertThat(lineOf(record().setUnreported(2))).contains(" · at least 59 killed (59–74)  ");
    assertThat(lineOf(record().setMeasure(Measure.IMPACTS).setValue(new CountRange(1, 1, 1))))
        .contains("HEAVIEST DAY IN 26 DAYS by impacts · 1 impact, 59 killed (59–74)  ");
  }

  @Test
  void shouldPutARecordUnderTheNameOfItsScope() {
    assertThat(lineOf(record())).startsWith(" 11 Oct 2016  Aleppo · ");
    assertThat(lineOf(record().setScope(Scope.NEIGHBOURHOOD).setScopeCode("aleppo/al-fardous")))
        .startsWith(" 11 Oct 2016  al-Fardous, Aleppo · ");
  }

  @Test
  void shouldSayWhereAStrikesRecordIsTheNeighbourhoodsOnly() {
    var here = strikeRecord().setScope(Scope.NEIGHBOURHOOD).setScopeCode("aleppo/al-fardous");
    assertThat(line.of(strike(Facts.heaviest(here.build()), casualties()).build()))
        .contains(" · HEAVIEST HERE IN 9 DAYS · ");
    assertThat(line.of(strike(Facts.heaviest(strikeRecord().build()), casualties()).build()))
        .contains(" · HEAVIEST IN 9 DAYS · ");
  }

  @Test
  void shouldNameALongerRecordOfAnotherScopeToo() {
    var longer =
        record()
            .setScope(Scope.NEIGHBOURHOOD)
            .setScopeCode("aleppo/al-fardous")
            .setValue(new CountRange(30, 30, 30))
            .setLikelyDays(60)
            .build();
    assertThat(line.of(day(record().build(), longer).build()))
        .contains(" · 59 killed (59–74) · al-Fardous: 30 killed, most in 60 days  ▂");
  }

  @Test
  void shouldNameThreeNeighbourhoodsAndCountTheOthers() {
    var many = residential().setNeighbourhoods(List.of("a", "b", "c", "d", "e"));
    assertThat(line.of(many.setNeighbourhoodsInAll(5).build()))
        .contains("  a, b, c and 2 more, Aleppo · ");
    assertThat(line.of(many.setNeighbourhoodsInAll(31).build()))
        .contains("  a, b, c and 28 more, Aleppo · ");
    assertThat(line.of(many.setNeighbourhoods(List.of()).build()))
        .contains("  Aleppo (31 neighbourhoods) · ");
  }

  @Test
  void shouldShowAnUnplacedStrikeWithThePlaceAsSaid() {
    assertThat(line.of(unplaced("Atlantis").build()))
        .contains("  “Atlantis” · PLACE UNKNOWN · nobody has counted yet · ");
  }

  @Test
  void shouldTellTheTimeOfAPlaceThatNobodyKnowsWithItsZone() {
    var nowhere = unplaced("Atlantis").setArea("unplaced").setTimeZone("UTC");
    nowhere.setFindings(List.of(Facts.casualties(), Facts.unplaced()));
    assertThat(line.of(nowhere.setKilled(new CountRange(45, 45, 45)).build()))
        .isEqualTo(
            " 11:21 UTC  “Atlantis” · 45 killed · PLACE UNKNOWN · danger until 12:21 UTC"
                + "  [likely; 1 source]");
  }

  @Test
  void shouldTellTheTimeOfWhatHasNoClocksOfItsOwnWithItsZone() {
    var ofNoArea = strike(Facts.casualties()).setArea("").setTimeZone("UTC").build();
    assertThat(line.of(ofNoArea)).startsWith(" 11:21 UTC  ").contains("danger until 12:21 UTC");
    assertThat(line.of(Alert.newBuilder(ofNoArea).setTimeZone("Asia/Damascus").build()))
        .startsWith(" 14:21  ")
        .doesNotContain("UTC");
  }

  @Test
  void shouldSayThatWhatWasTakenBackStandsAgain() {
    var again = residential().setChanges(List.of(Change.REINSTATED)).build();
    assertThat(line.of(again)).contains("  al-Fardous, Aleppo · STANDS AGAIN · 45 killed");
    var part =
        residential().setMessageType(MessageType.CANCEL).setReason(CancelReason.REPLACED).build();
    assertThat(line.of(again, part)).contains("Aleppo · STANDS AGAIN by itself · 45 killed");
  }

  @Test
  void shouldNeverSayZeroWhereNobodyHasCounted() {
    var uncounted = strike(Facts.uncounted()).setKilled(null).setImpacts(null).build();
    assertThat(line.of(uncounted)).contains(" · nobody has counted yet · ").doesNotContain("0 ");
    var noInjured = Alert.newBuilder(uncounted).setInjured(new CountRange(0, 0, 0)).build();
    assertThat(line.of(noInjured)).contains(" · nobody has counted the killed yet · ");
    var nobody = strike().setKilled(new CountRange(0, 0, 0)).setImpacts(null).build();
    assertThat(line.of(nobody)).contains(" · strike · 0 killed · ");
  }

  @Test
  void shouldSayWhatAnUpdateChanges() {
    var before = strike(casualties()).setKilled(new CountRange(5, 6, 8)).build();
    var now = revision(strike(mass()), 2, MessageType.UPDATE);
    assertThat(line.of(now, before))
        .contains("  al-Fardous, Aleppo · UPDATE: killed 45, was 6 · 45 killed (40–50) · ");
    assertThat(line.of(now)).contains("  al-Fardous, Aleppo · UPDATE · 45 killed (40–50) · ");
  }

  @Test
  void shouldSayWhyAnAlertIsTakenBackInPlaceOfWhatItSaid() {
    assertThat(line.of(cancel(heaviest(), CancelReason.CORRECTED).build()))
        .isEqualTo(
            " 11 Oct 2016  Aleppo · CORRECTED: the strikes stand; Tuesday 11 Oct was not the"
                + " heaviest day · it said: HEAVIEST DAY IN 26 DAYS");
  }

  @Test
  void shouldLetNoTerminalEscapeThrough() {
    var evil = "x\u001b[2J\u009b31m\u202e\r\n" + "y".repeat(200);
    var shown = new AlertLine((code, language) -> evil, false).of(unplaced(evil).build());
    assertThat(shown).doesNotContainPattern("[\\p{Cc}\\p{Cf}]").contains("x [2J 31m yyy");
    assertThat(shown.length()).isLessThan(220);
  }

  @Test
  void shouldColourOnlyWhenAsked() {
    var alert = residential().build();
    assertThat(line.of(alert)).doesNotContain("\u001b");
    assertThat(new AlertLine(AREAS, true).of(alert))
        .contains(" · \u001b[1;31m45 killed (40–50)\u001b[0m · ");
  }

  @Test
  void shouldStillShowAnAlertWhoseZoneIsUnknown() {
    assertThat(line.of(residential().setTimeZone("Mars/Olympus").build()))
        .startsWith(" 11:21 UTC  ");
  }

  @Test
  void shouldGivePlaceLeadAndTheRestApart() {
    assertThat(line.claim(residential().build()))
        .containsExactly(
            "al-Fardous, Aleppo",
            "45 killed (40–50)",
            "residential",
            "6 impacts",
            "danger until 15:21");
  }

  private String lineOf(RecordFacts.Builder facts) {
    return line.of(day(facts.build()).build());
  }
}
