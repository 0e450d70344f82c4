package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.Intent;

class SmsTextTest {
  @ParameterizedTest
  @CsvSource({
    "K7M4PQ, SEEN",
    "k7m4pq, SEEN",
    "'  K7M4PQ.\n', SEEN",
    "K7M4PQ 2, EN_ROUTE",
    "2 K7M4PQ, EN_ROUTE",
    "K٧M٤PQ ٢, EN_ROUTE",
    "'K7M4PQ, on our way!', EN_ROUTE",
    "K7M4PQ في الطريق, EN_ROUTE",
    "K7M4PQ\u200f فِي الطّريق, EN_ROUTE",
    "K7M4PQ 3, PREPARED",
    "K7M4PQ جاهزون, PREPARED",
    "K7M4PQ ۴, CANNOT",
    "K7M4PQ can't, CANNOT",
    "لا نستطيع K7M4PQ, CANNOT",
    "Ｋ７Ｍ４ＰＱ 1, SEEN"
  })
  void shouldUnderstandCodeAndIntent(String text, Intent intent) {
    var sms = SmsText.of(text);
    assertThat(sms.code()).isEqualTo("K7M4PQ");
    assertThat(sms.intent()).contains(intent);
  }

  /** "not on our way" must not count as on our way. */
  @ParameterizedTest
  @ValueSource(
      strings = {"K7M4PQ not on our way", "K7M4PQ 5", "K7M4PQ 1 2", "K7M4PQ لسنا في الطريق"})
  void shouldNotGuessWhatOtherWordsMean(String text) {
    assertThat(SmsText.of(text).code()).isEqualTo("K7M4PQ");
    assertThat(SmsText.of(text).intent()).isEmpty();
  }

  @Test
  void shouldNameWhatLooksLikeACodeAndIsNone() {
    assertThat(SmsText.of("B0O1LI").code()).isEqualTo("B0O1LI");
    assertThat(SmsText.of("B0O1LI 2").intent()).contains(Intent.EN_ROUTE);
    assertThat(SmsText.of("ok").code()).isNull();
    assertThat(SmsText.of("").code()).isNull();
  }
}
