package org.marsad.producer.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.MessageCodec;

final class HospitalsInReachTest {
  private static final double LAT = 36.2;
  private static final double LON = 37.15;
  private static final double RADIUS = 9_000;

  static {
    MessageCodec.trustMessages();
  }

  @Test
  void shouldListAHospitalOfAnotherAreaUpToFiftyKilometresFromTheEdge() {
    // Given
    var edge = hospitalAt("edge", RADIUS + 50_000 - 0.01);
    var beyond = hospitalAt("beyond", RADIUS + 50_000 + 0.01);
    // When
    var listed = listed(town("town", List.of()), far("other", List.of(edge, beyond)));
    // Then
    assertThat(listed.get(0).getSites()).containsExactly(edge);
    assertThat(listed.get(1).getSites()).containsExactly(edge, beyond);
  }

  @Test
  void shouldPutItsOwnSitesFirstThenTheOthersByTheirIds() {
    // Given
    var own = site("own", SiteKind.SCHOOL, LAT, LON);
    var b = hospitalAt("b", 20_000);
    var a = hospitalAt("a", 40_000);
    // When
    var listed = listed(town("town", List.of(own)), far("other", List.of(b, a)));
    // Then
    assertThat(listed.get(0).getSites()).containsExactly(own, a, b);
  }

  @Test
  void shouldShareHospitalsOnly() {
    var school = site("school", SiteKind.SCHOOL, LAT, LON);
    assertThat(listed(town("town", List.of()), far("other", List.of(school))).get(0).getSites())
        .isEmpty();
  }

  @Test
  void shouldListHospitalsForAGovernorateButNoneForTheUnplaced() {
    // Given
    var hospital = hospitalAt("a", 100);
    var governorate =
        AreaProfile.newBuilder(town("north", List.of())).setKind(AreaKind.GOVERNORATE).build();
    var unplaced =
        AreaProfile.newBuilder(town("unplaced", List.of())).setKind(AreaKind.UNPLACED).build();
    // When
    var listed = listed(governorate, unplaced, far("other", List.of(hospital)));
    // Then
    assertThat(listed.get(0).getSites()).containsExactly(hospital);
    assertThat(listed.get(1).getSites()).isEmpty();
  }

  @Test
  void shouldKeepTheCodesTheOrderAndWhatIsListedAlready() {
    // Given
    var once =
        listed(
            town("town", List.of(hospitalAt("a", 100))),
            far("other", List.of(hospitalAt("b", 20_000))));
    // When
    var twice = HospitalsInReach.listed(once);
    // Then
    assertThat(once).extracting(AreaProfile::getCode).containsExactly("town", "other");
    assertThat(twice).isEqualTo(once);
  }

  @Test
  void shouldRefuseOneIdForTwoHospitals() {
    var one = far("one", List.of(hospitalAt("a", 100)));
    var other = far("other", List.of(hospitalAt("a", 200)));
    assertThatThrownBy(() -> listed(one, other))
        .isInstanceOf(AreaFileException.class)
        .hasMessage(
            "sites.siteId: a of other (expected: the same hospital in every area, or another id)");
  }

  @Test
  void shouldRefuseOneIdForAHospitalAndASchoolBesideIt() {
    var school = far("school", List.of(site("a", SiteKind.SCHOOL, LAT, LON)));
    var hospital = far("hospital", List.of(hospitalAt("a", 100)));
    assertThatThrownBy(() -> listed(school, hospital)).hasMessageContaining("a of school");
    assertThatThrownBy(() -> listed(hospital, school)).hasMessageContaining("a of school");
  }

  @Test
  void shouldTellTheGazetteerWhichAreasListAHospital() {
    // Given
    var hospital = hospitalAt("a", 100);
    var school = site("school", SiteKind.SCHOOL, LAT, LON);
    var gazetteer =
        Gazetteer.of(List.of(town("town", List.of()), far("other", List.of(hospital, school))));
    // Then
    assertThat(gazetteer.areasOfHospital("a"))
        .extracting(AreaProfile::getCode)
        .containsExactly("town", "other");
    assertThat(gazetteer.area("town").orElseThrow().getSites()).containsExactly(hospital);
    assertThat(gazetteer.areasOfHospital("school")).isEmpty();
    assertThat(gazetteer.areasOfHospital("nowhere")).isEmpty();
  }

  private static List<AreaProfile> listed(AreaProfile... areas) {
    return HospitalsInReach.listed(List.of(areas));
  }

  private static AreaProfile town(String code, List<Site> sites) {
    return area(code, LAT, sites);
  }

  private static AreaProfile far(String code, List<Site> sites) {
    return area(code, LAT - 10, sites);
  }

  private static AreaProfile area(String code, double lat, List<Site> sites) {
    return AreaProfile.newBuilder()
        .setCode(code)
        .setVersion(1)
        .setKind(AreaKind.TOWN)
        .setTimeZone("Asia/Damascus")
        .setLat(lat)
        .setLon(LON)
        .setRadiusMetres(RADIUS)
        .setSites(sites)
        .build();
  }

  /** East of the town's centre. */
  private static Site hospitalAt(String siteId, double metres) {
    var point = Geodesic.WGS84.Direct(LAT, LON, 90, metres);
    return site(siteId, SiteKind.HOSPITAL, point.lat2, point.lon2);
  }

  private static Site site(String siteId, SiteKind kind, double lat, double lon) {
    return Site.newBuilder()
        .setSiteId(siteId)
        .setKind(kind)
        .setLat(lat)
        .setLon(lon)
        .setConfidential(false)
        .build();
  }
}
