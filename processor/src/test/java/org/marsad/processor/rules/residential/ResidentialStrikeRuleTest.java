package org.marsad.processor.rules.residential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Path2D;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.AreaPart;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.LandUse;
import org.marsad.processor.rules.PlaceBasis;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.residential.ResidentialStrikeRule.Basis;
import org.marsad.processor.rules.residential.ResidentialStrikeRule.Verdict;

class ResidentialStrikeRuleTest {
  private static final GeoPoint CENTRE = new GeoPoint(36.2, 37.15);

  private final ResidentialStrikeRule rule = new ResidentialStrikeRule(0.5);
  private static final LivedInShares SHARES = new LivedInShares();

  @Test
  void shouldBeAsCertainAsTheReportWhenASourceSaysSo() {
    // Given a place that the map calls industrial
    var map = map(circle("town/works", LandUse.INDUSTRIAL, 400));
    // When
    var verdict =
        rule.judge(Certainty.POSSIBLE, named("town/works"), Certainty.OBSERVED, map, SHARES);
    // Then
    assertThat(verdict).contains(new Verdict(Basis.REPORT, Certainty.POSSIBLE, -1));
  }

  @Test
  void shouldGoByTheMapWhereThatIsMoreCertainThanWhatIsSaid() {
    var map = map(circle("town/homes", LandUse.RESIDENTIAL, 400));
    assertThat(rule.judge(Certainty.POSSIBLE, named("town/homes"), Certainty.OBSERVED, map, SHARES))
        .contains(new Verdict(Basis.MAP, Certainty.OBSERVED, -1));
    assertThat(rule.judge(Certainty.LIKELY, named("town/homes"), Certainty.LIKELY, map, SHARES))
        .contains(new Verdict(Basis.REPORT, Certainty.LIKELY, -1));
  }

  @Test
  void shouldGoByTheLandUseOfANamedNeighbourhood() {
    assertThat(ofLandUse(LandUse.RESIDENTIAL, Certainty.OBSERVED))
        .contains(new Verdict(Basis.MAP, Certainty.OBSERVED, -1));
    assertThat(ofLandUse(LandUse.RESIDENTIAL, Certainty.POSSIBLE))
        .contains(new Verdict(Basis.MAP, Certainty.POSSIBLE, -1));
    assertThat(ofLandUse(LandUse.MIXED, Certainty.OBSERVED))
        .contains(new Verdict(Basis.MAP, Certainty.LIKELY, -1));
    assertThat(ofLandUse(LandUse.INDUSTRIAL, Certainty.OBSERVED)).isEmpty();
  }

  @Test
  void shouldOnlyBePossibleWhenThePointDeniesTheName() {
    var map = map(circle("town/homes", LandUse.RESIDENTIAL, 400));
    var spot = new Spot("town/homes", PlaceBasis.NAME, new Circle(CENTRE, 50), true, null);
    assertThat(rule.judge(null, spot, Certainty.OBSERVED, map, SHARES))
        .contains(new Verdict(Basis.MAP, Certainty.POSSIBLE, -1));
  }

  @Test
  void shouldCountAShareExactlyAtTheThresholdAndNoneBelow() {
    // Given a circle of which the western part is lived in
    var map = map(square("town/homes", LandUse.RESIDENTIAL, -0.01, 0.002));
    var around = around(500);
    var share =
        new ResidentialStrikeRule(0.01)
            .judge(null, around, Certainty.OBSERVED, map, SHARES)
            .orElseThrow()
            .share();
    assertThat(share).isBetween(0.5, 0.9);
    // Then
    assertThat(
            new ResidentialStrikeRule(share).judge(null, around, Certainty.OBSERVED, map, SHARES))
        .contains(new Verdict(Basis.RADIUS, Certainty.POSSIBLE, share));
    assertThat(
            new ResidentialStrikeRule(Math.nextUp(share))
                .judge(null, around, Certainty.OBSERVED, map, SHARES))
        .isEmpty();
  }

  @Test
  void shouldMeasureTheShareOfHalfACircleAsAHalf() {
    var map = map(square("town/homes", LandUse.RESIDENTIAL, -0.01, 0));
    assertThat(shareWithin(500, map)).isBetween(0.47, 0.53);
  }

  @Test
  void shouldLeaveOutAHoleInAPolygon() {
    // Given lived-in land with a park of 0.002 degrees in its middle
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    ring(path, -0.01, -0.01, 0.01, 0.01);
    ring(path, -0.002, -0.002, 0.002, 0.002);
    var map = map(part("town/homes", LandUse.RESIDENTIAL, 2_000, path));
    // Then a circle within the hole sees no homes, and a wider one sees some
    assertThat(shareWithin(100, map)).isZero();
    assertThat(shareWithin(500, map)).isBetween(0.75, 0.95);
  }

