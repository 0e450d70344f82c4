package org.marsad.producer.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Reality;
import org.marsad.message.Target;

final class SmsTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fardous, 45 killed, 20 injured, 6 bombs | Fardous | 45 | 20 | 6",
        "Fardous 45 killed 20 injured | Fardous | 45 | 20 |",
        "Fardous: killed 45 wounded: 20 | Fardous: | 45 | 20 |",
        "airstrike on Fardous neighbourhood 45 dead | Fardous neighbourhood | 45 | |",
        "3 raids on Fardous, 40-50 people killed | Fardous | 40-50 | | 3",
        "Fardous 45+ dead, no injured | Fardous | 45+ | 0 |",
        "1070 Apartments, 3 killed | 1070 Apartments | 3 | |",
        "strike 14:05 Fardous | Fardous | | |",
        "الفردوس، ٤٥ قتيل، ٢٠ جريح | الفردوس | 45 | 20 |",
        "قصف على حي الفردوس ٤٥ شهيداً و٢٠ جريحاً | حي الفردوس | 45 | 20 |",
        "غارتان الفردوس؛ قتلى 45 | الفردوس | 45 | | 2",
        "٣ غارات على الفردوس، 45 قتيلا | الفردوس | 45 | | 3",
        "\u200fالفردوس، بدون قتلى | الفردوس | 0 | |",
      })
  void shouldReadAPlaceAndCountsInAnyOrder(
      String text, String place, String killed, String injured, String impacts) {
    var said = SmsText.of(text);
    assertThat(said.place()).isEqualTo(place);
    assertCount(said, "killed", killed);
    assertCount(said, "injured", injured);
    assertCount(said, "impacts", impacts);
    assertThat(said.notUnderstood()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "السكري قتيلان وثلاثة جرحى | 2 | 3",
        "السكري قتيلين وجريحين | 2 | 2",
        "السكري شهيدان و جريحان | 2 | 2",
        "السكري واحد قتيل وعشرة جرحى | 1 | 10",
        "السكري قتيل واحد وخمس إصابات | 1 | 5",
        "السكري قتيل وثلاثة جرحى | 1 | 3",
        "السكري قتيل و3 جرحى | 1 | 3",
        "السكري مقتل شخصين وإصابة أربعة | 2 | 4",
        "السكري قتلى ثلاثة وجرحى ٤ | 3 | 4",
        "السكري قتلى ثلاثة وخمسة جرحى | 3 | 5",
        "السكري ثلاثه قتلى ولا جرحى | 3 | 0",
        "السكري لا يوجد قتيل | 0 |",
        "السكري خمسة وعشرون قتيلا وثلاثة عشر جريحا | 25 | 13",
        "السكري two killed and three wounded | 2 | 3",
        "السكري Two people were killed, one injured | 2 | 1",
        "السكري no one killed, ten injured | 0 | 10",
        "السكري twenty two killed | 22 |",
      })
  void shouldReadSpelledOutCountsAndDuals(String text, String killed, String injured) {
    var said = SmsText.of(text);
    assertThat(said.place()).isEqualTo("السكري");
    assertCount(said, "killed", killed);
    assertCount(said, "injured", injured);
    assertThat(said.notUnderstood()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Fardous, two hundred killed', two hundred killed",
    "'Fardous, one hundred and two killed', one hundred and two killed",
    "'Fardous, two three killed', two three killed",
    "'السكري، لم يسقط قتيل', لم يسقط قتيل",
  })
  void shouldTakeNoPartOfANumberForTheCount(String text, String notUnderstood) {
    var said = SmsText.of(text);
    assertThat(said.counts()).isEmpty();
    assertThat(String.join(" ", said.notUnderstood())).isEqualTo(notUnderstood);
  }

  @Test
  void shouldSeeATargetBehindTheArabicAnd() {
    assertThat(SmsText.of("السكري، ثلاثة قتلى ومدرسة").targets()).containsExactly(Target.SCHOOL);
    assertThat(SmsText.of("السكري قتيلان ومشفى ومدرسة").targets())
        .containsExactly(Target.HOSPITAL, Target.SCHOOL);
  }

  @Test
  void shouldReadWhatWasHitByWhatAndWhen() {
    var said = SmsText.of("Fardous, hospital, drone, 14:05, yesterday, exercise");
    assertThat(said.targets()).containsExactly(Target.HOSPITAL);
    assertThat(said.delivery()).isEqualTo(DeliveryMeans.DRONE);
    assertThat(said.at()).isEqualTo(LocalTime.of(14, 5));
    assertThat(said.yesterday()).isTrue();
    assertThat(said.reality()).isEqualTo(Reality.EXERCISE);
    var arabic = SmsText.of("الفردوس، مشفى، مروحية، ١٤:٠٥، أمس، تدريب");
    assertThat(arabic.targets()).containsExactly(Target.HOSPITAL);
    assertThat(arabic.delivery()).isEqualTo(DeliveryMeans.HELICOPTER);
    assertThat(arabic.at()).isEqualTo(LocalTime.of(14, 5));
    assertThat(arabic.yesterday()).isTrue();
    assertThat(arabic.reality()).isEqualTo(Reality.EXERCISE);
    assertThat(arabic.arabic()).isTrue();
  }

  @Test
  void shouldLeaveAWordInThePlaceThatMayBelongToItsName() {
    assertThat(SmsText.of("Hamidiya market, 3 killed").place()).isEqualTo("Hamidiya market");
    assertThat(SmsText.of("Hamidiya market, 3 killed").targets()).isEmpty();
    assertThat(SmsText.of("سوق الهال 3 قتلى").place()).isEqualTo("سوق الهال");
    assertThat(SmsText.of("سوق الهال 3 قتلى").targets()).containsExactly(Target.MARKET);
    assertThat(SmsText.of("Fardous market 3 killed").place()).isEqualTo("Fardous");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fardous, 45 killed, send blood | send blood",
        "Fardous, 45 | 45",
        "Fardous, killed | killed",
        "Fardous, 25:99 | 25:99",
        "الفردوس، 45 قتيل، أرسلوا إسعاف | أرسلوا إسعاف",
      })
  void shouldSayWhatItDidNotUnderstand(String text, String notUnderstood) {
    assertThat(String.join(" ", SmsText.of(text).notUnderstood())).isEqualTo(notUnderstood);
  }

  @ParameterizedTest
  @CsvSource({
    "'Correction: Fardous, 6 killed'",
    "Fardous 6 killed correction",
    "تصحيح Fardous ٦ قتلى"
  })
  void shouldNoticeThatItIsMeantToCorrect(String text) {
    var said = SmsText.of(text);
    assertThat(said.correction()).isTrue();
    assertThat(said.place()).isEqualTo("Fardous");
    assertThat(said.notUnderstood()).isEmpty();
    assertThat(SmsText.of("Fardous, 6 killed").correction()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Correction: 6 killed", "45 killed", "''", "airstrike on", "', ,'"})
  void shouldFindNoPlaceWhereThereIsNone(String text) {
    assertThat(SmsText.of(text).place()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Fardous, 2026-03-01T00:05+03:00",
    "'Fardous, 23:50', 2026-02-28T23:50+03:00",
    "'Fardous, 02:05', 2026-03-01T02:05+03:00",
    "'Fardous, 02:06', 2026-02-28T02:06+03:00",
    "'Fardous, 00:01, yesterday', 2026-02-28T00:01+03:00",
  })
  void shouldTakeATimeThatIsFarAheadForYesterdays(String text, ZonedDateTime when) {
    var now = ZonedDateTime.parse("2026-03-01T00:05+03:00");
    assertThat(SmsReport.when(SmsText.of(text), now)).isEqualTo(when);
  }

  private static void assertCount(SmsText said, String what, String expected) {
    var count = said.counts().get(what);
    assertThat(count == null ? null : count.toString()).as(what).isEqualTo(expected);
  }
}
