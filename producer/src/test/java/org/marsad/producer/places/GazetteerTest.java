package org.marsad.producer.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.PlaceBasis;
import org.marsad.schemas.Areas;

class GazetteerTest {
  private static final Gazetteer BUNDLED = Gazetteer.bundled();
  private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");

  /** Centre of al-Fardous. */
  private static final double LAT = 36.18703;

  private static final double LON = 37.15080;

  // Spellings

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
        "AL-FARDOUS",
        "Fardous neighborhood",
        "الفردوس",
        "حي الفردوس",
        "فردوس",
        "الفِرْدَوْس",
      })
  void shouldFindFardousHoweverItIsSpelled(String spelling) {
    assertPlace(Ask.text(spelling).home("aleppo"), "aleppo", "al-fardous", PlaceBasis.NAME);
    assertPlace(Ask.text(spelling).area("aleppo"), "aleppo", "al-fardous", PlaceBasis.NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aleppo, Fardous",
        "Fardous, Aleppo",
        "Fardous (Aleppo)",
        "Aleppo city, Fardous neighbourhood",
        "حلب، الفردوس",
        "الفردوس (حلب)",
      })
  void shouldFindTheNeighbourhoodWhenTheTownStandsBesideIt(String text) {
    assertPlace(Ask.text(text), "aleppo", "al-fardous", PlaceBasis.NAME);
    assertPlace(Ask.text(text).area("aleppo"), "aleppo", "al-fardous", PlaceBasis.NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "Aleppo town, aleppo",
    "Tallbisah  town, talbiseh",
    "Talbiseh, talbiseh",
    "تلبيسة, talbiseh",
    "Idlib town, idlib",
    "إدلب, idlib",
    "Maarat al-Numaan town, maarat-al-numan",
    "Khan Tuman town, khan-tuman",
    "Damascus city, damascus",
    "Ar Rastan  town, rastan",
    "Kobane/Ayn al Arab town, kobani",
    "Al-Rai town (Choban Bey), ar-rai",
  })
  void shouldFindATownByItsWholeName(String text, String town) {
    assertPlace(Ask.text(text), town, null, PlaceBasis.NAME);
  }

  // Names stay inside their town

  @Test
  void shouldNotFindANeighbourhoodWhenNoTownIsKnown() {
    assertPlace(Ask.text("Fardous"), Areas.UNPLACED, null, PlaceBasis.NONE);
  }

  @Test
  void shouldNotFindANeighbourhoodOfAnotherTown() {
    assertPlace(Ask.text("Fardous").area("idlib"), "idlib", null, PlaceBasis.PARENT);
    assertPlace(Ask.text("Idlib, Fardous"), "idlib", null, PlaceBasis.PARENT);
    assertPlace(Ask.text("Idlib, Fardous").area("aleppo"), "aleppo", null, PlaceBasis.PARENT);
    assertPlace(Ask.text("Fardous (Idlib)").home("aleppo"), "idlib", null, PlaceBasis.PARENT);
  }

  @Test
  void shouldPreferTheHomeNeighbourhoodWhenATownHasTheSameName() {
    assertPlace(Ask.text("Nayrab").home("aleppo"), "aleppo", "an-nayrab", PlaceBasis.NAME);
    assertPlace(Ask.text("Nayrab"), "nayrab", null, PlaceBasis.NAME);
  }

  @Test
  void shouldFindATownWhenItIsNoNeighbourhoodOfTheHomeArea() {
    assertPlace(Ask.text("Manbij").home("aleppo"), "manbij", null, PlaceBasis.NAME);
    assertPlace(Ask.text("Aleppo").home("aleppo"), "aleppo", null, PlaceBasis.NAME);
  }

  @Test
  void shouldReachTheOperationsCentreWhenNobodyKnowsThePlace() {
    var place = BUNDLED.resolve(Ask.text("Atlantis").home("aleppo").query());
    assertThat(place.area()).isEqualTo(Areas.UNPLACED);
    assertThat(place.basis()).isEqualTo(PlaceBasis.NONE);
    assertThat(place.timeZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void shouldReachTheOperationsCentreWhenNothingIsSaid() {
    assertPlace(Ask.nothing(), Areas.UNPLACED, null, PlaceBasis.NONE);
    assertPlace(Ask.text("  "), Areas.UNPLACED, null, PlaceBasis.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?", "null", "None", "-"})
  void shouldNotTakeANamelessEventForTheNeighbourhoodWithoutAnArabicName(String text) {
    var place = BUNDLED.resolve(Ask.text(text).area("aleppo").query());
    assertThat(place.area()).isEqualTo("aleppo");
    assertThat(place.neighbourhood()).isNull();
  }

  // Ambiguity

  @ParameterizedTest
  @ValueSource(
      strings = {
        "الراموسة",
        "الحمدانية",
        "الصاخور",
        "جبرين",
        "Tishreen",
        "تشرين",
        "al-Hamdaniyeh",
        "as-Sakhour",
        "Ramouseh",
      })
  void shouldStayAmbiguousWhenSeveralPolygonsBearTheName(String name) {
    assertPlace(Ask.text(name).area("aleppo"), "aleppo", null, PlaceBasis.PARENT);
    assertPlace(Ask.text(name).home("aleppo"), "aleppo", null, PlaceBasis.PARENT);
    assertPlace(Ask.text("Aleppo, " + name), "aleppo", null, PlaceBasis.PARENT);
  }

  @Test
  void shouldLetThePointTellWhenTheNameIsAmbiguous() {
    // Given
    var third = part("al-hamdaniyeh-iii");
    // When
    var ask = Ask.text("الحمدانية").area("aleppo").at(third[0], third[1], 20.0);
    // Then
    assertPlace(ask, "aleppo", "al-hamdaniyeh-iii", PlaceBasis.NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "al-Hamdaniyeh I, al-hamdaniyeh-i",
    "Hamdaniya II, al-hamdaniyeh-ii",
    "Hamdaniyeh 4, al-hamdaniyeh-iv",
    "as-Sakhour I, as-sakhour-i",
    "العامرية, al-amiriyeh",
  })
  void shouldTellNumberedNeighbourhoodsApartAndPreferNamesToAliases(String name, String slug) {
    assertPlace(Ask.text(name).area("aleppo"), "aleppo", slug, PlaceBasis.NAME);
  }

  @Test
  void shouldStayAmbiguousWhenThePointIsElsewhereOrTooCoarse() {
    var third = part("al-hamdaniyeh-iii");
    var far = Ask.text("الحمدانية").area("aleppo").at(LAT, LON, 20.0);
    var coarse = Ask.text("الحمدانية").area("aleppo").at(third[0], third[1], 5_000.0);
    assertPlace(far, "aleppo", null, PlaceBasis.PARENT);
    assertPlace(coarse, "aleppo", null, PlaceBasis.PARENT);
  }

  @Test
  void shouldTellTownsOfOneNameApartByGovernorateOrPoint() {
    assertPlace(
        Ask.text("Suran").governorate("Hamah Governorate"), "suran-hama", null, PlaceBasis.NAME);
    assertPlace(
        Ask.text("Suran").governorate("aleppo-governorate"), "suran-aleppo", null, PlaceBasis.NAME);
    assertPlace(Ask.text("Suran").at(36.566, 37.213, null), "suran-aleppo", null, PlaceBasis.NAME);
    assertPlace(Ask.text("Suran"), Areas.UNPLACED, null, PlaceBasis.NONE);
    assertPlace(Ask.text("Hama, Suran"), "suran-hama", null, PlaceBasis.NAME);
  }

  // Governorates

  @Test
  void shouldFindTheGovernorateWhenItIsNamedItself() {
    assertPlace(Ask.text("Aleppo Governorate"), "aleppo-governorate", null, PlaceBasis.NAME);
    assertPlace(Ask.text("محافظة إدلب"), "idlib-governorate", null, PlaceBasis.NAME);
    assertPlace(Ask.nothing().governorate("Homs"), "homs-governorate", null, PlaceBasis.NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Northern Aleppo Governorate",
        "northern countryside of Aleppo",
        "Al Bab district",
        "Atlantis"
      })
  void shouldFallToTheGovernorateWhenAMoreExactPlaceIsUnknown(String text) {
    var ask = Ask.text(text).governorate("Aleppo Governorate").at(36.47, 37.51, null);
    assertPlace(ask, "aleppo-governorate", null, PlaceBasis.PARENT);
  }

  // Codes

  @Test
  void shouldTakeCodesAtTheirWord() {
    assertPlace(
        Ask.text("Idlib").area("aleppo").neighbourhood("al-fardous"),
        "aleppo",
        "al-fardous",
        PlaceBasis.CODE);
    assertPlace(
        Ask.nothing().neighbourhood("aleppo/al-fardous"), "aleppo", "al-fardous", PlaceBasis.CODE);
    assertPlace(
        Ask.nothing().neighbourhood("al-fardous").home("aleppo"),
        "aleppo",
        "al-fardous",
        PlaceBasis.CODE);
    assertPlace(Ask.nothing().area("homs"), "homs", null, PlaceBasis.CODE);
    assertPlace(Ask.text("Aleppo").area("aleppo"), "aleppo", null, PlaceBasis.CODE);
  }

  @Test
  void shouldFallToTheAreaWhenTheNeighbourhoodIsNotOneOfIts() {
    assertPlace(
        Ask.nothing().area("homs").neighbourhood("aleppo/al-fardous"),
        "homs",
        null,
        PlaceBasis.PARENT);
  }

  @Test
  void shouldReadANeighbourhoodGivenByNameInsteadOfByCode() {
    assertPlace(
        Ask.nothing().area("aleppo").neighbourhood("الفردوس"),
        "aleppo",
        "al-fardous",
        PlaceBasis.NAME);
  }

  @Test
  void shouldKeepAnAreaThatTheGazetteerDoesNotKnow() {
    var place = BUNDLED.resolve(Ask.nothing().area("kharkiv").neighbourhood("saltivka").query());
    assertThat(place.area()).isEqualTo("kharkiv");
    assertThat(place.neighbourhood()).isEqualTo("kharkiv/saltivka");
    assertThat(place.basis()).isEqualTo(PlaceBasis.CODE);
    assertThat(place.timeZone()).isEqualTo(ZoneOffset.UTC);
  }

  // Points

  @Test
  void shouldPlaceABarePointInItsNeighbourhood() {
    assertPlace(Ask.nothing().at(LAT, LON, 50.0), "aleppo", "al-fardous", PlaceBasis.POINT);
    assertPlace(Ask.nothing().at(LAT, LON, null), "aleppo", "al-fardous", PlaceBasis.POINT);
    assertPlace(
        Ask.nothing().area("aleppo").at(LAT, LON, 50.0), "aleppo", "al-fardous", PlaceBasis.POINT);
  }

  @Test
  void shouldKnowOnlyTheAreaWhenThePointIsCoarserThanTheNeighbourhood() {
    // al-Fardous has a radius of 422 m
    assertPlace(Ask.nothing().at(LAT, LON, 422.0), "aleppo", "al-fardous", PlaceBasis.POINT);
    assertPlace(Ask.nothing().at(LAT, LON, 423.0), "aleppo", null, PlaceBasis.POINT);
  }

  @Test
  void shouldPlaceABarePointInOrNearATown() {
    assertPlace(Ask.nothing().at(34.8407, 36.7309, null), "talbiseh", null, PlaceBasis.POINT);
    assertPlace(Ask.nothing().at(34.4, 40.0, null), Areas.UNPLACED, null, PlaceBasis.NONE);
    var desert = Ask.nothing().governorate("Homs Governorate").at(34.2, 39.0, null);
    assertPlace(desert, "homs-governorate", null, PlaceBasis.NAME);
  }

  @Test
  void shouldNotRefineANamedTownWhenItsPointIsJustTheTowns() {
    var ask =
        Ask.text("Aleppo town").governorate("Aleppo Governorate").at(36.201241, 37.161173, null);
    assertPlace(ask, "aleppo", null, PlaceBasis.NAME);
    assertPlace(
        Ask.text("Aleppo").at(36.201241, 37.161173, 8_000.0), "aleppo", null, PlaceBasis.NAME);
    assertPlace(Ask.text("Aleppo").at(LAT, LON, 30.0), "aleppo", "al-fardous", PlaceBasis.POINT);
  }

  @Test
  void shouldLetAPointSpeakWhenTheTextIsNoName() {
    var ask = Ask.text("the house by the bridge").area("aleppo").at(LAT, LON, 50.0);
    assertPlace(ask, "aleppo", "al-fardous", PlaceBasis.POINT);
  }

  @Test
  void shouldMarkAPointOutsideTheNamedNeighbourhoodAndMoveNothing() {
    // Given
    var ask = Ask.text("Fardous").area("aleppo").at(36.21500, 37.13000, 100.0);
    // When
    var place = BUNDLED.resolve(ask.query());
    // Then
    assertThat(place.neighbourhood()).isEqualTo("aleppo/al-fardous");
    assertThat(place.pointDoubt()).isEqualTo(PointDoubt.OUTSIDE_PLACE);
    assertThat(place.lat()).isEqualTo(36.21500);
    assertThat(place.lon()).isEqualTo(37.13000);
    assertThat(place.radiusMetres()).isEqualTo(100.0);
  }

  @Test
  void shouldNotMarkAPointWhoseRadiusReachesTheNeighbourhood() {
    // about 500 m north of the centre: 78 m beyond the circle of 422 m
    var near = Ask.text("Fardous").area("aleppo").at(LAT + 0.004506, LON, 100.0);
    var tooFar = Ask.text("Fardous").area("aleppo").at(LAT + 0.004506, LON, 50.0);
    assertThat(BUNDLED.resolve(near.query()).pointDoubt()).isNull();
    assertThat(BUNDLED.resolve(tooFar.query()).pointDoubt()).isEqualTo(PointDoubt.OUTSIDE_PLACE);
  }

  @Test
  void shouldInventNoPointWhenOnlyANameIsKnown() {
    var place = BUNDLED.resolve(Ask.text("Idlib").query());
    assertThat(place.lat()).isNull();
    assertThat(place.lon()).isNull();
    assertThat(place.timeZone()).isEqualTo(DAMASCUS);
  }

  @Test
  void shouldIgnoreAnImpossiblePointButKeepIt() {
    var place = BUNDLED.resolve(Ask.text("Idlib").at(361.0, Double.NaN, null).query());
    assertThat(place.area()).isEqualTo("idlib");
    assertThat(place.lat()).isEqualTo(361.0);
  }

  @Test
  void shouldRefuseAreasWhoseCodeStandsTwice() {
    var aleppo = BUNDLED.area("aleppo").orElseThrow();
    assertThatThrownBy(() -> Gazetteer.of(List.of(aleppo, aleppo)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("aleppo");
  }

  private static double[] part(String slug) {
    var part =
        BUNDLED.area("aleppo").orElseThrow().getNeighbourhoods().stream()
            .filter(candidate -> candidate.getCode().equals("aleppo/" + slug))
            .findFirst()
            .orElseThrow();
    return new double[] {part.getLat(), part.getLon()};
  }

  private static void assertPlace(
      Ask ask, String area, @Nullable String neighbourhood, PlaceBasis basis) {
    var place = BUNDLED.resolve(ask.query());
    assertThat(place.area()).as("%s", ask).isEqualTo(area);
    assertThat(place.neighbourhood())
        .as("%s", ask)
        .isEqualTo(neighbourhood == null ? null : area + "/" + neighbourhood);
    assertThat(place.basis()).as("%s", ask).isEqualTo(basis);
  }
}
