package org.marsad.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.oracle.Telling.INDUSTRY;
import static org.marsad.processor.oracle.Telling.at;
import static org.marsad.processor.oracle.Telling.time;

import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.marsad.message.Certainty;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SiteKind;
import org.marsad.message.SourceKind;
import org.marsad.message.Target;
import org.marsad.schemas.MessageCodec;

/** What the design says of one strike, one example each. */
class StrikeExamplesTest {
  static {
    MessageCodec.trustMessages();
  }

  private static final String ONE = "2016-09-01T10:00";

  private final Telling told = new Telling();

  private Facts of(String subject) {
    return Objects.requireNonNull(told.alert(subject), subject);
  }

  @Test
  void shouldTellTheFirstStrikeOfAnAreaWithItsDead() {
    told.say(at("a:1", ONE).point(9_000, 300).killed(38).impacts(9));
    var strike = of("ACTUAL STRIKE a:1");
    assertThat(strike.get("severity")).isEqualTo(Severity.EXTREME);
    assertThat(strike.get("CASUALTIES.mass")).isEqualTo(true);
    assertThat(strike.get("findings")).isEqualTo(List.of(Rule.CASUALTIES));
  }

  @Test
  void shouldTellAStrikeWithoutAnyFinding() {
    told.say(at("a:1", ONE).in(INDUSTRY).killed(0));
    assertThat(of("ACTUAL STRIKE a:1").get("findings")).isEqualTo(List.of());
    assertThat(of("ACTUAL STRIKE a:1").get("severity")).isEqualTo(Severity.MINOR);
  }

  @Test
  void shouldReckonWithDeadWhereNobodyCountedUnlessNobodyLivesThere() {
    told.say(at("a:1", ONE).in(null)).say(at("a:2", "2016-09-02T10:00").in(INDUSTRY));
    assertThat(of("ACTUAL STRIKE a:1").get("CASUALTIES.unknown")).isEqualTo(true);
    assertThat(of("ACTUAL STRIKE a:1").get("severity")).isEqualTo(Severity.MODERATE);
    assertThat(of("ACTUAL STRIKE a:2").get("CASUALTIES.unknown")).isEqualTo(true);
    assertThat(of("ACTUAL STRIKE a:2").get("severity")).isEqualTo(Severity.MINOR);
  }

  @Test
  void shouldCallTenDeadOrTwentyHurtMany() {
    told.say(at("a:1", ONE).killed(9).injured(10))
        .say(at("a:2", "2016-09-02T10:00").killed(10))
        .say(at("a:3", "2016-09-03T10:00").killed(9).injured(11));
    assertThat(of("ACTUAL STRIKE a:1").get("CASUALTIES.mass")).isEqualTo(false);
    assertThat(of("ACTUAL STRIKE a:2").get("CASUALTIES.mass")).isEqualTo(true);
    assertThat(of("ACTUAL STRIKE a:3").get("CASUALTIES.mass")).isEqualTo(true);
  }

