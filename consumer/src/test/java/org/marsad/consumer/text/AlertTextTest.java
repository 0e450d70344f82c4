package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.channelTest;
import static org.marsad.consumer.fixtures.Alerts.day;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.nowhereToGo;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.silentSource;
import static org.marsad.consumer.fixtures.Alerts.site;
import static org.marsad.consumer.fixtures.Alerts.strike;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeOfADay;
import static org.marsad.consumer.fixtures.Alerts.unplaced;
import static org.marsad.consumer.fixtures.Facts.byReport;
import static org.marsad.consumer.fixtures.Facts.casualties;
import static org.marsad.consumer.fixtures.Facts.mass;
import static org.marsad.consumer.fixtures.Facts.mayBeTwo;
import static org.marsad.consumer.fixtures.Facts.recent;
import static org.marsad.consumer.fixtures.Facts.record;
import static org.marsad.consumer.fixtures.Facts.strikeRecord;
import static org.marsad.consumer.fixtures.Facts.surgeFacts;
import static org.marsad.consumer.fixtures.Facts.uncounted;
import static org.marsad.consumer.fixtures.Facts.withinReach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.fixtures.Variety;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.SiteKind;
import org.marsad.message.Standing;
import org.marsad.message.Target;

class AlertTextTest {
  private static final Map<String, String> ENGLISH =
      Map.of(
          "aleppo", "Aleppo",
          "aleppo/al-fardous", "al-Fardous",
          "hospital-a", "Hospital A",
          "school-7", "School 7");
  private static final Map<String, String> ARABIC =
      Map.of(
          "aleppo", "حلب",
          "aleppo/al-fardous", "الفردوس",
          "hospital-a", "مشفى أ",
          "school-7", "مدرسة 7");
  private static final AreaNames AREAS =
      (code, language) -> (language.equals("ar") ? ARABIC : ENGLISH).getOrDefault(code, code);

  private final AlertText english = AlertText.in(AREAS, Locale.ENGLISH);
  private final AlertText arabic = AlertText.in(AREAS, Locale.forLanguageTag("ar"));

  @Test
  void shouldPutPlaceAndTimeFirstThenTheGravestThenTheOthers() {
    var alert =
        strike(
                mass(),
                Facts.heaviest(strikeRecord().build()),
                Facts.residential(ResidentialBasis.MAP))
            .setInjured(new CountRange(30, 30, 30))
            .setCertainty(Certainty.OBSERVED)
            .setSources(2)
            .build();
    assertThat(english.headline(alert))
        .isEqualTo(
            "al-Fardous, Aleppo, 14:21 · 45 killed (40–50), 30 injured · HEAVIEST IN 9 DAYS"
                + " · residential · danger until 15:21 [observed; 2 sources]");
    assertThat(arabic.headline(alert))
        .isEqualTo(
            "الفردوس، حلب، 14:21 · 45 قتيلاً (من 40 إلى 50)، 30 جريحاً · الضربة الأشد منذ 9 أيام ·"
                + " سكنية · 6 قذائف · خطر حتى 15:21 [مؤكد؛ مصدران]");
  }

  @Test
  void shouldNameTheEventByItsGravestFinding() {
    assertThat(english.event(residential().build())).isEqualTo("MASS CASUALTIES");
    assertThat(english.event(repeat().build())).isEqualTo("SECOND STRIKE");
    assertThat(english.event(strike(mayBeTwo()).build())).isEqualTo("POSSIBLE SECOND STRIKE");
    assertThat(english.event(heaviest().build())).isEqualTo("HEAVIEST DAY IN 26 DAYS");
    assertThat(english.event(strike().build())).isEqualTo("STRIKE");
    assertThat(english.event(site("hospital-a").build())).isEqualTo("STRIKE NEAR THIS SITE");
  }

