package org.marsad.schemas.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "al-Fardous, EL FARDOUS",
    "ash-Sheikh Maqsoud, Sheikh Maqsoud",
    "Tall Bisah, Tallbisah",
    "Ma‘arrat an Nu‘mān, Ma`arrat an Nu'man",
    "الأنصاري, الانصاري",
    "ٱلفردوس, الفردوس",
    "الشهداء, الشهدا",
  })
  void shouldGiveOneKeyWhenOnlyTheSpellingDiffers(String one, String other) {
    assertThat(Spelling.key(one)).isNotEmpty().isEqualTo(Spelling.key(other));
  }

  @Test
  void shouldGiveNothingWhenNothingIsNamed() {
    assertThat(Spelling.key(null)).isEmpty();
    assertThat(Spelling.key(" -- ")).isEmpty();
  }
}
