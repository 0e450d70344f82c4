package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.cancel;
import static org.marsad.consumer.fixtures.Alerts.channelTest;
import static org.marsad.consumer.fixtures.Alerts.day;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.strike;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeOfADay;
import static org.marsad.consumer.fixtures.Alerts.unplaced;
import static org.marsad.consumer.fixtures.Facts.byReport;
import static org.marsad.consumer.fixtures.Facts.casualties;
import static org.marsad.consumer.fixtures.Facts.record;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.fixtures.Variety;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.SiteKind;
import org.marsad.message.TimePrecision;
import org.marsad.schemas.Findings;

class ShortFormTest {
  private static final Locale ARABIC = Locale.forLanguageTag("ar");
  private static final String CODE = "K7Q2CD";
  private static final Map<String, String> NAMES =
      Map.of("aleppo", "حلب", "aleppo/al-fardous", "الفردوس", "hospital-a", "مشفى أ");

  private final AlertText english =
      AlertText.in(
          (code, language) -> code.equals("aleppo") ? "Aleppo" : "Al-Fardous", Locale.ENGLISH);
  private final AlertText arabic =
      AlertText.in((code, language) -> NAMES.getOrDefault(code, code), ARABIC);

  @Test
  void shouldSayAllThatThereIsRoomFor() {
    var alert = residential().setInjured(new CountRange(9, 9, null)).build();
    assertThat(english.shortForm(alert, null, CODE))
        .isEqualTo(
            "Al-Fardous, Aleppo, 14:21, 45 killed (40-50), at least 9 injured, 6 impacts,"
                + " residential, danger until 15:21, likely, 1 source, reply K7Q2CD");
  }

  @Test
  void shouldNotClaimTheMinuteOfAStrikeThatIsKnownToTheHour() {
    var alert = residential().setOnsetPrecision(TimePrecision.HOUR).build();
    assertThat(english.shortForm(alert, null, CODE)).startsWith("Al-Fardous, Aleppo, ~14:21, 45");
    assertThat(arabic.shortForm(alert, null, CODE)).contains("~14:21");
  }

  @Test
  void shouldLeaveOutTheLeastImportantFirst() {
    var alert = residential().setReality(Reality.EXERCISE).build();
    assertThat(arabic.shortForm(alert, null, CODE))
        .isEqualTo(
            "تمرين: الفردوس، 14:21، 45 قتيلاً، سكنية، خطر حتى 15:21، للرد \u2066K7Q2CD\u2069");
    var brief = residential().setImpacts(null).setDangerUntil(null).build();
    assertThat(arabic.shortForm(brief, null, CODE))
        .isEqualTo(
            "الفردوس، حلب، 14:21، 45 قتيلاً (\u206640-50\u2069)، سكنية، مرجّح، للرد"
                + " \u2066K7Q2CD\u2069");
  }

  @Test
  void shouldNeverLoseTheGravestFinding() {
    var hospital = protectedSite(byReport(SiteKind.HOSPITAL)).build();
    AreaNames longNames = (code, language) -> "حي طويل الاسم جداً ".repeat(4);
    assertThat(AlertText.in(longNames, ARABIC).shortForm(hospital, null, CODE))
        .contains("أصيب مشفى");
    assertThat(AlertText.in(longNames, ARABIC).shortForm(repeat().build(), null, CODE))
        .contains("ضربة ثانية");
  }

  @Test
  void shouldSayThatNobodyHasCounted() {
    assertThat(english.shortForm(repeat().build(), null, CODE))
        .isEqualTo(
            "Al-Fardous, Aleppo, 14:21, SECOND STRIKE, 340 m from 14:05, nobody has counted yet,"
                + " danger until 15:21, observed, 2 sources, reply K7Q2CD");
  }

  @Test
  void shouldLeadWithTheFallOfTheCountsWhenAStrikeParts() {
    // Given a second strike of which a part turned out to be a strike of its own
    var before = Alert.newBuilder(repeat().build()).setKilled(new CountRange(60, 60, 60)).build();
    var parted = residential().setChanges(List.of(Change.PARTED, Change.KILLED_FELL));
    // When
    var sms = english.shortForm(revision(parted, 2, MessageType.UPDATE), before, null);
    // Then
    assertThat(sms).startsWith("UPDATE, killed 45, was 60; no longer: second strike: Al-Fardous");
  }

