package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeOfADay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.fixtures.Variety;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Reason;

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
    var alert = residential().setDangerUntil(at("15:21")).setInjured(new CountRange(9, 9, null));
    assertThat(english.shortForm(alert.build(), CODE))
        .isEqualTo(
            "RESIDENTIAL STRIKE, Al-Fardous, Aleppo, 14:21, 45 killed (40-50), at least 9 injured,"
                + " 6 impacts, danger until 15:21, likely, 1 source, reply K7Q2CD");
  }

  @Test
  void shouldLeaveOutTheLeastImportantFirst() {
    var alert = residential().setDangerUntil(at("15:21")).setReality(Reality.EXERCISE).build();
    assertThat(arabic.shortForm(alert, CODE))
        .isEqualTo(
            "تمرين: ضربة على مساكن، الفردوس، حلب، 14:21، 45 قتيلاً، للرد \u2066K7Q2CD\u2069");
    var brief = residential().setImpacts(null).build();
    assertThat(arabic.shortForm(brief, CODE))
        .isEqualTo(
            "ضربة على مساكن، الفردوس، حلب، 14:21، 45 قتيلاً، مرجّح، للرد \u2066K7Q2CD\u2069");
  }

  @Test
  void shouldNotSayThatNobodyComesWhereTheHourIsNotKnown() {
    var alert = surgeOfADay().build();
    assertThat(english.shortForm(alert, CODE))
        .isEqualTo(
            "HOSPITAL SURGE, Al-Fardous, Aleppo, 11 Oct, 31 (15-90) in 24 h, hour unknown, 10 (5-30)"
                + " critical, observed, 2 sources, reply K7Q2CD");
    assertThat(arabic.shortForm(alert, CODE))
        .isEqualTo("تدفق جرحى، مشفى أ، حلب، 11 تشرين الأول، 31 خلال 24س، للرد \u2066K7Q2CD\u2069");
  }

  @Test
  void shouldKeepARangeInOrderWithinArabic() {
    var alert = residential().setImpacts(null).setSources(0).setNeighbourhoods(List.of()).build();
    assertThat(arabic.shortForm(alert, null))
        .startsWith("ضربة على مساكن، حلب، 14:21، 45 قتيلاً (\u206640-50\u2069)، ");
  }

  @Test
  void shouldShowTheShortNameOfTheAlertWhereThereIsNoCode() {
    var first = english.shortForm(heaviest().build(), null);
    assertThat(first).matches(".*, #[2-9A-Z]{5}");
    assertThat(english.shortForm(revision(heaviest(), 2, MessageType.UPDATE), null))
        .endsWith(first.substring(first.length() - 6));
  }

  @Test
  void shouldCountASurgeFromTheEndOfTheLastStrike() {
    assertThat(english.shortForm(surge().build(), CODE))
        .startsWith(
            "HOSPITAL SURGE, Al-Fardous, Aleppo, 15:09, 12 (5-23) in 90 min, 31 (15-90) in");
  }

  @Test
  void shouldFitIntoOnePartAndNeverLoseWhatMatters() {
    for (var place :
        List.of("x", "الفردوس", "ḥayy al-ʿĀmiriyya", "حي طويل الاسم جداً ".repeat(4))) {
      AreaNames names = (code, language) -> place;
      for (var language : List.of(Locale.ENGLISH, ARABIC)) {
        var text = AlertText.in(names, language);
        for (var alert : Variety.alerts()) {
          assertFits(text.shortForm(alert, CODE), alert, language);
        }
      }
    }
  }

  private static void assertFits(String sms, Alert alert, Locale language) {
    var texts = Texts.in(language);
    assertThat(Gsm7.isEncodable(sms) ? Gsm7.septets(sms) <= 160 : sms.length() <= 70)
        .as(sms)
        .isTrue();
    assertThat(sms).contains(CODE);
    if (alert.getReality() != Reality.ACTUAL) {
      assertThat(sms).startsWith(texts.of("reality." + alert.getReality()) + ": ");
    }
    if (alert.getMessageType() == MessageType.CANCEL) {
      assertThat(sms).contains(texts.of("type.CANCEL") + ": ");
    }
    if (alert.getRecord() == null) {
      assertThat(sms).contains(texts.of("short." + alert.getRule()) + texts.list(List.of("", "")));
    }
    assertThat(sms.chars().filter(c -> c == '\u2066' || c == '\u2068').count())
        .isEqualTo(sms.chars().filter(c -> c == '\u2069').count());
  }

  @Test
  void shouldCutTheNameOfThePlaceWhereNothingElseIsLeft() {
    AreaNames names = (code, language) -> "حي الشهيد فلان بن فلان الفلاني قرب الدوار الكبير";
    var exercise = repeat().setReality(Reality.EXERCISE).setReason(new Reason("PLACED", List.of()));
    var alert = revision(exercise, 2, MessageType.CANCEL);
    assertThat(AlertText.in(names, ARABIC).shortForm(alert, CODE))
        .isEqualTo("تمرين: إلغاء: ضربة مكررة، حي الشهيد فلان بن فلان…، للرد \u2066K7Q2CD\u2069");
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