  @Test
  void shouldBeAsSureOfARepeatAsTheSpotIsKnown() {
    told.say(at("a:1", ONE).point(0, 100)).say(at("a:2", "2016-09-01T10:30").point(300, 100));
    assertThat(of("ACTUAL STRIKE a:2").get("REPEAT_STRIKE.certainty")).isEqualTo(Certainty.LIKELY);
    assertThat(of("ACTUAL STRIKE a:2").get("severity")).isEqualTo(Severity.EXTREME);
    var near =
        new Telling()
            .say(at("a:1", ONE).point(0, 300))
            .say(at("a:2", "2016-09-01T10:30").point(1_000, 300));
    var possible = Objects.requireNonNull(near.alert("ACTUAL STRIKE a:2"));
    assertThat(possible.get("REPEAT_STRIKE.certainty")).isEqualTo(Certainty.POSSIBLE);
    assertThat(possible.get("severity")).isEqualTo(Severity.MODERATE);
    var far =
        new Telling()
            .say(at("a:1", ONE).point(0, 300))
            .say(at("a:2", "2016-09-01T10:30").point(1_200, 300));
    assertThat(Objects.requireNonNull(far.alert("ACTUAL STRIKE a:2")).get("findings"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .doesNotContain(Rule.REPEAT_STRIKE);
  }

  @Test
  void shouldFearARepeatUntilTheLastMinuteOfTheWindow() {
    told.say(at("a:1", ONE)).say(at("a:2", "2016-09-01T11:00"));
    assertThat(of("ACTUAL STRIKE a:1").get("dangerUntil")).isEqualTo(time("2016-09-01T11:00"));
    assertThat(of("ACTUAL STRIKE a:2").get("REPEAT_STRIKE.certainty")).isEqualTo(Certainty.LIKELY);
    var later = new Telling().say(at("a:1", ONE)).say(at("a:2", "2016-09-01T11:01"));
    assertThat(
            Objects.requireNonNull(later.alert("ACTUAL STRIKE a:2")).get("REPEAT_STRIKE.certainty"))
        .isNull();
  }

  @Test
  void shouldFearARepeatAfterTheLatestEndThatAnyReportStates() {
    told.say(at("a:1", ONE)).say(at("b:1", ONE).until("2016-09-01T10:04"));
    assertThat(of("ACTUAL STRIKE a:1+b:1").get("dangerUntil")).isEqualTo(time("2016-09-01T11:04"));
  }

  @Test
  void shouldSayThatOneStrikeMayBeTwoWhereItsReportsAreFiveMinutesApart() {
    told.say(at("a:1", ONE)).say(at("b:1", "2016-09-01T10:05"));
    var strike = of("ACTUAL STRIKE a:1+b:1");
    assertThat(strike.get("REPEAT_STRIKE.certainty")).isEqualTo(Certainty.POSSIBLE);
    assertThat(strike.get("REPEAT_STRIKE.earlierStrikes")).isEqualTo(0L);
    assertThat(strike.get("REPEAT_STRIKE.secondsAfter")).isEqualTo(300L);
    var nearer = new Telling().say(at("a:1", ONE)).say(at("b:1", "2016-09-01T10:04"));
    assertThat(
            Objects.requireNonNull(nearer.alert("ACTUAL STRIKE a:1+b:1"))
                .get("REPEAT_STRIKE.certainty"))
        .isNull();
  }

  @Test
  void shouldReachASiteFromAFinePointAlone() {
    told.site("school", SiteKind.SCHOOL, 300, false)
        .say(at("a:1", ONE).point(0, 250).killed(1))
        .say(at("a:2", "2016-09-02T10:00").point(0, 199).killed(1))
        .say(at("a:3", "2016-09-03T10:00").point(0, 251).killed(1));
    assertThat(of("ACTUAL STRIKE a:1").get("PROTECTED_SITE_STRIKE.certainty"))
        .isEqualTo(Certainty.POSSIBLE);
    assertThat(of("ACTUAL STRIKE a:2").get("PROTECTED_SITE_STRIKE.certainty")).isNull();
    assertThat(of("ACTUAL STRIKE a:3").get("PROTECTED_SITE_STRIKE.certainty")).isNull();
  }

  @Test
  void shouldTellAConfidentialSiteAlone() {
    told.site("secret", SiteKind.HOSPITAL, 100, true).say(at("a:1", ONE).point(0, 100).killed(0));
    assertThat(of("ACTUAL STRIKE a:1").get("PROTECTED_SITE_STRIKE.certainty")).isNull();
    assertThat(of("ACTUAL SITE secret a:1").get("severity")).isEqualTo(Severity.EXTREME);
    assertThat(of("ACTUAL SITE secret a:1").get("addressee")).isEqualTo("secret");
    var rehearsal =
        new Telling()
            .site("secret", SiteKind.HOSPITAL, 100, true)
            .say(at("a:1", ONE).point(0, 100).killed(0).exercise());
    assertThat(rehearsal.alerts()).containsOnlyKeys("EXERCISE STRIKE a:1");
  }

  @Test
  void shouldBeExtremeWhereAReportNamesASchoolAndSevereWhereItNamesABakery() {
    told.say(at("a:1", ONE).target(Target.SCHOOL).killed(0))
        .say(at("a:2", "2016-09-02T10:00").target(Target.BAKERY).killed(0));
    assertThat(of("ACTUAL STRIKE a:1").get("severity")).isEqualTo(Severity.EXTREME);
    assertThat(of("ACTUAL STRIKE a:2").get("severity")).isEqualTo(Severity.SEVERE);
  }

  @Test
  void shouldExpireADayAfterTheEndOrAfterItWasTold() {
    told.say(at("a:1", ONE).until("2016-09-01T10:30"))
        .say(
            at("a:2", "2016-09-02T10:00").until("2016-09-02T10:30").receivedAt("2016-09-02T10:10"));
    assertThat(of("ACTUAL STRIKE a:1").get(Facts.EVIDENCE + "expiresAt"))
        .isEqualTo(time("2016-09-02T10:30"));
    assertThat(of("ACTUAL STRIKE a:2").get(Facts.EVIDENCE + "expiresAt"))
        .isEqualTo(time("2016-09-03T10:10"));
  }

  @Test
  void shouldMergeWhatDifferentSourcesSayOfOneStrikeAndAddUpNothing() {
    told.say(at("a:1", ONE).killed(5, 7)).say(at("b:1", "2016-09-01T10:15").killed(3, 4));
    var strike = of("ACTUAL STRIKE a:1+b:1");
    assertThat(strike.get("killed")).isEqualTo(new Range(3, 3, 7L));
    assertThat(strike.get("certainty")).isEqualTo(Certainty.OBSERVED);
    assertThat(strike.get("sources")).isEqualTo(2L);
  }

  @Test
  void shouldKeepTwoStrikesOfOneSourceApartAndCountALineageOnce() {
    told.say(at("a:1", ONE)).say(at("a:2", ONE));
    assertThat(told.alerts()).containsKeys("ACTUAL STRIKE a:1", "ACTUAL STRIKE a:2");
    var repeated =
        new Telling()
            .say(at("a:1", ONE).from(SourceKind.MEDIA))
            .say(at("b:1", ONE).from(SourceKind.MEDIA));
    assertThat(Objects.requireNonNull(repeated.alert("ACTUAL STRIKE a:1+b:1")).get("certainty"))
        .isEqualTo(Certainty.POSSIBLE);
  }

  @Test
  void shouldTellThreeStrikesWithGapsOfHalfAnHourAsAWave() {
    told.say(at("a:1", ONE)).say(at("a:2", "2016-09-01T10:30")).say(at("a:3", "2016-09-01T11:00"));
    var wave = of("ACTUAL WAVE " + time(ONE));
    assertThat(wave.get("WAVE.strikes")).isEqualTo(new Range(3, 3, 3L));
    assertThat(wave.get("severity")).isEqualTo(Severity.SEVERE); // three in a residential area
    var longer =
        new Telling()
            .say(at("a:1", ONE))
            .say(at("a:2", "2016-09-01T10:30"))
            .say(at("a:3", "2016-09-01T11:01"));
    assertThat(longer.alerts().keySet()).noneMatch(subject -> subject.contains("WAVE"));
  }
}
