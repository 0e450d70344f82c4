package org.marsad.producer.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.AreaKind;
import org.marsad.message.PlaceBasis;

/** Places as people write them, by name and by point, and what is doubtful about them. */
class PlaceCasesTest {
  private static final Gazetteer BUNDLED = Gazetteer.bundled();

  // What stands between two names

  @ParameterizedTest
  @ValueSource(
      strings = {
        "السكري، حلب",
        "السكري ،حلب",
        "السكري,حلب",
        "السكري - حلب",
        "حلب – السكري",
        "حلب-السكري",
        "حلب- السكري",
        "حلب -السكري",
        "حلب / السكري",
        "حلب/السكري",
        "حلب: السكري",
        "حلب؛ السكري",
        "السكري (حلب)",
        "[حلب] السكري",
        "حلب | السكري",
        "حي السكري بحلب",
        "حي السكري في حلب",
        "في حي السكري بمدينة حلب",
        "بحي السكري، مدينة حلب",
        "حلب، حي السكري، سوريا",
        "سورية - حلب - السكري",
        "Sukkari; Aleppo",
        "Sukkari,Aleppo",
        "Aleppo - As Sukkari",
        "Aleppo-Sukkari",
        "Aleppo-As-Sukkari",
        "Aleppo's Sukkari neighbourhood",
        "Aleppo: Sukkari",
        "Aleppo/Sukkari",
        "Sukkari in Aleppo",
        "Sukkari neighbourhood of Aleppo",
        "Sukkari district in Aleppo city",
        "the quarter of Sukkari, Aleppo",
        "Sukkari, Aleppo, Syria",
        "Sukkari, Aleppo, Aleppo Governorate, Syria",
        "Syria, Aleppo, Sukkari",
        "السُّكَّري، حلب",
        "الســـكري، حلب",
        "As‑Sukkari, Aleppo",
      })
  void shouldFindTheNeighbourhoodWhateverStandsBesideIt(String text) {
    assertPlace(Ask.text(text), "aleppo/as-sukkari");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "East Aleppo | aleppo",
        "حلب الشرقية | aleppo",
        "شرق حلب | aleppo",
        "Aleppo city | aleppo",
        "مدينة حلب | aleppo",
        "Алеппо | aleppo",
        "Aleppo (Sukkari, Bustan al-Qasr) | aleppo",
        "Bustan al-Qasr and Sukkari, Aleppo | aleppo",
        "Aleppo, SY0200 | aleppo",
        "بستان القصر، حلب | aleppo/bustan-al-qaser",
        "Aleppo, Sha’ar | aleppo/ash-shaar",
        "Aleppo, Shaʿar | aleppo/ash-shaar",
        "Aleppo, al-Sha`ar | aleppo/ash-shaar",
        "Aleppo, Şeyh Maksud | aleppo",
        "Jabal Badro / Aleppo | aleppo/jabal-badro",
        "تلبيسه - ريف حمص الشمالي | talbiseh",
        "Talbiseh, Homs countryside | talbiseh",
        "Homs, Syria | homs",
        "Homs, Homs Governorate | homs",
        "Douma, Rural Damascus | douma",
        "Bab al-Nairab, Aleppo | aleppo",
        "Aleppo-Bab al-Nairab | aleppo",
        "حلب، باب النيرب | aleppo",
        "Aleppo countryside | aleppo-governorate",
        "Aleppo, square | aleppo",
        "Aleppo, old city | aleppo",
        "Aleppo University | aleppo/university-of-aleppo",
        "C1007 | unplaced",
        "Syria | unplaced",
      })
  void shouldSayNoMoreThanIsSaid(String text, String place) {
    assertPlace(Ask.text(text), place);
  }

  // Spellings

  @ParameterizedTest
  @CsvSource({
    "Qaterji, karm-al-qaterji",
    "Katerji, karm-al-qaterji",
    "Mashhad, al-ansari-mashhad",
    "Mashad, al-ansari-mashhad",
    "Tariq al-Bab, ash-shaar",
    "Tareeq al Bab, ash-shaar",
    "Maysar, karm-al-myassar",
    "Shia'ar, ash-shaar",
    "Shaar, ash-shaar",
    "Jazmati, karm-aj-jazmati",
    "Karm al-Tarrab, al-maasaraniyeh-youth-housing",
    "Saif al-Dawla, sayf-ad-dauleh",
    "Sheikh Khodr, sheikh-kheder",
    "باب قنسرين, bab-qinnasrin",
  })
  void shouldHearArabicNamesInLatinLetters(String name, String slug) {
    assertPlace(Ask.text("Aleppo, " + name), "aleppo/" + slug);
    assertPlace(Ask.text(name).home("aleppo"), "aleppo/" + slug);
  }

  @ParameterizedTest
  @CsvSource({
    "خان طومان, khan-tuman",
    "كفر حمرة, kafr-hamrah",
    "معرشمارين, maar-shamarin",
    "خان العسل, khan-al-asal",
  })
  void shouldHearLatinNamesInArabicLetters(String name, String town) {
    assertPlace(Ask.text(name), town);
  }

  @ParameterizedTest
  @ValueSource(strings = {"الراموسة", "Ramousa", "الحمدانية", "Hamdania", "Sakhur", "Tishrin"})
  void shouldLeaveAmbiguousWhatIs(String name) {
    assertPlace(Ask.text("Aleppo - " + name), "aleppo");
  }

  @Test
  void shouldFindAnAreaWhoseNameIsInAnotherScript() {
    var kyiv =
        Gazetteer.of(
            BUNDLED.areas().stream()
                .filter(area -> area.getCode().equals("homs"))
                .map(
                    homs ->
                        org.marsad.message.AreaProfile.newBuilder(homs)
                            .setCode("kyiv")
                            .setKind(AreaKind.TOWN)
                            .setGovernorate(null)
                            .setNames(
                                java.util.List.of(new org.marsad.message.LocalName("uk", "Київ")))
                            .setAliases(java.util.List.of())
                            .build())
                .toList());
    assertThat(kyiv.resolve(Ask.text("м. Київ, Оболонь").query()).area()).isEqualTo("kyiv");
    assertThat(kyiv.resolve(Ask.text("Київ").query()).area()).isEqualTo("kyiv");
    assertThat(kyiv.resolve(Ask.text("Оболонь").area("Київ").query()).area()).isEqualTo("kyiv");
  }

  // Name against point

  @Test
  void shouldLookABareNameUpInTheAreaThatThePointFinds() {
    var inKarmAdDaadaa = Ask.text("Al Fardous").at(36.180995, 37.151892, 300.0);
    assertPlace(inKarmAdDaadaa, "aleppo/al-fardous");
    assertThat(doubt(inKarmAdDaadaa)).isNull();
    assertPlace(
        Ask.text("Al Fardous (Aleppo)").at(36.180995, 37.151892, 300.0), "aleppo/al-fardous");
    assertPlace(Ask.text("Foobar (Aleppo)").at(36.180995, 37.151892, 300.0), "aleppo");
  }

  @Test
  void shouldPreferTheTownAtThePointToANeighbourhoodAtHome() {
    assertPlace(Ask.text("Nayrab").home("aleppo").at(35.8718, 36.7173, 500.0), "nayrab");
  }

  @Test
  void shouldTakeAVillageBesideATownForTheTownNearThePoint() {
    assertPlace(Ask.text("Batbo, Aleppo").at(36.13447, 36.73979, 4_000.0), "batabo");
    assertPlace(Ask.text("Aleppo - Khan Touman").at(36.117, 37.051, 1_000.0), "khan-tuman");
  }

  @Test
  void shouldTakeAnUnknownVillageOutsideTheTownForTheGovernorate() {
    var outside = Ask.text("Foobar, Aleppo").at(36.10, 36.60, 1_000.0);
    assertPlace(outside, "aleppo-governorate");
    assertThat(doubt(outside)).isNull();
    assertPlace(Ask.text("Foobar, Aleppo").at(36.21, 37.16, 1_000.0), "aleppo");
    assertPlace(Ask.text("Foobar, Aleppo"), "aleppo");
  }

  @Test
  void shouldTakeABareNameForTheGovernorateWhenThePointLiesFarOutsideTheTown() {
    assertPlace(Ask.text("Aleppo").at(36.10, 36.60, 1_000.0), "aleppo-governorate");
    var city = Ask.text("Aleppo city").at(36.10, 36.60, 1_000.0);
    assertPlace(city, "aleppo");
    assertThat(doubt(city)).isEqualTo(PointDoubt.FAR_FROM_PLACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sakhour, Aleppo",
        "Al Kassara area in the Sakhour neighbourhood, Aleppo",
        "Fardous, Aleppo",
        "Aleppo"
      })
  void shouldPlaceByNameWhenThePointLiesFarAway(String text) {
    var ask = Ask.text(text).at(35.566356, 39.917257, 800.0);
    assertThat(BUNDLED.resolve(ask.query()).area()).isEqualTo("aleppo");
    assertThat(doubt(ask)).isEqualTo(PointDoubt.FAR_FROM_PLACE);
    assertThat(BUNDLED.resolve(ask.query()).lat()).isEqualTo(35.566356);
  }

  @Test
  void shouldCallAPointFarOnlyBeyondFiveKilometresAndItsRadius() {
    // al-Fardous ends 422 m from its centre; a degree of latitude is 110,973 m here
    var lat = 36.18703 + (422 + 5_000 + 800) / 110_973.0;
    var near = Ask.text("Aleppo, Fardous").at(lat - 0.0001, 37.15080, 800.0);
    var far = Ask.text("Aleppo, Fardous").at(lat + 0.0001, 37.15080, 800.0);
    assertThat(doubt(near)).isEqualTo(PointDoubt.OUTSIDE_PLACE);
    assertThat(doubt(far)).isEqualTo(PointDoubt.FAR_FROM_PLACE);
  }

  @Test
  void shouldNoticeExchangedCoordinates() {
    for (var ask :
        java.util.List.of(
            Ask.text("Aleppo, Fardous"), Ask.text("Aleppo"), Ask.nothing(), Ask.text("Foobar"))) {
      var place = BUNDLED.resolve(ask.at(37.15080, 36.18703, 100.0).query());
      assertThat(place.pointDoubt()).as("%s", ask).isEqualTo(PointDoubt.SWAPPED);
      assertThat(place.lat()).isEqualTo(37.15080);
    }
    var noSuchArea = Ask.nothing().at(37.9, 33.4, 100.0);
    assertThat(doubt(noSuchArea)).isNull();
  }

  @Test
  void shouldTakeZeroZeroForNoPoint() {
    for (var ask : java.util.List.of(Ask.text("Aleppo, Fardous"), Ask.nothing())) {
      var place = BUNDLED.resolve(ask.at(0.0, -0.0, 100.0).query());
      assertThat(place.pointDoubt()).isEqualTo(PointDoubt.NO_FIX);
      assertThat(place.lat()).isNull();
      assertThat(place.lon()).isNull();
      assertThat(place.radiusMetres()).isNull();
    }
    assertThat(BUNDLED.resolve(Ask.nothing().at(0.0, 0.0, null).query()).basis())
        .isEqualTo(PlaceBasis.NONE);
    assertThat(doubt(Ask.text("Aleppo").at(0.0, 37.15, null))).isEqualTo(PointDoubt.FAR_FROM_PLACE);
  }

  private static @Nullable PointDoubt doubt(Ask ask) {
    return BUNDLED.resolve(ask.query()).pointDoubt();
  }

  private static void assertPlace(Ask ask, String place) {
    var found = BUNDLED.resolve(ask.query());
    var neighbourhood = found.neighbourhood();
    assertThat(neighbourhood == null ? found.area() : neighbourhood).as("%s", ask).isEqualTo(place);
  }
}
