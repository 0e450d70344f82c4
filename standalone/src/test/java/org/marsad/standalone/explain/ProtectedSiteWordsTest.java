package org.marsad.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.explain.Explained.explain;
import static org.marsad.standalone.explain.Messages.alert;
import static org.marsad.standalone.explain.Messages.evidence;
import static org.marsad.standalone.explain.Messages.report;
import static org.marsad.standalone.explain.Messages.strike;
import static org.marsad.standalone.explain.Messages.town;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reason;
import org.marsad.message.ReasonNumber;
import org.marsad.message.Rule;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.Target;
import org.marsad.processor.settings.Rules;

class ProtectedSiteWordsTest {
  @Test
  void shouldSayHowFarAProtectedSiteLiesAndWhyItIsOnlyPossible() throws IOException {
    // Given
    var report = report("1", "src-a", 0).build();
    var alert =
        protectedSites("SITE_WITHIN_REACH", 100, hit("site-7", SiteKind.SCHOOL, 133.2))
            .setCertainty(Certainty.POSSIBLE);
    // When
    var text = explain(alert, List.of(strike("s-1", report).build()), List.of(report));
    // Then
    assertThat(text)
        .contains("A strike on 11 Oct 2016 12:00 (to the minute) in Mill, Town: no counts.")
        .contains(
            "It may have hit School Seven (school), which lies within reach of where it fell,")
        .contains("at most 100 m from the edge of the circle to the site.")
        .contains("circle 100 m radius.")
        .contains("school School Seven lies 133.2 m from the circle's middle: 133.2 m − 100 m =")
        .contains("= 33.2 m from its edge, of at most 100 m. No report says that it was hit.")
        .contains("only possible: no report says that a protected site was hit, and if the strike")
        .contains("that is 133.2 m + 100 m = 233.2 m from School Seven, more than 100 m.")
        .doesNotContain("By report", "37.15", "itself is only possible");
  }

  @Test
  void shouldSayThatTheWholeCircleLiesWithinReach() throws IOException {
    var report = report("1", "src-a", 0).build();
    var alert = protectedSites("SITE_WITHIN_REACH", 40, hit("site-7", SiteKind.SCHOOL, 30));
    assertThat(explain(alert, List.of(strike("s-1", report).build()), List.of(report)))
        .contains("School Seven lies 30 m from the circle's middle, inside the circle.")
        .contains("even at the far edge of the circle it fell within reach, 30 m + 40 m = 70 m")
        .doesNotContain("only possible");
    // And that the far edge does not, though the middle does
    var farther =
        protectedSites("SITE_WITHIN_REACH", 40, hit("site-7", SiteKind.SCHOOL, 60.5))
            .setCertainty(Certainty.POSSIBLE);
    assertThat(explain(farther, List.of(strike("s-1", report).build()), List.of(report)))
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
            "SITE_REPORTED",
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
    assertThat(
            explain(
                alert.setRulesHash("0").setReason(new Reason("X", List.of())), strikes, List.of()))
        .contains("rule asks a distance that is not known here");
    alert.setPlace(Place.newBuilder().setBasis(PlaceBasis.NAME).build());
    assertThat(
            explain(
                alert.setProtectedSites(List.of(byReport(null, SiteKind.BAKERY, null))),
                strikes,
                List.of()))
        .contains(
            "circle none is known of where the strike fell, so no site can be said to be near");
  }

  @Test
  void shouldTellNeitherWhichConfidentialSiteWasHitNorHowFarItIs() throws IOException {
    assertThat(withConfidentialHit("Saint Hidden", 36.20123, 31.7, true))
        .isEqualTo(withConfidentialHit("A Name That Is Much Longer", 36.20999, 84.1, true))
        .anyMatch(line -> line.contains("[confidential site] lies within reach. Which it is and"))
        .anyMatch(
            line -> line.contains("and School Seven (school), which lie within reach of where"));
    // And where it became confidential since
    assertThat(withConfidentialHit("Saint Hidden", 36.20123, 31.7, false))
        .isEqualTo(withConfidentialHit("A Name That Is Much Longer", 36.20999, 84.1, true));
  }

  /** A school, a confidential hospital. */
  private static List<String> withConfidentialHit(
      String name, double lat, double metres, boolean marked) throws IOException {
    var report = report("1", "src-a", 0).build();
    var hospital = new SiteHit("site-9", SiteKind.HOSPITAL, SiteBasis.REACH, metres, marked);
    var alert =
        protectedSites("SITE_WITHIN_REACH", 20, hospital, hit("site-7", SiteKind.SCHOOL, 90));
    var before = alert.build();
    var after =
        Alert.newBuilder(before)
            .setRevision(2)
            .setMessageType(MessageType.UPDATE)
            .setProtectedSites(List.of(hospital))
            .build();
    var lines =
        Explanation.of(
            evidence(
                List.of(before, after),
                town(name, lat),
                List.of(strike("s-1", report).build()),
                List.of(report)),
            1,
            Rules.DEFAULTS);
    assertThat(String.join(" ", lines)).doesNotContain("site-9", name, metres + "", "32 m", "84 m");
    return lines;
  }

  private static Alert.Builder protectedSites(String reason, double radius, SiteHit... hits) {
    return alert(Rule.PROTECTED_SITE_STRIKE, reason, "s-1")
        .setPlace(
            Place.newBuilder()
                .setLat(36.2)
                .setLon(37.15)
                .setRadiusMetres(radius)
                .setBasis(PlaceBasis.NAME)
                .build())
        .setProtectedSites(List.of(hits))
        .setReason(new Reason(reason, List.of(new ReasonNumber("reachMetres", 100.0))));
  }

  private static SiteHit hit(String site, SiteKind kind, double metres) {
    return new SiteHit(site, kind, SiteBasis.REACH, metres, false);
  }

  private static SiteHit byReport(@Nullable String site, SiteKind kind, @Nullable Double metres) {
    return new SiteHit(site, kind, SiteBasis.REPORT, metres, false);
  }
}
