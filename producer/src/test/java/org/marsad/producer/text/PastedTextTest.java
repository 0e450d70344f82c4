package org.marsad.producer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PastedTextTest {
  @Test
  void shouldTakeAwayWhatNobodySees() {
    assertThat(PastedText.clean("\u200f حي\u00a0الفردوس\u202c\ufeff ")).isEqualTo("حي الفردوس");
    assertThat(PastedText.clean(" plain ")).isEqualTo("plain");
  }

  @Test
  void shouldKeepJoinersAndDigitsOfNames() {
    assertThat(PastedText.clean("می\u200cخواهم ۳")).isEqualTo("می\u200cخواهم ۳");
  }

  @Test
  void shouldWriteNumbersInWesternDigitsAndSigns() {
    assertThat(PastedText.number("\u200e\u2212٣٦٫١٨ ")).isEqualTo("-36.18");
    assertThat(PastedText.number("۱٬۲۰۰")).isEqualTo("1,200");
    assertThat(PastedText.number("१२")).isEqualTo("12");
  }
}