  @Test
  void shouldSayWhatHasChangedFirst() {
    var before = strike(casualties()).setKilled(new CountRange(5, 6, 8)).build();
    var update = revision(residential(), 2, MessageType.UPDATE);
    assertThat(english.shortForm(update, before, CODE))
        .startsWith("UPDATE, killed 45, was 6: Al-Fardous, Aleppo, 14:21, 45 killed");
    assertThat(english.shortForm(update, null, CODE))
        .startsWith("UPDATE: Al-Fardous, Aleppo, 14:21, 45 killed");
  }

  @Test
  void shouldTellADayWithoutItsBarsAndItsSilence() {
    var quiet = day(record().setLongestSilenceDays(20).build()).build();
    assertThat(english.shortForm(quiet, null, CODE))
        .isEqualTo(
            "Aleppo, 11 Oct, HEAVIEST DAY IN 26 DAYS, 59 killed (59-74), likely, 1 source, reply"
                + " K7Q2CD");
    assertThat(arabic.shortForm(quiet, null, CODE))
        .isEqualTo("حلب، اليوم الأشد منذ 26 يوماً، 59 قتيلاً، مرجّح، للرد \u2066K7Q2CD\u2069");
  }

  @Test
  void shouldNotSayThatNobodyComesWhereTheHourIsNotKnown() {
    var alert = surgeOfADay().build();
    assertThat(english.shortForm(alert, null, CODE))
        .isEqualTo(
            "Al-Fardous, Aleppo, 11 Oct, EXPECT 31 (15-90) in 24 h, hour unknown, 10 (5-30)"
                + " critical, observed, 2 sources, reply K7Q2CD");
    assertThat(arabic.shortForm(alert, null, CODE))
        .isEqualTo(
            "مشفى أ، حلب، 11 تشرين الأول، يُتوقع 31 خلال 24س، مؤكد، للرد" + " \u2066K7Q2CD\u2069");
  }

  @Test
  void shouldKeepARangeInOrderWithinArabic() {
    var alert =
        residential()
            .setImpacts(null)
            .setDangerUntil(null)
            .setSources(0)
            .setNeighbourhoods(List.of())
            .setNeighbourhoodsInAll(0)
            .build();
    assertThat(arabic.shortForm(alert, null, null))
        .startsWith("حلب، 14:21، 45 قتيلاً (\u206640-50\u2069)، ");
  }

  @Test
  void shouldShowTheShortNameOfTheAlertWhereThereIsNoCode() {
    var first = english.shortForm(heaviest().build(), null, null);
    assertThat(first).matches(".*, #[2-9A-Z]{5}");
    assertThat(english.shortForm(revision(heaviest(), 2, MessageType.UPDATE), null, null))
        .endsWith(first.substring(first.length() - 6));
  }

  @Test
  void shouldCountASurgeFromTheEndOfTheLastStrike() {
    assertThat(english.shortForm(surge().build(), null, CODE))
        .startsWith("Al-Fardous, Aleppo, 15:09, EXPECT 12 (5-23) in 90 min, 31 (15-90) in 24 h, ");
  }

  @Test
  void shouldSayWhoseTestItIsAndThatNothingHasHappened() {
    assertThat(english.shortForm(channelTest("night-crew").build(), null, CODE))
        .isEqualTo("TEST: test of Marsad for night-crew. Nothing has happened, reply K7Q2CD");
    assertThat(arabic.shortForm(channelTest("night-crew").build(), null, CODE))
        .isEqualTo(
            "اختبار: اختبار من مرصد إلى \u2066night-crew\u2069. لم يحدث شيء، للرد"
                + " \u2066K7Q2CD\u2069");
  }

  @Test
  void shouldSayWhyAnAlertIsTakenBackAndKeepThatTheStrikesStand() {
    var corrected = cancel(heaviest(), CancelReason.CORRECTED).build();
    assertThat(english.shortForm(corrected, null, CODE))
        .isEqualTo(
            "CORRECTED: Aleppo, 11 Oct, it said: HEAVIEST DAY IN 26 DAYS, the strikes stand;"
                + " Tuesday 11 Oct was not the heaviest day, reply K7Q2CD");
    assertThat(arabic.shortForm(corrected, null, CODE))
        .isEqualTo("تصحيح: حلب، 11 تشرين الأول، الضربات ثابتة، للرد \u2066K7Q2CD\u2069");
  }

  @Test
  void shouldFitIntoOnePartAndNeverLoseWhatMatters() {
    for (var place :
        List.of("x", "الفردوس", "ḥayy al-ʿĀmiriyya", "حي طويل الاسم جداً ".repeat(4))) {
      AreaNames names = (code, language) -> place;
      for (var language : List.of(Locale.ENGLISH, ARABIC)) {
        var text = AlertText.in(names, language);
        for (var alert : Variety.alerts()) {
          assertFits(text.shortForm(alert, null, CODE), alert, language);
        }
      }
    }
  }