  @Test
  void shouldDescribeAStrikeInSentences() {
    // Given
    var alert =
        residential()
            .setDelivery(DeliveryMeans.AIRCRAFT)
            .setTargets(List.of(Target.RESIDENTIAL))
            .build();
    // Then
    assertThat(english.description(alert))
        .containsExactly(
            "Airstrike on al-Fardous, Aleppo, on 11 Oct 2016 at 14:21.",
            "Reported: 45 killed (40–50), 6 impacts. Not reported: injured.",
            "People live there, by the map.",
            "Said to be hit: homes.",
            "A second strike on the same spot is to be feared until 15:21.",
            "Position: 36.18700, 37.15080, to within 150 m.",
            "The place as it was said: “the bakery street”.",
            "How sure: likely, from 1 independent source.");
    assertThat(english.instruction(alert))
        .isEqualTo("Do not gather there until 15:21. Find out what help is needed there.");
    assertThat(arabic.description(alert))
        .containsExactly(
            "غارة جوية على الفردوس، حلب، في 11 تشرين الأول 2016 الساعة 14:21.",
            "البلاغات: 45 قتيلاً (من 40 إلى 50)، 6 قذائف. لم يُذكر: عدد الجرحى.",
            "المكان مأهول بالسكان بحسب الخريطة.",
            "أصيب بحسب البلاغات: مساكن.",
            "يُخشى من ضربة ثانية على الموقع نفسه حتى 15:21.",
            "الإحداثيات: \u206636.18700, 37.15080\u2069 (ضمن 150 متراً).",
            "المكان كما ورد في البلاغ: «\u2068the bakery street\u2069».",
            "درجة التأكيد: مرجّح، مصدر مستقل واحد.");
    assertThat(arabic.instruction(alert))
        .isEqualTo("لا تتجمعوا هناك حتى 15:21. تحققوا من حاجة المكان إلى المساعدة.");
  }

  @Test
  void shouldSayThatNobodyHasCountedAndNeverZero() {
    var nothing = strike(uncounted()).setKilled(null).setImpacts(null).build();
    assertThat(english.description(nothing))
        .contains("Nobody has counted the killed and injured yet.")
        .noneMatch(sentence -> sentence.contains(" 0 "));
    assertThat(arabic.description(nothing)).contains("لم يُحصَ القتلى والجرحى بعد.");
    var impacts = strike(uncounted()).setKilled(null).build();
    assertThat(english.description(impacts))
        .contains("Reported: 6 impacts. Nobody has counted the killed and injured yet.");
    var zero = strike().setKilled(new CountRange(0, 0, 0)).setImpacts(null).build();
    assertThat(english.description(zero)).contains("Reported: 0 killed. Not reported: injured.");
  }

  @Test
  void shouldDescribeARepeatAsSurelyAsItIsKnown() {
    assertThat(english.description(repeat().build()))
        .contains(
            "A second strike: it fell 340 m from an earlier strike (14:05), 16 min after it.");
    assertThat(english.description(strike(Facts.repeat(Certainty.POSSIBLE)).build()))
        .contains("It may have fallen 340 m from an earlier strike (14:05), 16 min after it.");
    assertThat(english.description(strike(mayBeTwo()).build()))
        .contains("The reports name two times, 14:05 and 14:21: it may be two strikes.");
    assertThat(english.instruction(repeat().build()))
        .endsWith("Find out whether rescuers were hit.");
    assertThat(english.instruction(strike(mayBeTwo()).build()))
        .endsWith("Find out whether it was a second strike.");
  }

  @Test
  void shouldSayWhichFindingsAreLessSure() {
    var alert =
        strike(Facts.repeat(Certainty.POSSIBLE), casualties())
            .setCertainty(Certainty.OBSERVED)
            .setSources(3)
            .build();
    assertThat(english.description(alert))
        .contains(
            "How sure: observed, from 3 independent sources. Less sure: second strike (possible).");
  }

  @Test
  void shouldDescribeARecord() {
    var alert =
        day(record()
                .setSinceWatchingBegan(false)
                .setLikelyDays(11)
                .setCertainDays(8)
                .setUnreported(2)
                .setLongestSilenceDays(7)
                .build())
            .setInjured(new CountRange(31, 40, null))
            .build();
    assertThat(english.description(alert))
        .containsExactly(
            "At least 59 killed (59–74) in Aleppo on 11 Oct 2016: the highest count of a day in 11"
                + " days. It was last reached on 30 Sep 2016. By the bounds of the counts it is 8"
                + " days for certain, and 26 days at most. 2 strikes have no such count, so the"
                + " true value may be higher. Within them, nobody was heard for 7 days in a row:"
                + " silence is not calm.",
            "Reported: 40 injured (at least 31).",
            "How sure: likely, from 1 independent source.");
    assertThat(arabic.description(alert))
        .first()
        .asString()
        .startsWith(
            "59 قتيلاً على الأقل (من 59 إلى 74) في حلب يوم 11 تشرين الأول 2016: أعلى حصيلة يومية"
                + " منذ 11 يوماً. آخر مرة بلغت هذا الحد: 30 أيلول 2016. ")
        .endsWith("منها 7 أيام متتالية لم يُسمع فيها أحد، والصمت ليس هدوءاً.");
  }

