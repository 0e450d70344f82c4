package org.marsad.producer.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.AreaProfile;
import org.marsad.message.LandUse;
import org.marsad.message.Neighbourhood;
import org.marsad.message.SiteKind;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.producer.places.SharedData;

class AreasBuilderTest {
  private static final AreaHead HEAD =
      new AreaHead("aleppo", "Aleppo", "حلب", null, ZoneId.of("Asia/Damascus"), 1);
  private static final PropertyNames NAMES = new PropertyNames("NAME", "NAME_A", "Id");
  @TempDir private Path folder;

  @Test
  void shouldBuildAleppoFromItsRealPolygons() throws IOException {
    // When
    var area =
        new AreasBuilder(HEAD, null)
            .fromPolygons(SharedData.polygons(), NAMES, SharedData.spellings());
    // Then
    var codes = new HashSet<String>();
    area.getNeighbourhoods().forEach(part -> codes.add(part.getCode()));
    assertThat(codes)
        .hasSize(133)
        .contains("aleppo/tishreen", "aleppo/tishreen-2", "aleppo/tishreen-3");
    var fardous = part(area, "aleppo/al-fardos");
    assertThat(fardous.getLat()).isEqualTo(36.18703);
    assertThat(fardous.getLon()).isEqualTo(37.15080);
    assertThat(fardous.getAliases()).contains("جسر الحج");
    assertThat(fardous.getLandUse()).isEqualTo(LandUse.RESIDENTIAL);
    assertThat(part(area, "aleppo/al-besel").getNames()).hasSize(1);
    assertThat(part(area, "aleppo/tishreen").getLon())
        .isLessThan(part(area, "aleppo/tishreen-2").getLon());
    assertThat(area.getNeighbourhoods())
        .filteredOn(part -> part.getLandUse() != LandUse.RESIDENTIAL)
        .hasSizeBetween(14, 20);
    assertThat(area.getNeighbourhoods())
        .allMatch(part -> reaches(area, part))
        .allMatch(part -> part.getPolygons() != null);
  }

  @Test
  void shouldPlaceAPointByThePolygonThatHoldsIt() throws IOException {
    // Given
    var area = new AreasBuilder(HEAD, null).fromPolygons(SharedData.polygons(), NAMES, null);
    var gazetteer = Gazetteer.of(List.of(area));
    // When
    var citadel = gazetteer.resolve(at(36.1990, 37.1625));
    var outside = gazetteer.resolve(at(36.1990, 37.9));
    // Then
    assertThat(citadel.neighbourhood()).isEqualTo("aleppo/aleppo-citadel");
    assertThat(outside.neighbourhood()).isNull();
  }

  @Test
  void shouldGiveTheSameCodesWhateverTheOrderOfTheFile() throws IOException {
    var west = feature("Twin", 37.0);
    var east = feature("Twin", 37.1);
    var one = build(west + "," + east);
    var other = build(east + "," + west);
    assertThat(one).isEqualTo(other);
    assertThat(part(one, "aleppo/twin").getLon()).isLessThan(part(one, "aleppo/twin-2").getLon());
  }

  @Test
  void shouldFollowCorrections() throws IOException {
    // Given
    var corrections =
        Files.writeString(
            folder.resolve("corrections.csv"),
            "neighbourhood,code,name,land_use,aliases\nTwin Park,the-twins,The Twins,MIXED,T1;T2\n");
    // When
    var area =
        new AreasBuilder(HEAD, corrections)
            .fromPolygons(collection(feature("Twin Park", 37.0)), NAMES, null);
    // Then
    var part = part(area, "aleppo/the-twins");
    assertThat(part.getNames().get(0).getName()).isEqualTo("The Twins");
    assertThat(part.getAliases()).containsExactly("T1", "T2", "Twin Park");
    assertThat(part.getLandUse()).isEqualTo(LandUse.MIXED);
  }