  private static void assertFits(String sms, Alert alert, Locale language) {
    var texts = Texts.in(language);
    assertThat(Gsm7.isEncodable(sms) ? Gsm7.septets(sms) <= 160 : sms.length() <= 70)
        .as(sms)
        .isTrue();
    assertThat(sms).contains(CODE).doesNotContainPattern("[▁▂▃▄▅▆▇█]");
    if (alert.getReality() != Reality.ACTUAL && !Findings.has(alert, Rule.CHANNEL_TEST)) {
      assertThat(sms).startsWith(texts.of("reality." + alert.getReality()) + ": ");
    }
    if (alert.getMessageType() == MessageType.CANCEL) {
      assertThat(sms).contains(texts.of("cancel." + alert.getReason()) + ": ");
    }
    assertThat(sms.chars().filter(c -> c == '\u2066' || c == '\u2068').count())
        .isEqualTo(sms.chars().filter(c -> c == '\u2069').count());
  }

  @Test
  void shouldCutTheNameOfThePlaceWhereNothingElseIsLeft() {
    AreaNames names = (code, language) -> "حي الشهيد فلان بن فلان الفلاني قرب الدوار الكبير";
    var alert = cancel(repeat().setReality(Reality.EXERCISE), CancelReason.REPLACED).build();
    assertThat(AlertText.in(names, ARABIC).shortForm(alert, null, CODE))
        .isEqualTo("تمرين: دُمج: حي الشهيد فلان بن فلان…، الضربة ثابتة، للرد \u2066K7Q2CD\u2069");
  }

  @Test
  void shouldCutAPlaceAsItWasSaidRatherThanLoseTheDead() {
    var alert =
        unplaced("مدرسة الشهيد أحمد فلان الفلاني قرب الجامع الكبير في الحارة القديمة")
            .setFindings(List.of(Facts.mass(), Facts.unplaced()))
            .setKilled(new CountRange(45, 45, 45))
            .build();
    assertThat(arabic.shortForm(alert, null, CODE)).contains("45 قتيلاً", "خطر حتى", "…»");
    assertThat(english.shortForm(alert, null, CODE)).contains("45 killed", "danger until");
  }

  @Test
  void shouldSayARecordBeforeZerosThatNobodyIsToldFor() {
    var alert =
        strike(Facts.heaviest(Facts.record().build()))
            .setKilled(new CountRange(0, 0, 0))
            .setInjured(new CountRange(0, 0, 0))
            .build();
    var sms = english.shortForm(alert, null, CODE);
    assertThat(sms.indexOf("HEAVIEST")).isBetween(0, sms.indexOf("killed"));
  }

  @ParameterizedTest
  @CsvSource({"abc, 3", "a€, 3", "[x], 5", "é, 1", "{~}^\\|, 12"})
  void shouldCountEscapesTwice(String text, int septets) {
    assertThat(Gsm7.isEncodable(text)).isTrue();
    assertThat(Gsm7.septets(text)).isEqualTo(septets);
  }

  @Test
  void shouldKnowTheEdgesOfOnePart() {
    assertThat(Gsm7.fits("a".repeat(160))).isTrue();
    assertThat(Gsm7.fits("a".repeat(161))).isFalse();
    assertThat(Gsm7.fits("a".repeat(158) + "€")).isTrue();
    assertThat(Gsm7.fits("a".repeat(159) + "€")).isFalse();
    assertThat(Gsm7.fits("ا".repeat(70))).isTrue();
    assertThat(Gsm7.fits("a".repeat(70) + "ا")).isFalse();
  }

  @Test
  void shouldWriteNamesInTheAlphabetWhereThatIsPossible() {
    assertThat(Gsm7.plain("Ṣalāḥ ad-Dīn – “x” é")).isEqualTo("Salah ad-Din - \"x\" é");
    assertThat(Gsm7.plain("أريحا")).isEqualTo("أريحا");
  }

  @Test
  void shouldCutAtAWordNeverWithinACharacter() {
    assertThat(Cut.at("one two three", 13)).isEqualTo("one two three");
    assertThat(Cut.at("one two three", 12)).isEqualTo("one two…");
    assertThat(Cut.at("one two, three", 11)).isEqualTo("one two…");
    assertThat(Cut.at("😀😀😀😀", 6)).isEqualTo("😀😀…");
    assertThat(Cut.at("\u2068one two three\u2069", 12)).isEqualTo("\u2068one two…\u2069");
  }
}
