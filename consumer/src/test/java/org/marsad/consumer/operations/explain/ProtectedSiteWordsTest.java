package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.finding;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.ReasonNumber;
import org.marsad.message.Rule;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;

class ProtectedSiteWordsTest {
  private static final StrikeReport REPORT = report("1", "src-a", 0).build();

  @Test
  void shouldSayHowFarAProtectedSiteLiesAndWhyItIsOnlyPossible() throws IOException {
    // Given
    var alert = protectedSites(Certainty.POSSIBLE, 100, hit("site-7", SiteKind.SCHOOL, 133.2));
    // When
    var text = explain(alert, List.of(strike("s-1", REPORT).build()), List.of(REPORT));
    // Then
    assertThat(text)
        .contains(
            "It may have hit School Seven (a school), which lies within reach of where it fell,")
        .contains("at most 100 m beyond the radius of the point, and a radius of at most 250 m.")
        .contains("point known to a radius of 100 m.")
        .contains("school School Seven lies 133.2 m from the point: 133.2 m − 100 m = 33.2 m")
        .contains("beyond its radius, of at most 100 m. No report says that it was hit.")
        .contains("only possible: no report says that a protected site was hit, and if the strike")
        .contains("that is 133.2 m + 100 m = 233.2 m from School Seven, more than 100 m.")
        .doesNotContain("By report", "37.15");
  }

  @Test
  void shouldSayThatTheWholeCircleLiesWithinReach() throws IOException {
    var alert = protectedSites(Certainty.LIKELY, 40, hit("site-7", SiteKind.SCHOOL, 30));
    assertThat(explain(alert, List.of(strike("s-1", REPORT).build()), List.of(REPORT)))
        .contains("School Seven lies 30 m from the point, inside its radius.")
        .contains("even at the far edge of its radius it fell within reach, 30 m + 40 m = 70 m")
        .doesNotContain("only possible");
    // And that the far edge does not, though the middle does
    var farther = protectedSites(Certainty.POSSIBLE, 40, hit("site-7", SiteKind.SCHOOL, 60.5));
    assertThat(explain(farther, List.of(strike("s-1", REPORT).build()), List.of(REPORT)))
        .contains("that is 60.5 m + 40 m = 100.5 m from School Seven, more than 100 m.");
  }

  @Test
  void shouldSayWhichReportsNameAProtectedSiteAndThatNoneOfItsKindIsKnownThere()
      throws IOException {
    // Given two reports of a school and one of a bakery, of which the map has none
    var a = report("1", "src-a", 0).setTargets(List.of(Target.SCHOOL)).build();
    var b = report("2", "src-b", 0).setTargets(List.of(Target.SCHOOL, Target.BAKERY)).build();
    var alert =
        protectedSites(
            Certainty.LIKELY,
            100,
            byReport("site-7", SiteKind.SCHOOL, 50.0),
            byReport(null, SiteKind.BAKERY, null));
    var strikes = List.of(strike("s-1", a, b).build());
    // Then
    assertThat(explain(alert, strikes, List.of(a, b)))
        .contains("By report it hit a school and a bakery.")
        .contains("school src-a:1 and src-b:2 say that a school was hit, but not which.")
        .contains("bakery src-b:2 says that a bakery was hit, but not which. None that Marsad")
        .contains("that of the strike, because a report says so: likely: one credible source")
        .doesNotContain("may have hit");
    assertThat(explain(alert, strikes, List.of()))
        .contains(
            "bakery A report, which is not in the log any more or was changed since, says that");
    alert.setPlace(Place.newBuilder().setBasis(PlaceBasis.NAME).build());
    assertThat(explain(alert, strikes, List.of()))
        .contains(
            "point none is known of where the strike fell, so no site can be said to be near");
  }

  private static Alert.Builder protectedSites(Certainty certainty, double radius, SiteHit... hits) {
    return alert(
            finding(
                    Rule.PROTECTED_SITE_STRIKE,
                    "SITE_WITHIN_REACH",
                    new ReasonNumber("reachMetres", 100.0))
                .setCertainty(certainty)
                .setSites(List.of(hits)),
            "s-1")
        .setPlace(
            Place.newBuilder()
                .setLat(36.2)
                .setLon(37.15)
                .setRadiusMetres(radius)
                .setBasis(PlaceBasis.NAME)
                .build());
  }

  private static SiteHit hit(String site, SiteKind kind, double metres) {
    return new SiteHit(site, kind, SiteBasis.REACH, metres);
  }

  private static SiteHit byReport(@Nullable String site, SiteKind kind, @Nullable Double metres) {
    return new SiteHit(site, kind, SiteBasis.REPORT, metres);
  }
}