  @Test
  void shouldSayAtLeastAndSinceWatchingBegan() {
    assertThat(
            english.description(day(record().setLikelyDays(365).setAtLeast(true).build()).build()))
        .first()
        .asString()
        .contains(": the highest count of a day in at least 365 days.")
        .doesNotContain("last reached");
    assertThat(english.description(heaviest().build()))
        .first()
        .asString()
        .endsWith(": the highest count of a day since watching began on 15 Sep 2016 (26 days).");
  }

  @Test
  void shouldShowTheDaysBeforeARecordInAMessageButNotInADescription() {
    var alert = day(record().setRecent(recent(3, null, 0, 59)).build()).build();
    assertThat(english.body(alert, null))
        .contains(
            "Killed in Aleppo, the last days, the latest on the right: ▂.▁█ (a dot is a day that"
                + " nobody was heard of)");
    assertThat(english.description(alert)).noneMatch(sentence -> sentence.contains("█"));
    assertThat(arabic.body(alert, null).toString()).contains("\u2066▂.▁█\u2069");
  }

  @Test
  void shouldTellFourRecordsAndCountTheOthers() {
    var finding = Facts.heaviest(record().build(), record().build(), record().build());
    var cut = Alert.newBuilder(heaviest().build()).setFindings(List.of(finding));
    assertThat(english.description(cut.build()).toString()).doesNotContain("not listed");
    finding =
        Facts.heaviest(
            record().build(),
            record().build(),
            record().build(),
            record().build(),
            record().build());
    assertThat(english.description(cut.setFindings(List.of(finding)).build()))
        .contains("1 more record is not listed here.");
  }

  @Test
  void shouldNameSitesThatMayBeNamed() {
    var alert =
        protectedSite(byReport(SiteKind.HOSPITAL), withinReach("school-7", SiteKind.SCHOOL, 83.0))
            .build();
    assertThat(english.description(alert))
        .contains("Hit by report: a hospital.")
        .contains("Within reach of the strike: a school (School 7, 83 m).");
    assertThat(arabic.description(alert)).contains("ضمن مدى الضربة: مدرسة (مدرسة 7، 83 متراً).");
  }

  @Test
  void shouldGiveAHospitalItsLines() {
    // Given
    var fewer = surgeFacts().setWithin90Minutes(new CountRange(3, 8, 12)).build();
    var earlier = surge().setStrikes(2).setFindings(List.of(Facts.surge(fewer))).build();
    var alert = revision(surge(), 2, MessageType.UPDATE);
    // Then
    assertThat(english.body(alert, earlier))
        .containsExactly(
            "Since the message of 15:12: within 90 min 12 (5–23), was 8 (3–12); strikes 3, was 2.",
            "Within 90 min: 12 (5–23) wounded",
            "Within 24 h: 31 (15–90) wounded, of them 10 (5–30) critical",
            "Counted from 15:09, the end of the last of 3 strikes",
            "From: al-Fardous, Aleppo; the nearest 620 m away",
            "How sure: observed, 2 independent sources; injured reported for 2 strikes, estimated"
                + " from the killed for 1 strike",
            "Prepare the emergency department, the operating rooms and blood.");
    assertThat(arabic.body(alert, earlier))
        .containsExactly(
            "منذ رسالة 15:12: خلال 90 دقيقة 12 (من 5 إلى 23) بعد 8 (من 3 إلى 12)؛ الضربات 3 بعد 2.",
            "خلال 90 دقيقة: عدد الجرحى 12 (من 5 إلى 23)",
            "خلال 24 ساعة: عدد الجرحى 31 (من 15 إلى 90)، منهم 10 (من 5 إلى 30) بحالة حرجة",
            "الحساب منذ 15:09، نهاية الأخيرة من 3 ضربات",
            "من: الفردوس، حلب؛ أقربها على بعد 620 متراً",
            "درجة التأكيد: مؤكد، مصدران مستقلان؛ عدد الجرحى مذكور في ضربتين، مقدّر من القتلى في"
                + " ضربة واحدة",
            "جهّزوا قسم الإسعاف وغرف العمليات والدم.");
  }

