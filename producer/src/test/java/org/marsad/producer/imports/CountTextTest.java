package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CountTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 0",
        "12 | 12 | 12",
        "12.0 | 12 | 12",
        "\u200f12\u00a0 | 12 | 12",
        "1,200 | 1200 | 1200",
        "1\u00a0200 | 1200 | 1200",
        "٣ | 3 | 3",
        "۱۲ | 12 | 12",
        "3-5 | 3 | 5",
        "3–5 | 3 | 5",
        "3 — 5 | 3 | 5",
        "3..5 | 3 | 5",
        "3 to 5 | 3 | 5",
        "٣ إلى ٥ | 3 | 5",
        "5-3 | 5 | 3", // as said: the report marks it
      })
  void shouldReadTheFormsThatPeopleWrite(String text, int low, int high) {
    assertThat(CountText.read(text)).contains(new CountText(low, high));
  }

  @ParameterizedTest
  @CsvSource({
    "10+, 10",
    "+10, 10",
    "≥10, 10",
    ">= 10, 10",
    ">10, 11",
    "more than 10, 11",
    "min. 3, 3",
    "At least 3, 3",
    "3 or more, 3",
    "١٠+, 10",
    "١٠ على الأقل, 10",
  })
  void shouldReadAtLeastAsOpenEnded(String text, int least) {
    assertThat(CountText.read(text)).contains(new CountText(least, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c. 15", "~15", "about 15", "ca. 15", "approx. 15", "حوالي ١٥"})
  void shouldReadAboutAsAFifthLessOrMore(String text) {
    assertThat(CountText.read(text)).contains(new CountText(12, 15, 18));
  }

  @Test
  void shouldLeaveSomebodyOfAboutOne() {
    assertThat(CountText.read("~1")).contains(new CountText(1, 1, 2));
    assertThat(CountText.read("~0")).contains(new CountText(0, 0, 0));
  }

  @Test
  void shouldReadWithADecimalComma() {
    assertThat(CountText.read("10,0", ',')).contains(new CountText(10, 10));
    assertThat(CountText.read("1.200", ',')).contains(new CountText(1200, 1200));
    assertThat(CountText.read("1,200", ',')).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "–",
        "unkn",
        "Unknown",
        " ? ",
        "n/a",
        "NA",
        "NaN",
        "null",
        "--",
        "none",
        "غير معروف",
        "لا يوجد"
      })
  void shouldTellNotReportedFromZero(String text) {
    assertThat(CountText.isNotReported(text)).isTrue();
    assertThat(CountText.isNotReported("0")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-3",
        "dozens",
        "3.5",
        "1.000",
        "1,00",
        "3-5-7",
        "12345678901",
        "12 (3 children)",
        "May-03"
      })
  void shouldNotGuess(String text) {
    assertThat(CountText.read(text)).isEmpty();
    assertThat(CountText.isNotReported(text)).isFalse();
  }
}