  @Test
  void shouldBuildFromCentres() throws IOException {
    var csv =
        Files.writeString(
            folder.resolve("centres.csv"),
            """
            code,name,name_ar,aliases,land_use,lat,lon,radius_metres
            ,Old Souq,السوق,Bazaar; Market,,36.2,37.15,300
            east,"East, upper",,,CEMETERY,36.21,37.17,250.5
            """);
    var area = new AreasBuilder(HEAD, null).fromCentres(csv);
    assertThat(part(area, "aleppo/old-souq").getLandUse()).isEqualTo(LandUse.MIXED);
    assertThat(part(area, "aleppo/old-souq").getAliases()).containsExactly("Bazaar", "Market");
    assertThat(part(area, "aleppo/east").getRadiusMetres()).isEqualTo(250.5);
    assertThat(area.getRadiusMetres()).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "'a,36.2,37.1,x', radius_metres: x (expected: a number)",
    "'a,136.2,37.1,5', lat: 136.2 (expected: -90.0 to 90.0)",
    "',36.2,37.1,5', name:  (expected: a value)",
    "'؟,36.2,37.1,5', code: absent for ؟",
  })
  void shouldRefuseALineOfCentresWithItsNumberAndValue(String line, String message)
      throws IOException {
    var csv =
        Files.writeString(folder.resolve("c.csv"), "name,lat,lon,radius_metres\n" + line + "\n");
    var builder = new AreasBuilder(HEAD, null);
    assertThatThrownBy(() -> builder.fromCentres(csv))
        .isInstanceOf(AreaFileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseAnUnknownColumn() throws IOException {
    var csv = Files.writeString(folder.resolve("c.csv"), "name,lat,lon,radius\n");
    var builder = new AreasBuilder(HEAD, null);
    assertThatThrownBy(() -> builder.fromCentres(csv))
        .isInstanceOf(AreaFileException.class)
        .hasMessageContaining("column: radius (expected: some of");
  }

  @Test
  void shouldListWhatIsNoPolygonOrHasNoName() throws IOException {
    // Given an export with a point, a nameless outline and one that cannot be read
    var file =
        collection(
            String.join(
                ",",
                feature("A", 37.0),
                feature("B", 37.1).replace("Polygon", "Point"),
                feature("", 37.2),
                feature("D", 37.3).replace("[[[", "[[\"x\",[")));
    var builder = new AreasBuilder(HEAD, null);
    // When
    var area = builder.fromPolygons(file, NAMES, null);
    // Then
    assertThat(area.getNeighbourhoods())
        .extracting(Neighbourhood::getCode)
        .containsExactly("aleppo/a");
    assertThat(builder.skipped())
        .containsExactly(
            "feature 2 (7): Point, no polygon",
            "feature 3 (7): no name under [NAME]",
            "feature 4 (7): unreadable geometry");
  }

  @Test
  void shouldRefuseAFileWithoutANamedPolygonAndListItsProperties() throws IOException {
    var file = collection(feature("A", 37.0).replace("NAME\"", "name:uk\""));
    var builder = new AreasBuilder(HEAD, null);
    assertThatThrownBy(() -> builder.fromPolygons(file, NAMES, null))
        .isInstanceOf(AreaFileException.class)
        .hasMessageContaining("(expected: --name-property, one of [Id, NAME_A, name:uk])");
  }

  @ParameterizedTest
  @CsvSource({"Київ, kiiv", "حي النور, hy-alnwr", "Łódź, lodz", "東京, dong-jing"})
  void shouldMakeCodesOfNamesInAnyScript(String name, String code) throws IOException {
    assertThat(build(feature(name, 37.0)).getNeighbourhoods().get(0).getCode())
        .isEqualTo("aleppo/" + code);
  }

  @Test
  void shouldTakeCodesFromAProperty() throws IOException {
    var file = collection(feature("A", 37.0) + "," + feature("B", 37.1).replace("7}", "null}"));
    var names = new PropertyNames(List.of("none", "NAME"), List.of("NAME_A"), "Id", "Id");
    var area = new AreasBuilder(HEAD, null).fromPolygons(file, names, null);
    assertThat(area.getNeighbourhoods())
        .extracting(Neighbourhood::getCode)
        .containsExactly("aleppo/7", "aleppo/b");
  }

  @Test
  void shouldCorrectNamesInAnyScriptAndListCorrectionsOfNothing() throws IOException {
    // Given two names that are one in Latin letters
    var corrections =
        Files.writeString(
            folder.resolve("corrections.csv"),
            "\ufeffneighbourhood;code;name\nحي النور;noor;An-Nour\nLost Town;lost;Lost\n");
    var builder = new AreasBuilder(HEAD, corrections);
    // When
    var area =
        builder.fromPolygons(
            collection(feature("حي النور", 37.0) + "," + feature("حى النور", 37.1)), NAMES, null);
    // Then
    assertThat(area.getNeighbourhoods())
        .extracting(Neighbourhood::getCode)
        .contains("aleppo/noor")
        .hasSize(2);
    assertThat(builder.skipped())
        .containsExactly("correction of lost-town: no neighbourhood of that name");
  }

  @Test
  void shouldRefuseProjectedCoordinates() throws IOException {
    var builder = new AreasBuilder(HEAD, null);
    var metres = feature("A", 328_000.0);
    assertThatThrownBy(() -> builder.fromPolygons(collection(metres), NAMES, null))
        .isInstanceOf(AreaFileException.class)
        .hasMessageContaining("328000.01, 36.01 (expected: WGS84 degrees");
    var named =
        Files.writeString(
            folder.resolve("crs.geojson"),
            "{\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32637\"}},\"features\":[%s]}"
                .formatted(feature("A", 37.0)));
    assertThatThrownBy(() -> builder.fromPolygons(named, NAMES, null))
        .isInstanceOf(AreaFileException.class)
        .hasMessageContaining("crs: urn:ogc:def:crs:EPSG::32637 (expected: WGS84 degrees");
  }

  @Test
  void shouldAddSites() throws IOException {
    // Given
    var sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            """
            kind,name,name_ar,lat,lon,capacity,confidential
            hospital,Omar Clinic,عيادة عمر,٣٦٫٠٠٥,37.005,٤٠,yes
            place of worship,مسجد النور,,36.004,37.004,,
            """);
    // When
    var area =
        new AreasBuilder(HEAD, null, sites)
            .fromPolygons(collection(feature("A", 37.0)), NAMES, null);
    // Then
    var clinic = area.getSites().get(0);
    assertThat(clinic.getSiteId()).isEqualTo("omar-clinic");
    assertThat(clinic.getKind()).isEqualTo(SiteKind.HOSPITAL);
    assertThat(clinic.getCapacity()).isEqualTo(40);
    assertThat(clinic.getConfidential()).isTrue();
    assertThat(clinic.getLat()).isEqualTo(36.005);
    assertThat(area.getSites().get(1).getSiteId()).isEqualTo("msjd-alnwr");
    assertThat(area.getSites().get(1).getCapacity()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'hotel,A,36,37,', kind: hotel (expected: one of",
    "'hospital,A,36,37,maybe', confidential: maybe (expected: yes or no)",
  })
  void shouldRefuseASiteWithItsLineAndValue(String line, String message) throws IOException {
    var sites =
        Files.writeString(
            folder.resolve("sites.csv"), "kind,name,lat,lon,confidential\n" + line + "\n");
    assertThatThrownBy(() -> new AreasBuilder(HEAD, null, sites))
        .isInstanceOf(AreaFileException.class)
        .hasMessageContaining("line 2: " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "Ad-Ramouseh Industrial District I, INDUSTRIAL",
    "Maysaloon Cemetery, CEMETERY",
    "The Public Park, PARK",
    "Aleppo International Airport, AIRPORT",
    "University of Aleppo, CAMPUS",
    "The National Hospital, HOSPITAL",
    "Aleppo Citadel, HERITAGE",
    "Hanano Barrack, MILITARY",
    "Souq al-Madina, MIXED",
    "al-Fardos, RESIDENTIAL",
    "Parkview Heights, RESIDENTIAL",
  })
  void shouldGuessTheLandUseFromTheWordsOfTheName(String name, LandUse landUse) {
    assertThat(LandUses.guess(name, null)).isEqualTo(landUse);
  }

  private AreaProfile build(String features) throws IOException {
    return new AreasBuilder(HEAD, null).fromPolygons(collection(features), NAMES, null);
  }

  private Path collection(String features) throws IOException {
    return Files.writeString(
        folder.resolve("f.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  private static String feature(String name, double west) {
    var east = west + 0.01;
    return """
    {"type":"Feature","properties":{"NAME":"%s","NAME_A":null,"Id":7},"geometry":{"type":"Polygon",\
    "coordinates":[[[%s,36.0],[%s,36.0],[%s,36.01],[%s,36.01],[%s,36.0]]]}}\
    """
        .formatted(name, west, east, east, west, west);
  }

  private static Neighbourhood part(AreaProfile area, String code) {
    return area.getNeighbourhoods().stream()
        .filter(part -> part.getCode().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static boolean reaches(AreaProfile area, Neighbourhood part) {
    return new Circle(area.getLat(), area.getLon(), area.getRadiusMetres())
        .reaches(part.getLat(), part.getLon(), 1 - part.getRadiusMetres());
  }

  private static PlaceQuery at(double lat, double lon) {
    return new PlaceQuery(null, null, null, null, null, lat, lon, 10.0);
  }
}
