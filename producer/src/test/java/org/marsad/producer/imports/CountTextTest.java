package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CountTextTest {
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "12, 12, 12", "3-5, 3, 5", "3–5, 3, 5", "3 — 5, 3, 5", "٣, 3, 3"})
  void shouldReadTheFormsThatPeopleWrite(String text, int low, int high) {
    assertThat(CountText.read(text)).contains(new CountText(low, high));
  }

  @Test
  void shouldReadAtLeastAsOpenEnded() {
    assertThat(CountText.read("10+")).contains(new CountText(10, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "–", "unkn", "Unknown", " ? ", "n/a"})
  void shouldTellNotReportedFromZero(String text) {
    assertThat(CountText.isNotReported(text)).isTrue();
    assertThat(CountText.isNotReported("0")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-3", "dozens", "3.5", "1,000", "3-5-7", "12345678901"})
  void shouldNotGuess(String text) {
    assertThat(CountText.read(text)).isEmpty();
    assertThat(CountText.isNotReported(text)).isFalse();
  }
}
