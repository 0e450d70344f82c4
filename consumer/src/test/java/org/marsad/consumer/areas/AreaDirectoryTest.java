package org.marsad.consumer.areas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.schemas.MessageCodec;

class AreaDirectoryTest {
  private static final String FARDOUS = "aleppo/al-fardous";

  static {
    var unused = MessageCodec.of(AreaProfile.class); // has Avro trust our classes
  }

  private final AreaDirectory areas = new AreaDirectory();

  @Test
  void shouldNamePlacesInTheLanguageElseInAnotherElseByCode() {
    // Given
    areas.onProfile(
        aleppo(1)
            .setNames(List.of(name("en", "Aleppo"), name("ar-SY", "حلب")))
            .setNeighbourhoods(List.of(fardous(List.of(name("ar", "الفردوس")))))
            .build());
    // Then
    assertThat(areas.of("aleppo", "en")).isEqualTo("Aleppo");
    assertThat(areas.of("aleppo", "ar")).isEqualTo("حلب");
    assertThat(areas.of(FARDOUS, "en")).isEqualTo("الفردوس");
    assertThat(areas.of("atlantis", "en")).isEqualTo("atlantis");
  }

  @Test
  void shouldKeepTheNewestVersionAndForgetNeighbourhoodsThatAreGone() {
    // Given
    areas.onProfile(aleppo(2).setNeighbourhoods(List.of(fardous(List.of()))).build());
    // When
    var older = areas.onProfile(aleppo(1).setNames(List.of(name("en", "Old"))).build());
    var newer = areas.onProfile(aleppo(3).setNeighbourhoods(List.of()).build());
    // Then
    assertThat(older).isFalse();
    assertThat(newer).isTrue();
    assertThat(areas.changes()).isEqualTo(2);
    assertThat(areas.profile("aleppo").orElseThrow().getVersion()).isEqualTo(3);
    assertThat(codes()).containsExactly("aleppo");
  }

  @Test
  void shouldBuildTheMapOncePerChange() {
    // Given
    areas.onProfile(aleppo(1).build());
    var first = areas.map();
    // Then
    assertThat(areas.map()).isSameAs(first);
    areas.onProfile(aleppo(2).setNeighbourhoods(List.of(fardous(List.of()))).build());
    assertThat(areas.map().etag()).isNotEqualTo(first.etag());
  }

  @ParameterizedTest
  @EnumSource
  void shouldNeverMapAConfidentialSiteOfAnyKind(SiteKind kind) {
    // Given
    areas.onProfile(aleppo(1).setSites(List.of(site("hidden-one", kind, true))).build());
    // Then
    assertThat(text()).doesNotContain("hidden-one", "36.191919");
  }

  @Test
  void shouldNameASiteUnlessItIsConfidential() {
    // Given
    areas.onProfile(
        aleppo(1)
            .setSites(
                List.of(
                    named(site("h-open", SiteKind.HOSPITAL, false), "Hospital A"),
                    named(site("h-hidden", SiteKind.HOSPITAL, true), "Hospital B")))
            .build());
    // Then
    assertThat(areas.of("h-open", "en")).isEqualTo("Hospital A");
    assertThat(areas.of("h-hidden", "en")).isEqualTo("h-hidden");
    // When
    areas.onProfile(aleppo(2).build());
    // Then
    assertThat(areas.of("h-open", "en")).isEqualTo("h-open");
  }

  /** Several areas list the same hospital: one that hides it is enough. */
  @Test
  void shouldHideASiteEverywhereThatOneAreaCallsConfidential() {
    // Given
    var open = named(site("h-shared", SiteKind.MARKET, false), "Market");
    var hidden = Site.newBuilder(open).setConfidential(true).build();
    areas.onProfile(aleppo(1).setSites(List.of(open)).build());
    assertThat(areas.of("h-shared", "en")).isEqualTo("Market");
    // When
    areas.onProfile(aleppo(1).setCode("idlib").setSites(List.of(hidden)).build());
    // Then
    assertThat(areas.of("h-shared", "en")).isEqualTo("h-shared");
    assertThat(areas.isConfidential("h-shared")).isTrue();
    assertThat(text()).doesNotContain("h-shared", "Market");
  }

  @Test
  void shouldMapASiteOnceThatSeveralAreasList() {
    // Given
    var market = site("m1", SiteKind.MARKET, false);
    areas.onProfile(aleppo(1).setSites(List.of(market)).build());
    areas.onProfile(aleppo(1).setCode("idlib").setSites(List.of(market)).build());
    // Then
    assertThat(codes()).containsExactly("aleppo", "idlib", "m1");
    // When one of them lists it no more
    areas.onProfile(aleppo(2).build());
    // Then
    assertThat(codes()).containsExactly("aleppo", "idlib", "m1");
  }

