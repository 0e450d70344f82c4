package org.marsad.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.oracle.Telling.FARDOUS;
import static org.marsad.processor.oracle.Telling.at;
import static org.marsad.processor.oracle.Telling.day;
import static org.marsad.processor.oracle.Telling.days;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.marsad.message.Certainty;
import org.marsad.message.ReportStatus;
import org.marsad.message.Severity;
import org.marsad.schemas.MessageCodec;

/** What the design says of HEAVIEST_IN_DAYS, one example each. */
class RecordExamplesTest {
  static {
    MessageCodec.trustMessages();
  }

  private final Telling told = new Telling();

  private Facts of(String subject) {
    return Objects.requireNonNull(told.alert(subject), subject);
  }

  @Test
  void shouldCountARaidOverMidnightOnTheDayThatItEnded() {
    told.say(at("a:0", "2016-09-01T10:00").killed(1))
        .say(at("a:1", "2016-09-09T23:50").until("2016-09-10T00:10").killed(40).impacts(12));
    for (var subject : List.of("ACTUAL STRIKE a:1", "ACTUAL DAY 2016-09-10")) {
      assertThat(of(subject).get("record KILLED aleppo likelyDays")).isEqualTo(9L);
    }
    assertThat(told.alert("ACTUAL DAY 2016-09-09")).isNull();
  }

  @Test
  void shouldReckonWithAStrikeOfTheAreaInEachNeighbourhood() {
    told.say(day("a:0", "2016-09-01").killed(1))
        .say(day("a:1", "2016-09-08").killed(50))
        .say(day("a:2", "2016-09-12").in(FARDOUS).killed(6));
    var day = of("ACTUAL DAY 2016-09-12");
    var name = "record KILLED " + FARDOUS;
    assertThat(day.get(name + " likelyDays")).isEqualTo(11L);
    assertThat(day.get(name + " certainDays")).isEqualTo(4L);
    assertThat(day.get(name + " sinceWatchingBegan")).isEqualTo(true);
    assertThat(day.get("HEAVIEST_IN_DAYS.certainty")).isEqualTo(Certainty.LIKELY);
    assertThat(of("ACTUAL STRIKE a:2").get(name + " certainDays")).isEqualTo(4L);
  }

  @Test
  void shouldLeaveCasualtiesOpenWhereNobodyCountedTheInjured() {
    told.say(day("a:0", "2016-09-01").killed(1).injured(1))
        .say(day("a:1", "2016-09-10").killed(30))
        .say(day("a:2", "2016-09-14").killed(2).injured(33));
    var day = of("ACTUAL DAY 2016-09-14");
    assertThat(day.get("record CASUALTIES aleppo likelyDays")).isEqualTo(13L);
    assertThat(day.get("record CASUALTIES aleppo certainDays")).isEqualTo(4L);
    assertThat(of("ACTUAL DAY 2016-09-10").get("record CASUALTIES aleppo value")).isNull();
  }

  @Test
  void shouldLeaveImpactsOpenWhereNobodyCountedThem() {
    told.say(at("a:0", "2016-09-01T10:00").impacts(1));
    for (var hour = 10; hour < 15; hour++) {
      told.say(at("a:" + hour, "2016-09-05T" + hour + ":00"));
    }
    told.say(at("a:9", "2016-09-09T10:00").impacts(8));
    var day = of("ACTUAL DAY 2016-09-09");
    assertThat(day.get("record IMPACTS aleppo likelyDays")).isEqualTo(8L);
    assertThat(day.get("record IMPACTS aleppo certainDays")).isEqualTo(4L);
    assertThat(of("ACTUAL DAY 2016-09-05").get("record IMPACTS aleppo value"))
        .isEqualTo(new Range(5, 5, null));
  }

  @Test
  void shouldAddUpWhatOneSourceSaysInTheBestAndNotInTheLow() {
    told.say(day("a:0", "2016-09-01").killed(1))
        .say(day("a:1", "2016-09-05").killed(30))
        .say(at("a:2", "2016-09-09T14:05").killed(20))
        .say(day("a:3", "2016-09-09").killed(15));
    var day = of("ACTUAL DAY 2016-09-09");
    assertThat(day.get("record KILLED aleppo value")).isEqualTo(new Range(20, 35, 35L));
    assertThat(day.get("record KILLED aleppo likelyDays")).isEqualTo(8L);
    assertThat(day.get("record KILLED aleppo certainDays")).isEqualTo(4L);
  }