  @Test
  void shouldNotCountLandOnWhichTwoNeighbourhoodsOverlapTwice() {
    var map =
        map(
            square("town/a", LandUse.RESIDENTIAL, -0.01, 0),
            square("town/b", LandUse.MIXED, -0.01, 0));
    assertThat(shareWithin(500, map)).isBetween(0.47, 0.53);
  }

  @Test
  void shouldLookAtThePointAloneWhenItHasNoRadius() {
    assertThat(shareWithin(0, map(circle("town/homes", LandUse.RESIDENTIAL, 400)))).isEqualTo(1);
    assertThat(shareWithin(0, map(circle("town/works", LandUse.INDUSTRIAL, 400)))).isZero();
  }

  @Test
  void shouldLookAtTheCircleWhenTheNeighbourhoodsUseIsUnknown() {
    var map =
        map(
            circle("town/unknown", LandUse.UNKNOWN, 400),
            circle("town/homes", LandUse.RESIDENTIAL, 400));
    var spot = new Spot("town/unknown", PlaceBasis.POINT, new Circle(CENTRE, 100), false, null);
    assertThat(rule.judge(null, spot, Certainty.OBSERVED, map, SHARES).orElseThrow().basis())
        .isEqualTo(Basis.RADIUS);
  }

  @Test
  void shouldClaimNothingWhereNothingIsKnown() {
    var nowhere = new Spot(null, PlaceBasis.NONE, null, false, "Atlantis");
    assertThat(rule.judge(null, nowhere, Certainty.OBSERVED, AreaMap.UNKNOWN, SHARES)).isEmpty();
    assertThat(rule.judge(null, around(500), Certainty.OBSERVED, AreaMap.UNKNOWN, SHARES))
        .isEmpty();
  }

  @Test
  void shouldRefuseAShareThatIsNone() {
    assertThatThrownBy(() -> new ResidentialStrikeRule(0))
        .hasMessage("lived-in-share: 0.0 (expected: > 0 and <= 1)");
    assertThatThrownBy(() -> new ResidentialStrikeRule(1.01))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new ResidentialStrikeRule(1).livedInShare()).isEqualTo(1);
  }

  private Optional<Verdict> ofLandUse(LandUse use, Certainty certainty) {
    return rule.judge(
        null, named("town/part"), certainty, map(circle("town/part", use, 400)), SHARES);
  }

  /** The share that the rule sees; 0 where it sees less than the least that it can see. */
  private static double shareWithin(double radiusMetres, AreaMap map) {
    return new ResidentialStrikeRule(0.0001)
        .judge(null, around(radiusMetres), Certainty.OBSERVED, map, SHARES)
        .map(Verdict::share)
        .orElse(0.0);
  }

  private static Spot named(String code) {
    return new Spot(code, PlaceBasis.NAME, null, false, null);
  }

  private static Spot around(double radiusMetres) {
    return new Spot(null, PlaceBasis.POINT, new Circle(CENTRE, radiusMetres), false, null);
  }

  private static AreaPart circle(String code, LandUse use, double radiusMetres) {
    return part(code, use, radiusMetres, null);
  }

  /** Land from one longitude to another, in degrees east of the centre. */
  private static AreaPart square(String code, LandUse use, double west, double east) {
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    ring(path, west, -0.01, east, 0.01);
    return part(code, use, 2_000, path);
  }

  private static void ring(Path2D path, double west, double south, double east, double north) {
    path.moveTo(CENTRE.lon() + west, CENTRE.lat() + south);
    path.lineTo(CENTRE.lon() + east, CENTRE.lat() + south);
    path.lineTo(CENTRE.lon() + east, CENTRE.lat() + north);
    path.lineTo(CENTRE.lon() + west, CENTRE.lat() + north);
    path.closePath();
  }

  private static AreaPart part(
      String code, LandUse use, double radiusMetres, @Nullable Path2D outline) {
    return new AreaPart(
        code,
        use,
        new Circle(CENTRE, radiusMetres),
        outline == null ? List.of() : List.of(outline));
  }

  private static AreaMap map(AreaPart... parts) {
    var byCode = new HashMap<String, AreaPart>();
    for (var part : parts) {
      byCode.put(part.code(), part);
    }
    return new AreaMap(ZoneOffset.UTC, null, null, byCode, List.of());
  }
}
