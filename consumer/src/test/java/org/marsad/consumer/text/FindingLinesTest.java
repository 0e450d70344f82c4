package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.nowhereToGo;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.silentSource;
import static org.marsad.consumer.fixtures.Alerts.site;
import static org.marsad.consumer.fixtures.Alerts.strike;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeOfADay;
import static org.marsad.consumer.fixtures.Alerts.system;
import static org.marsad.consumer.fixtures.Alerts.wave;
import static org.marsad.consumer.fixtures.Facts.byReport;
import static org.marsad.consumer.fixtures.Facts.mayBeTwo;
import static org.marsad.consumer.fixtures.Facts.repeatFacts;
import static org.marsad.consumer.fixtures.Facts.surgeFacts;
import static org.marsad.consumer.fixtures.Facts.waveFacts;
import static org.marsad.consumer.fixtures.Facts.withinReach;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.RepeatFacts;
import org.marsad.message.Rule;
import org.marsad.message.SilentSource;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.SourceKind;
import org.marsad.message.Standing;

/** What each finding says on a terminal. */
class FindingLinesTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "aleppo", "Aleppo",
          "aleppo/al-fardous", "al-Fardous",
          "hospital-a", "Hospital A");
  private static final AreaNames AREAS = (code, language) -> NAMES.getOrDefault(code, code);

  private final AlertLine line = new AlertLine(AREAS, false);

  @Test
  void shouldCountTheStrikesBeforeTheLatest() {
    assertThat(repeated(repeatFacts()).get(1)).isEqualTo("SECOND STRIKE, 340 m from 14:05");
    assertThat(repeated(repeatFacts().setEarlierStrikes(3)).get(1))
        .isEqualTo("REPEATED STRIKE, 340 m from 14:05 and 2 earlier");
  }

  @Test
  void shouldSayWhatIsKnownOfTheSpot() {
    assertThat(repeated(repeatFacts().setDistanceMetres(null).setSameNeighbourhood(true)).get(1))
        .isEqualTo("SECOND STRIKE, same neighbourhood as 14:05");
    assertThat(repeated(repeatFacts().setDistanceMetres(null)).get(1))
        .isEqualTo("SECOND STRIKE on the spot of 14:05");
  }

  @Test
  void shouldNotCallItASecondStrikeWhereThatIsOnlyPossible() {
    var maybe = Facts.finding(Rule.REPEAT_STRIKE).setRepeat(repeatFacts().build());
    assertThat(claim(strike(maybe.setCertainty(Certainty.POSSIBLE).build())).get(2))
        .isEqualTo("may be near the strike of 14:05");
    assertThat(claim(strike(mayBeTwo())).get(2)).isEqualTo("may be two strikes, 14:05 and 14:21");
  }

  @ParameterizedTest
  @CsvSource({"4.4,4 m", "99,99 m", "104,100 m", "337.2,340 m", "995,1.0 km", "1240,1.2 km"})
  void shouldRoundDistancesToWhatIsKnown(double metres, String shown) {
    assertThat(repeated(repeatFacts().setDistanceMetres(metres)).get(1))
        .isEqualTo("SECOND STRIKE, " + shown + " from 14:05");
  }

  /** Where the circles of both meet, the two may have fallen on one spot. */
  @ParameterizedTest
  @CsvSource({
    "0,0,' on the spot of 14:05'",
    "0,900,' within 900 m of 14:05'",
    "140,140,' within 280 m of 14:05'",
    "140.1,140,', 140 m from 14:05'"
  })
  void shouldSayHowFarAtMostWhereBothMayHaveHitOneSpot(double metres, double radii, String said) {
    var facts = repeatFacts().setDistanceMetres(metres).setRadiiMetres(radii);
    assertThat(repeated(facts).get(1)).isEqualTo("SECOND STRIKE" + said);
  }

  @Test
  void shouldSayHowFarAtMostInASentenceAndInArabic() {
    var facts = repeatFacts().setDistanceMetres(0.0).setRadiiMetres(900.0).build();
    var alert =
        strike(
                Facts.finding(Rule.REPEAT_STRIKE)
                    .setCertainty(Certainty.LIKELY)
                    .setRepeat(facts)
                    .build())
            .build();
    assertThat(AlertText.in(AREAS, Locale.ENGLISH).description(alert))
        .contains(
            "A second strike: it fell within 900 m of an earlier strike (14:05), 16 min after it.");
    assertThat(AlertText.in(AREAS, Locale.forLanguageTag("ar")).description(alert))
        .anyMatch(sentence -> sentence.contains("على بعد لا يتجاوز 900 متر من ضربة سابقة"));
  }

  @Test
  void shouldSayThatASiteWasHitOnlyWhereAReportSaysSo() {
    var alert =
        protectedSite(byReport(SiteKind.HOSPITAL), withinReach("school-7", SiteKind.SCHOOL, 83.0));
    assertThat(claim(alert))
        .contains("HOSPITAL HIT", "a school 83 m away", "nobody has counted yet");
    assertThat(claim(protectedSite(byReport(SiteKind.SCHOOL), byReport(SiteKind.SCHOOL))))
        .contains("HIT: 2 schools");
  }

  @Test
  void shouldCallAHitDoubtfulWhereTheReportIs() {
    var finding =
        Facts.finding(Rule.PROTECTED_SITE_STRIKE)
            .setCertainty(Certainty.POSSIBLE)
            .setSites(List.of(byReport(SiteKind.HOSPITAL)))
            .build();
    assertThat(claim(strike(finding).setCertainty(Certainty.LIKELY)).get(1))
        .isEqualTo("perhaps HOSPITAL HIT");
    assertThat(claim(strike(finding).setCertainty(Certainty.POSSIBLE)).get(1))
        .isEqualTo("HOSPITAL HIT");
  }

  @Test
  void shouldSayTheFarthestDistanceOfSeveralAndNoneWhereItIsHidden() {
    var near = withinReach("a", SiteKind.SCHOOL, 41.0);
    assertThat(claim(protectedSite(near, withinReach("b", SiteKind.BAKERY, 83.0))).get(2))
        .isEqualTo("a school and a bakery within 90 m");
    var hidden = new SiteHit(null, SiteKind.BAKERY, SiteBasis.REACH, null);
    assertThat(claim(protectedSite(near, hidden)).get(2))
        .isEqualTo("a school and a bakery within reach");
    assertThat(claim(protectedSite(near, hidden, withinReach("c", SiteKind.WATER, 9.0))).get(2))
        .isEqualTo("3 protected sites within reach");
  }

  @Test
  void shouldTellASiteThatItIsMeant() {
    assertThat(line.of(site("hospital-a").build()))
        .startsWith(" 14:21  Hospital A, Aleppo · STRIKE NEAR THIS SITE, 80 m away · danger until");
  }

  @Test
  void shouldSayWhatAWaveComesTo() {
    assertThat(line.of(wave().build()))
        .isEqualTo(
            " 14:21  al-Fardous, Aleppo · WAVE: 6 strikes in 48 min · 12 killed (10–15)"
                + " · 4 residential  [observed; 2 sources]");
  }

  @Test
  void shouldCallASumAFloorWhereSomeStrikesLackTheValue() {
    var facts = waveFacts().setUnreportedKilled(2).build();
    assertThat(claim(wave().setFindings(List.of(Facts.wave(facts)))))
        .contains("at least 12 killed (10–15)");
    assertThat(claim(wave().setKilled(null))).contains("nobody has counted yet");
  }

  @ParameterizedTest
  @CsvSource({"0,0 min", "59,59 min", "119,119 min", "120,2 h", "130,2 h 10 min"})
  void shouldTellALongWaveInHours(int minutes, String shown) {
    var facts = waveFacts().setUntil(at("14:21").plus(Duration.ofMinutes(minutes))).build();
    assertThat(claim(wave().setFindings(List.of(Facts.wave(facts)))).get(1))
        .isEqualTo("WAVE: 6 strikes in " + shown);
  }

  @Test
  void shouldTellAHospitalWhomToExpect() {
    assertThat(line.of(surge().build()))
        .isEqualTo(
            " 15:09  Hospital A, Aleppo · EXPECT 12 (5–23) wounded within 90 min, 31 (15–90) within"
                + " 24 h  [observed; 2 sources]");
    assertThat(line.of(surgeOfADay().build()))
        .contains(
            " 11 Oct 2016  Hospital A, Aleppo · EXPECT 31 (15–90) wounded within 24 h, hour"
                + " unknown, up to 72 within 90 min  ");
  }

  @Test
  void shouldSayHowAHospitalStandsBeforeTheNumbers() {
    assertThat(standing(Standing.HIT)).contains("REPORTED HIT").hasSize(3);
    assertThat(standing(Standing.CLOSED))
        .containsExactly("Hospital A, Aleppo", "CLOSED, its wounded go elsewhere");
    assertThat(claim(nowhereToGo()))
        .startsWith("Aleppo", "NO HOSPITAL WITHIN 50 KM OPEN")
        .hasSize(3);
  }

  @Test
  void shouldNotNameASourceThatIsSilent() {
    assertThat(line.of(silentSource().build()))
        .isEqualTo(
            " 14:05  Aleppo · SOURCE SILENT · an observer of Aleppo not heard since 14:05, expected"
                + " every 5 min; 2 of 3 sources heard");
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void shouldKnowEveryKindOfSource(SourceKind kind) {
    var facts = new SilentSource(kind, at("14:05"), 30, 900, 0, 1);
    assertThat(line.of(silentSource().setFindings(List.of(Facts.silent(facts))).build()))
        .contains(", expected every 30 s; 0 of 1 source heard")
        .doesNotContain("null", kind.name());
  }

  @Test
  void shouldSayWhatOneOfOurPartsNoticed() {
    assertThat(line.of(system(Rule.UNREACHED, "night-crew").build()))
        .isEqualTo(" 15:12  Aleppo · NOBODY REACHED: night-crew");
  }

  @Test
  void shouldSayThatARecordIsDoubtfulWhereItIs() {
    var finding =
        Facts.finding(Rule.HEAVIEST_IN_DAYS)
            .setCertainty(Certainty.POSSIBLE)
            .setRecords(List.of(Facts.strikeRecord().build()))
            .build();
    assertThat(claim(strike(finding)).get(2)).isEqualTo("PERHAPS HEAVIEST IN 9 DAYS");
  }

  @Test
  void shouldTellInArabicToo() {
    var arabic = new AlertLine(AREAS, Locale.forLanguageTag("ar"), false);
    assertThat(arabic.claim(strike(Facts.repeat(Certainty.LIKELY)).build()))
        .contains("ضربة ثانية على بعد 340 متراً من ضربة 14:05", "خطر حتى 15:21");
    assertThat(arabic.claim(strike(mayBeTwo()).build())).contains("قد تكون ضربتين، 14:05 و14:21");
    assertThat(arabic.claim(wave().build())).contains("موجة: 6 ضربات خلال 48 دقيقة");
  }

  private List<String> standing(Standing standing) {
    var facts = surgeFacts().setStanding(standing).setWithin90Minutes(new CountRange(0, 0, 9));
    return claim(surge().setFindings(List.of(Facts.surge(facts.build()))));
  }

  private List<String> repeated(RepeatFacts.Builder facts) {
    return claim(
        strike(
            Facts.finding(Rule.REPEAT_STRIKE)
                .setCertainty(Certainty.LIKELY)
                .setRepeat(facts.build())
                .build()));
  }

  private List<String> claim(Alert.Builder alert) {
    return line.claim(alert.build());
  }
}