  @Test
  void shouldNotAddUpWhatTwoSourcesSay() {
    told.say(day("a:0", "2016-09-01").killed(1))
        .say(day("a:1", "2016-09-05").killed(6))
        .say(day("b:2", "2016-09-05").killed(9));
    assertThat(of("ACTUAL DAY 2016-09-05").get("record KILLED aleppo value"))
        .isEqualTo(new Range(9, 9, 15L));
  }

  @Test
  void shouldTakeThirtySilentDaysForWatchedAndOneMoreForAPause() {
    told.say(day("a:0", "2016-09-01").killed(10)).say(day("a:1", "2016-10-02").killed(6));
    assertThat(of("ACTUAL STRIKE a:1").get("record KILLED aleppo likelyDays")).isEqualTo(31L);
    told.say(day("a:2", "2016-11-02").killed(6));
    assertThat(of("ACTUAL STRIKE a:2").get("record KILLED aleppo likelyDays")).isEqualTo(31L);
    told.say(day("a:3", "2016-12-04").killed(60));
    assertThat(of("ACTUAL STRIKE a:3").get("record KILLED aleppo likelyDays")).isNull();
    told.heartbeat("2016-11-20");
    assertThat(of("ACTUAL STRIKE a:3").get("record KILLED aleppo likelyDays")).isEqualTo(94L);
  }

  @Test
  void shouldSayForHowLongNobodyWasHeard() {
    told.say(day("a:0", "2016-09-01").killed(10)).say(day("a:1", "2016-10-01").killed(11));
    var day = of("ACTUAL DAY 2016-10-01");
    assertThat(day.get("record KILLED aleppo likelyDays")).isEqualTo(30L);
    assertThat(day.get(Facts.EVIDENCE + "record KILLED aleppo longestSilenceDays")).isEqualTo(29L);
    told.heartbeat("2016-09-11");
    assertThat(
            of("ACTUAL DAY 2016-10-01")
                .get(Facts.EVIDENCE + "record KILLED aleppo longestSilenceDays"))
        .isEqualTo(19L);
  }

  @Test
  void shouldHearOfADayAlsoByARetraction() {
    told.say(day("a:0", "2016-09-01").killed(10))
        .say(day("a:0", "2016-09-01").killed(10).revision(2, ReportStatus.RETRACTED))
        .say(day("a:1", "2016-09-05").killed(6));
    assertThat(of("ACTUAL STRIKE a:1").get("record KILLED aleppo likelyDays")).isEqualTo(4L);
  }

  @Test
  void shouldStopAtALongerStrikeThatHasAsMuchForEachOfItsDays() {
    told.say(day("a:0", "2016-09-01").killed(1))
        .say(days("b:1", "2016-09-05", "2016-09-07").killed(18))
        .say(day("a:2", "2016-09-12").killed(6));
    var strike = of("ACTUAL STRIKE a:2");
    assertThat(strike.get("record KILLED aleppo likelyDays")).isEqualTo(5L);
    var lighter =
        new Telling()
            .say(day("a:0", "2016-09-01").killed(1))
            .say(days("b:1", "2016-09-05", "2016-09-07").killed(17))
            .say(day("a:2", "2016-09-12").killed(6));
    var longer = Objects.requireNonNull(lighter.alert("ACTUAL STRIKE a:2"));
    assertThat(longer.get("record KILLED aleppo likelyDays")).isEqualTo(11L);
    assertThat(longer.get("record KILLED aleppo certainDays")).isEqualTo(5L);
  }

  @Test
  void shouldLookBackAYearAtMost() {
    told.say(day("a:0", "2015-01-01").killed(1));
    for (var month = 1; month <= 12; month++) {
      told.heartbeat("2015-%02d-01".formatted(month)).heartbeat("2015-%02d-15".formatted(month));
    }
    told.say(day("a:1", "2016-01-10").killed(6)).say(day("a:2", "2016-01-01").killed(5));
    var early = of("ACTUAL STRIKE a:2");
    assertThat(early.get("record KILLED aleppo likelyDays")).isEqualTo(365L);
    assertThat(early.get("record KILLED aleppo atLeast")).isEqualTo(false);
    assertThat(early.get("record KILLED aleppo sinceWatchingBegan")).isEqualTo(true);
    var later = of("ACTUAL STRIKE a:1");
    assertThat(later.get("record KILLED aleppo likelyDays")).isEqualTo(365L);
    assertThat(later.get("record KILLED aleppo atLeast")).isEqualTo(true);
    assertThat(later.get("record KILLED aleppo sinceWatchingBegan")).isEqualTo(false);
  }

