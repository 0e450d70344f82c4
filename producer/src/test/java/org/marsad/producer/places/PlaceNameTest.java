package org.marsad.producer.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceNameTest {
  @ParameterizedTest
  @CsvSource({
    "al-Fardous, Al Fardous",
    "al-Fardous, EL FARDOUS",
    "ash-Sheikh Maqsoud, Sheikh Maqsoud",
    "an-Nayrab, Nayrab village",
    "Tallbisah  town, Talbisah",
    "Tall Bisah, Tallbisah",
    "Ma‘arrat an Nu‘mān, Ma`arrat an Nu'man",
    "Ḩamāh, Hamah",
    "Karm ad-Da'ada'a, Karm Daadaa",
    "Qal’et ash-Sharif, Qalet Sharif",
    "Town of Idlib, Idlib",
    "الأنصاري, الانصاري",
    "إدلب, ادلب",
    "الراموسة, راموسه",
    "سليمان الحلبى, سليمان الحلبي",
    "الشَّعّار, الشعار",
    "الشـــعار, الشعار",
    "ٱلفردوس, الفردوس",
    "حي الفردوس, الفردوس",
    "ash-Shuhada’, Shuhada",
    "الشهداء, الشهدا",
  })
  void shouldGiveOneKeyWhenOnlyTheSpellingDiffers(String one, String other) {
    assertThat(PlaceName.key(one)).isNotEmpty().isEqualTo(PlaceName.key(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fardous",
        "Al Fardous",
        "Al Fardos",
        "Al Ferdos",
        "Firdous",
        "al-Fardus",
        "Fardus",
        "Alfardous"
      })
  void shouldGiveOneSkeletonWhenOnlyTheVowelsDiffer(String spelling) {
    assertThat(PlaceName.skeleton(spelling)).isEqualTo("frds");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "--", "'", "\u0640", "\u200f"})
  void shouldGiveNothingWhenNothingIsNamed(String nothing) {
    assertThat(PlaceName.key(nothing)).isEmpty();
    assertThat(PlaceName.skeleton(nothing)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Hanano, Hanano Barrack", "al-Hamdaniyeh I, al-Hamdaniyeh II", "الحمدانية, الحميدية"})
  void shouldKeepNamesApartWhenTheirLettersDiffer(String one, String other) {
    assertThat(PlaceName.key(one)).isNotEqualTo(PlaceName.key(other));
  }

  @Test
  void shouldKeepTheWordWhenItIsAllThatIsSaid() {
    assertThat(PlaceName.key("Town")).isEqualTo("town");
    assertThat(PlaceName.key("As")).isEqualTo("as");
  }

  @Test
  void shouldTellGovernoratesAndDistrictsFromTowns() {
    assertThat(PlaceName.governorateKey("Hamah Governorate")).isEqualTo("hamah");
    assertThat(PlaceName.governorateKey("محافظة حلب")).isEqualTo("حلب");
    assertThat(PlaceName.governorateKey("Hamah")).isNull();
    assertThat(PlaceName.isWiderThanTown("Al Bab district")).isTrue();
    assertThat(PlaceName.isWiderThanTown("Al Bab")).isFalse();
  }
}