  /** An area lists the hospitals around it, which come without a version of its own. */
  @Test
  void shouldTakeAnotherProfileOfTheSameVersionAndNotTheSameAgain() {
    // Given
    areas.onProfile(aleppo(1).build());
    // When
    var same = areas.onProfile(aleppo(1).build());
    var other =
        areas.onProfile(aleppo(1).setSites(List.of(site("m1", SiteKind.MARKET, false))).build());
    // Then
    assertThat(same).isFalse();
    assertThat(other).isTrue();
    assertThat(areas.changes()).isEqualTo(2);
    assertThat(codes()).containsExactly("aleppo", "m1");
  }

  /** A site's key is for the intake and the fan-out alone. */
  @Test
  void shouldNotMapAKey() {
    // Given
    var keyed = Site.newBuilder(site("m1", SiteKind.MARKET, false)).setKeySha256("c0ffee").build();
    areas.onProfile(aleppo(1).setSites(List.of(keyed)).build());
    // Then
    assertThat(codes()).contains("m1");
    assertThat(text()).doesNotContain("c0ffee");
  }

  @ParameterizedTest
  @EnumSource(names = {"RESCUE_BASE", "OTHER"})
  void shouldNotMapSitesWhosePositionPutsPeopleInDanger(SiteKind kind) {
    // Given
    areas.onProfile(aleppo(1).setSites(List.of(site("open-one", kind, false))).build());
    // Then
    assertThat(text()).doesNotContain("open-one", "36.191919");
  }

  @Test
  void shouldNameAHospitalAndNotMapIt() {
    // Given
    var hospital = named(site("h-open", SiteKind.HOSPITAL, false), "Hospital A");
    areas.onProfile(aleppo(1).setSites(List.of(hospital)).build());
    // Then
    assertThat(codes()).containsExactly("aleppo", "h-open");
    assertThat(text())
        .contains("\"code\":\"h-open\",\"names\":{\"en\":\"Hospital A\"}", "\"geometry\":null")
        .doesNotContain("36.191919", "37.151515");
  }

  @Test
  void shouldMapAPublicSite() {
    // Given
    areas.onProfile(aleppo(1).setSites(List.of(site("m1", SiteKind.MARKET, false))).build());
    // Then
    assertThat(codes()).containsExactly("aleppo", "m1");
    assertThat(text()).contains("\"type\":\"Point\",\"coordinates\":[37.151515,36.191919]");
  }

  @Test
  void shouldMapAKnownOutlineAndElseACircle() {
    // Given
    var square = List.of(37.0, 36.0, 37.1, 36.0, 37.1, 36.1, 37.0, 36.1);
    var outlined =
        Neighbourhood.newBuilder(fardous(List.of()))
            .setCode("aleppo/square")
            .setPolygons(List.of(List.of(square)))
            .build();
    areas.onProfile(aleppo(1).setNeighbourhoods(List.of(fardous(List.of()), outlined)).build());
    // Then
    assertThat(feature(FARDOUS).at("/geometry/type").asText()).isEqualTo("Point");
    assertThat(feature(FARDOUS).at("/properties/radiusMetres").asDouble()).isPositive();
    assertThat(feature("aleppo/square").at("/geometry/coordinates/0")).hasSize(5);
  }

  @Test
  void shouldNameButNotPlaceTheAreaOfReportsWithoutAPlace() {
    // Given
    areas.onProfile(aleppo(1).setCode("unplaced").setKind(AreaKind.UNPLACED).build());
    // Then
    assertThat(feature("unplaced").get("geometry").isNull()).isTrue();
    assertThat(feature("unplaced").get("properties").has("lat")).isFalse();
  }

  private List<String> codes() {
    return StreamSupport.stream(json().get("features").spliterator(), false)
        .map(feature -> feature.get("id").textValue())
        .toList();
  }

  private JsonNode feature(String code) {
    return json().get("features").get(codes().indexOf(code));
  }

  private JsonNode json() {
    try {
      return new ObjectMapper().readTree(areas.map().json());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String text() {
    return new String(areas.map().json(), StandardCharsets.UTF_8);
  }

  private static AreaProfile.Builder aleppo(int version) {
    return AreaProfile.newBuilder()
        .setCode("aleppo")
        .setVersion(version)
        .setKind(AreaKind.TOWN)
        .setTimeZone("Asia/Damascus")
        .setLat(36.2)
        .setLon(37.13)
        .setRadiusMetres(9_000);
  }

  private static Neighbourhood fardous(List<LocalName> names) {
    return Neighbourhood.newBuilder()
        .setCode(FARDOUS)
        .setNames(names)
        .setLandUse(LandUse.RESIDENTIAL)
        .setLat(36.187)
        .setLon(37.1508)
        .setRadiusMetres(400)
        .build();
  }

  private static Site site(String siteId, SiteKind kind, boolean confidential) {
    return new Site(siteId, kind, List.of(), 36.191919, 37.151515, null, confidential, true, null);
  }

  private static Site named(Site site, String name) {
    return Site.newBuilder(site).setNames(List.of(name("en", name))).build();
  }

  private static LocalName name(String language, String name) {
    return new LocalName(language, name);
  }
}