  @Test
  void shouldLeadWithTheDayWhereTheHourIsNotKnown() {
    var alert = surgeOfADay().build();
    assertThat(english.headline(alert))
        .isEqualTo(
            "Hospital A, Aleppo, 11 Oct 2016 · EXPECT 31 (15–90) wounded within 24 h, hour unknown,"
                + " up to 72 within 90 min [observed; 2 sources]");
    assertThat(english.body(alert, null))
        .startsWith(
            "Within 24 h: 31 (15–90) wounded, of them 10 (5–30) critical",
            "The hour is not known, up to 72 may come within 90 min",
            "Counted: 3 strikes on 11 Oct 2016");
    assertThat(english.description(alert))
        .first()
        .asString()
        .endsWith(
            ": expect 31 (15–90) wounded within 24 h, of them 10 (5–30) critical. The hour is not"
                + " known, up to 72 may come within 90 min.");
    assertThat(arabic.body(alert, null))
        .startsWith(
            "خلال 24 ساعة: عدد الجرحى 31 (من 15 إلى 90)، منهم 10 (من 5 إلى 30) بحالة حرجة",
            "الساعة غير معروفة، وقد يصل عددهم إلى 72 خلال 90 دقيقة",
            "الحساب: 3 ضربات في 11 تشرين الأول 2016");
  }

  @Test
  void shouldSayHowAHospitalStandsAndWhatToDoThen() {
    assertThat(english.body(nowhereToGo().build(), null))
        .startsWith(
            "No hospital within 50 km is open. The numbers are for the whole area.",
            "Within 90 min: 12 (5–23) wounded")
        .endsWith("Open a hospital, or lead the wounded to another area.");
    assertThat(standing(Standing.HIT))
        .startsWith("This hospital is reported hit. Its wounded may have to go elsewhere.")
        .endsWith("Find out what this hospital can still do, and report its status.");
    assertThat(standing(Standing.CLOSED))
        .startsWith("This hospital is closed, as it said. Its wounded go elsewhere.")
        .noneMatch(line -> line.contains("Within 90 min"))
        .endsWith("Tell those who bring wounded where to go.");
  }

  @Test
  void shouldTellASiteThatNobodyElseIsTold() {
    assertThat(english.body(site("hospital-a").build(), null))
        .startsWith(
            "Strike on al-Fardous, Aleppo, on 11 Oct 2016 at 14:21.",
            "This alert is for this site alone. Nobody else is told of it.",
            "Within reach of the strike: a hospital (Hospital A, 80 m).")
        .endsWith("Do not gather there until 15:21. Find out whether anybody here was hit.");
  }

  @Test
  void shouldAskForThePlaceOfAnUnplacedStrikeWhateverElseItIs() {
    var alert = Alerts.with(unplaced("Atlantis"), mass()).build();
    assertThat(english.description(alert))
        .startsWith(
            "Strike at “Atlantis”, on 11 Oct 2016 at 14:21.", "This place is not on the map.");
    assertThat(english.instruction(alert)).endsWith("Find out where it was, and report the place.");
  }

  @Test
  void shouldSayWhatHasChangedBeforeAnythingElse() {
    var before = strike(casualties()).setKilled(new CountRange(5, 6, 8)).build();
    var update = revision(residential(), 2, MessageType.UPDATE);
    assertThat(english.body(update, before))
        .startsWith(
            "Since the message of 14:25: killed 45 (40–50), was 6 (5–8); new: residential.",
            "Strike on al-Fardous, Aleppo, on 11 Oct 2016 at 14:21.");
    assertThat(english.body(update, residential().build()))
        .startsWith("Since the message of 14:25, what you see here has not changed.");
    assertThat(english.body(update, null))
        .startsWith("Strike on al-Fardous, Aleppo, on 11 Oct 2016 at 14:21.");
    assertThat(english.title(update)).isEqualTo("UPDATE · 45 killed (40–50)");
  }

  @Test
  void shouldSayFirstThatItIsAnExercise() {
    for (var alert : List.of(repeat(), surge(), silentSource())) {
      alert.setReality(Reality.EXERCISE);
      assertThat(english.headline(alert.build())).startsWith("EXERCISE · ");
      assertThat(english.body(alert.build(), null))
          .startsWith("This is an exercise. It has not happened.");
      assertThat(arabic.headline(alert.build())).startsWith("تمرين · ");
      assertThat(arabic.body(alert.build(), null)).first().asString().startsWith("هذا تمرين");
    }
  }

