package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.record;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.RecordFacts;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.Scope;

class AlertLineTest {
  private static final Map<String, String> NAMES =
      Map.of("aleppo", "Aleppo", "aleppo/al-fardous", "Al-Fardous");
  private static final AreaNames AREAS = (code, language) -> NAMES.getOrDefault(code, code);

  private final AlertLine line = new AlertLine(AREAS, false);

  @Test
  void shouldShowTheRecordOfADayWithItsFacts() {
    assertThat(line.of(heaviest().build()))
        .isEqualTo(
            " 11 Oct 2016  ALERT   HEAVIEST IN 26 DAYS  Aleppo  59 killed (59–74), since records"
                + " began 15 Sep  [likely; 1 source]");
  }

  @Test
  void shouldShowAStrikeWithItsLocalTimeAndPlace() {
    assertThat(line.of(residential().build()))
        .isEqualTo(
            " 14:21  ALERT   RESIDENTIAL STRIKE  Al-Fardous, Aleppo  6 impacts, 45 killed"
                + " (40–50), residential by the map  [likely; 1 source]");
  }

  @Test
  void shouldMarkAnExerciseFirst() {
    var alert = residential().setReality(Reality.EXERCISE).setRule(Rule.REPEAT_STRIKE);
    assertThat(line.of(alert.build())).startsWith(" EXERCISE 14:21  ALERT   REPEAT STRIKE  ");
    assertThat(line.of(alert.setReality(Reality.TEST).build())).startsWith(" TEST 14:21  ");
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
  void shouldNameTheEarlierDayAndTheCertainDaysWhereTheyDiffer() {
    // Given
    var facts =
        record()
            .setSinceRecordsBegan(false)
            .setLikelyDays(18)
            .setCertainDays(16)
            .setScale(Scale.STRIKE);
    // Then
    assertThat(lineOf(facts))
        .contains("HEAVIEST STRIKE IN 18 DAYS")
        .contains("59 killed (59–74), most since 23 Sep, certain 16 days");
    assertThat(lineOf(facts.setCertainDays(18))).doesNotContain("certain 1");
  }

  @Test
  void shouldSayTheYearWhereItIsAnother() {
    assertThat(lineOf(record().setRecordsBegan(LocalDate.of(2015, 9, 15))))
        .contains("since records began 15 Sep 2015");
  }

  @Test
  void shouldShowOpenEndsFloorsAndExactCounts() {
    assertThat(lineOf(record().setValue(new CountRange(10, 10, null))))
        .contains("  at least 10 killed, ");
    assertThat(lineOf(record().setValue(new CountRange(10, 12, null))))
        .contains("  12 killed (10+), ");
    assertThat(lineOf(record().setValue(new CountRange(12, 12, 12)))).contains("  12 killed, ");
    assertThat(lineOf(record().setUnreported(2))).contains("  at least 59 killed (59–74), ");
    assertThat(lineOf(record().setMeasure(Measure.IMPACTS).setValue(new CountRange(1, 1, 1))))
        .contains("  1 impact, ");
  }

  @Test
  void shouldNameTheNeighbourhoodOfItsRecord() {
    assertThat(lineOf(record().setScope(Scope.NEIGHBOURHOOD).setScopeCode("aleppo/al-fardous")))
        .contains("  Al-Fardous, Aleppo  ");
  }

  @Test
  void shouldNameThreeNeighbourhoodsAndCountTheOthers() {
    var many = residential().setNeighbourhoods(List.of("a", "b", "c", "d", "e")).build();
    assertThat(line.of(many)).contains("  a, b, c and 2 more, Aleppo  ");
  }

  @Test
  void shouldShowAnUnplacedStrikeWithThePlaceAsSaid() {
    var alert =
        residential()
            .setRule(Rule.UNPLACED_STRIKE)
            .setPlace(new Place(null, null, null, PlaceBasis.NONE, "Atlantis"))
            .setResidential(null);
    assertThat(line.of(alert.build())).contains("UNPLACED STRIKE  “Atlantis”  6 impacts");
  }

  @Test
  void shouldShowTheShareOfLivedInLand() {
    var alert =
        residential()
            .setCertainty(Certainty.POSSIBLE)
            .setResidential(
                new ResidentialVerdict(ResidentialBasis.RADIUS, Certainty.POSSIBLE, 0.625));
    assertThat(line.of(alert.build()))
        .contains("63 % lived-in land within its circle  [possible; 1 source]");
  }

  @Test
  void shouldSayWhyAnAlertIsWithdrawn() {
    var alert = heaviest().setMessageType(MessageType.CANCEL);
    assertThat(line.of(alert.setReason(new Reason("STRIKE_RETRACTED", List.of())).build()))
        .contains(
            "  CANCEL  HEAVIEST IN 26 DAYS  Aleppo  withdrawn: all reports of the strike were"
                + " retracted");
    assertThat(line.of(alert.setReason(new Reason("SOME_NEW_CODE", List.of())).build()))
        .contains("withdrawn: some new code");
  }

  @Test
  void shouldLetNoTerminalEscapeThrough() {
    var evil = "x\u001b[2J\u009b31m\u202e\r\n" + "y".repeat(200);
    var alert =
        residential()
            .setRule(Rule.UNPLACED_STRIKE)
            .setPlace(new Place(null, null, null, PlaceBasis.NONE, evil))
            .build();
    var shown = new AlertLine((code, language) -> evil, false).of(alert);
    assertThat(shown).doesNotContainPattern("[\\p{Cc}\\p{Cf}]").contains("x [2J 31m yyy");
    assertThat(shown.length()).isLessThan(200);
  }

  @Test
  void shouldColourOnlyWhenAsked() {
    var alert = heaviest().build();
    assertThat(line.of(alert)).doesNotContain("\u001b");
    assertThat(new AlertLine(AREAS, true).of(alert))
        .contains("\u001b[1;31mHEAVIEST IN 26 DAYS\u001b[0m");
  }

  @Test
  void shouldStillShowAnAlertWhoseZoneIsUnknown() {
    assertThat(line.of(residential().setTimeZone("Mars/Olympus").build())).startsWith(" 11:21  ");
  }

  private String lineOf(RecordFacts.Builder facts) {
    Alert alert = heaviest().setRecord(facts.build()).build();
    return line.of(alert);
  }
}
