package org.marsad.schemas.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertCodeTest {
  @ParameterizedTest
  @CsvSource({
    "K7M4PQ, K7M4PQ",
    "'  k7m4pq, on our way', K7M4PQ",
    "on our way K7M4PQ, K7M4PQ",
    "K٧M٤PQ ٢, K7M4PQ",
    "Ｋ７Ｍ４ＰＱ, K7M4PQ",
    "K7M4PO 2, K7M4PO"
  })
  void shouldFindACodeAsPeopleTypeIt(String text, String code) {
    assertThat(AlertCode.in(text)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fardous, 45 killed, 20 injured, hospital, 14:05",
        "Fardous 20dead 14:05",
        "الفردوس، ٤٥ قتيل، ٢٠ جريح",
        "Shaar 120000 injured",
        "Harem",
        ""
      })
  void shouldTakeAReportForNone(String text) {
    assertThat(AlertCode.in(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "K7M4PQ, true",
    "' k7m4pq, on our way', true",
    "K7M4PO 2, true",
    "on our way K7M4PQ, false",
    "'FARD01, 45 killed, K7M4PQ', false",
    "Fardous, false"
  })
  void shouldTellACodeThatLeadsFromOneFurtherOn(String text, boolean leads) {
    assertThat(AlertCode.leads(text)).isEqualTo(leads);
  }
}