  @Test
  void shouldKeepARecordThatALaterStrikeOfTheDayOvertakes() {
    told.say(at("a:0", "2016-09-01T10:00").killed(1))
        .say(at("a:1", "2016-09-05T10:00").killed(6))
        .say(at("a:2", "2016-09-05T14:00").killed(9))
        .say(at("a:3", "2016-09-05T18:00").killed(7));
    assertThat(of("ACTUAL STRIKE a:1").get("record KILLED aleppo likelyDays")).isEqualTo(4L);
    assertThat(of("ACTUAL STRIKE a:2").get("record KILLED aleppo likelyDays")).isEqualTo(4L);
    assertThat(of("ACTUAL STRIKE a:3").get("record KILLED aleppo likelyDays")).isNull();
  }

  @Test
  void shouldTakeWhatIsKnownToTheDayForTheLastForLikelyAndTheFirstForCertain() {
    told.say(day("a:0", "2016-09-01").killed(1))
        .say(at("a:1", "2016-09-05T10:00").killed(6))
        .say(day("b:2", "2016-09-05").killed(9));
    var fine = of("ACTUAL STRIKE a:1");
    assertThat(fine.get("record KILLED aleppo likelyDays")).isEqualTo(4L);
    assertThat(fine.get("record KILLED aleppo certainDays")).isEqualTo(0L);
  }

  @Test
  void shouldTellTheAreaFirstThenKilledCasualtiesImpacts() {
    told.say(at("a:0", "2016-09-01T10:00").killed(1).injured(1).impacts(1))
        .say(at("a:1", "2016-09-05T10:00").killed(6).injured(6).impacts(6));
    assertThat(of("ACTUAL DAY 2016-09-05").get("HEAVIEST_IN_DAYS.records"))
        .isEqualTo(
            List.of(
                "KILLED aleppo",
                "CASUALTIES aleppo",
                "IMPACTS aleppo",
                "KILLED " + FARDOUS,
                "CASUALTIES " + FARDOUS,
                "IMPACTS " + FARDOUS));
  }

  @Test
  void shouldGiveTheDayTheSeverityOfItsLongestRecordOfPeople() {
    told.watchedSince("2016-08-20").say(at("a:1", "2016-09-05T10:00").killed(6));
    assertThat(of("ACTUAL DAY 2016-09-05").get("severity")).isEqualTo(Severity.SEVERE);
    var month =
        new Telling().watchedSince("2016-08-06").say(at("a:1", "2016-09-05T10:00").killed(20));
    assertThat(Objects.requireNonNull(month.alert("ACTUAL DAY 2016-09-05")).get("severity"))
        .isEqualTo(Severity.EXTREME);
    var impacts =
        new Telling().watchedSince("2016-08-20").say(at("a:1", "2016-09-05T10:00").impacts(6));
    assertThat(Objects.requireNonNull(impacts.alert("ACTUAL DAY 2016-09-05")).get("severity"))
        .isEqualTo(Severity.MODERATE);
  }

  @Test
  void shouldFindNoDayRecordInTwoDaysOfOneMessage() {
    told.say(day("a:0", "2016-09-01").killed(1))
        .say(days("a:1", "2016-12-21", "2016-12-22").killed(88));
    assertThat(told.alerts()).containsOnlyKeys("ACTUAL STRIKE a:0", "ACTUAL STRIKE a:1");
    var strike = of("ACTUAL STRIKE a:1");
    assertThat(strike.get("severity")).isEqualTo(Severity.EXTREME);
    assertThat(strike.get("CASUALTIES.mass")).isEqualTo(true);
  }

  @Test
  void shouldCompareEachRealityWithItself() {
    told.say(day("a:0", "2016-09-01").killed(1))
        .say(day("a:1", "2016-09-04").killed(30).exercise())
        .say(day("a:2", "2016-09-05").killed(6));
    assertThat(of("ACTUAL STRIKE a:2").get("record KILLED aleppo likelyDays")).isEqualTo(4L);
    Map<String, Facts> alerts = told.alerts();
    assertThat(alerts).containsKey("EXERCISE STRIKE a:1");
  }
}