  @Test
  void shouldSayWhoseTestItIsAndThatNothingHasHappened() {
    var test = channelTest("night-crew").build();
    assertThat(english.headline(test))
        .isEqualTo("TEST · test of Marsad for night-crew. Nothing has happened");
    assertThat(english.body(test, null))
        .containsExactly("This is a test of Marsad for night-crew. Nothing has happened.");
    assertThat(arabic.body(test, null))
        .containsExactly("هذا اختبار من مرصد إلى \u2066night-crew\u2069. لم يحدث شيء.");
  }

  @Test
  void shouldSayWhatItReplaces() {
    var alert = repeat().setReferences(List.of(new AlertReference(1, Alerts.SENT, true)));
    assertThat(english.description(revision(alert, 2, MessageType.UPDATE)))
        .endsWith("It replaces the message of 14:25.");
  }

  @Test
  void shouldSayNothingOfDangerThatIsOver() {
    var late = residential().setSentAt(at("15:21")).build();
    assertThat(english.description(late)).noneMatch(sentence -> sentence.contains("feared"));
    assertThat(english.instruction(late)).isEqualTo("Find out what help is needed there.");
  }

  /** Each text of each alert: whole sentences, no code, nothing that is left to fill in. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void shouldRenderEveryAlertWithoutBracesOrCodes(String language) {
    var text = AlertText.in(AREAS, Locale.forLanguageTag(language));
    var alerts = Variety.alerts();
    assertThat(alerts).hasSizeGreaterThan(1_000);
    for (var alert : alerts) {
      for (var said : texts(text, alert)) {
        assertThat(said)
            .isNotBlank()
            .doesNotContain("{", "}", "null", "  ", " ,", "()", " · ·")
            .doesNotContainPattern("[A-Z]{2,}_[A-Z]")
            .doesNotContainPattern("[٠-٩]");
        if (language.equals("ar")) {
          assertThat(said.replaceAll("[\u2066\u2068][^\u2069]*\u2069", ""))
              .doesNotContainPattern("[A-Za-z]");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void shouldKeepToItsLengths(String language) {
    var text = AlertText.in(AREAS, Locale.forLanguageTag(language));
    for (var alert : Variety.alerts()) {
      assertThat(text.event(alert)).hasSizeLessThanOrEqualTo(AlertText.LONGEST_EVENT);
      assertThat(text.headline(alert)).hasSizeLessThanOrEqualTo(AlertText.LONGEST_HEADLINE);
    }
  }

  @Test
  void shouldLeaveTheLeastGraveOutOfAHeadlineThatIsTooLong() {
    AreaNames names = (code, language) -> "a long name of twenty";
    var alert =
        Alerts.with(residential(), mayBeTwo()).setInjured(new CountRange(1, 20, 300)).build();
    assertThat(AlertText.in(names, Locale.ENGLISH).headline(alert))
        .isEqualTo(
            "a long name of twenty, a long name of twenty, 14:21 · 45 killed (40–50), 20 injured"
                + " (1–300) · danger until 15:21 [likely; 1 source]");
  }

  @Test
  void shouldCutALongHeadlineAtAWord() {
    // Given
    var words = "شارع 😀😀 " + "طويل ".repeat(30);
    var alert = unplaced(words).setReality(Reality.EXERCISE).build();
    // When
    var headline = english.headline(alert);
    // Then
    assertThat(headline).startsWith("EXERCISE · “\u2068شارع 😀😀 ");
    assertThat(headline.length()).isBetween(110, 140);
    assertThat(headline.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private List<String> standing(Standing standing) {
    var finding = Facts.surge(surgeFacts().setStanding(standing).build());
    return english.body(surge().setFindings(List.of(finding)).build(), null);
  }

  private static List<String> texts(AlertText text, Alert alert) {
    var texts = new ArrayList<String>();
    texts.add(text.event(alert));
    texts.add(text.title(alert));
    texts.add(text.where(alert));
    texts.add(text.headline(alert));
    texts.addAll(text.description(alert));
    texts.addAll(text.body(alert, alert));
    texts.addAll(text.body(alert, null));
    texts.add(text.shortForm(alert, null, "K7Q2CD"));
    return texts;
  }
}
