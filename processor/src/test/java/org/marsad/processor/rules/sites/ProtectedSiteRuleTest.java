package org.marsad.processor.rules.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.marsad.processor.rules.merging.Stands.HERE;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.SiteKind;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.merging.Stands;
import org.marsad.processor.rules.sites.ProtectedSiteRule.Basis;
import org.marsad.processor.rules.sites.ProtectedSiteRule.Hit;
import org.marsad.processor.rules.sites.ProtectedSiteRule.Verdict;

class ProtectedSiteRuleTest {
  private static final ProtectedSiteRule RULE = new ProtectedSiteRule(100, 250);

  @ParameterizedTest
  @CsvSource({
    "99.99, 0, true, LIKELY",
    "0, 100, true, LIKELY", // just as large as the reach
    "100.01, 0, false, ",
    "39.99, 60, true, LIKELY", // all of the circle is within reach of the site
    "40.01, 60, true, POSSIBLE", // the far side of the circle is not
    "159.99, 60, true, POSSIBLE",
    "160.01, 60, false, "
  })
  void shouldCountASiteWithinReachOfTheCircle(
      double metres, double radius, boolean hit, Certainty certainty) {
    var verdict = judge(Stands.as("s").east(0, radius), site("school", SiteKind.SCHOOL, metres));
    assertThat(verdict.isPresent()).isEqualTo(hit);
    verdict.ifPresent(
        v -> {
          assertThat(v.certainty()).isEqualTo(certainty);
          assertThat(v.hits())
              .singleElement()
              .satisfies(
                  one -> {
                    assertThat(one.basis()).isEqualTo(Basis.REACH);
                    assertThat(one.metres()).isCloseTo(metres, within(0.01));
                  });
        });
  }

  @Test
  void shouldBeAsCertainAsTheStrikeWhereAReportNamesTheSite() {
    // Given a circle so wide that reach alone would be a possibility
    var strike = Stands.as("s").east(0, 250).hitting(Target.SCHOOL).certain(Certainty.OBSERVED);
    // When
    var verdict = judge(strike, site("school", SiteKind.SCHOOL, 300)).orElseThrow();
    // Then
    assertThat(verdict.certainty()).isEqualTo(Certainty.OBSERVED);
    assertThat(verdict.hits()).extracting(Hit::basis).containsExactly(Basis.REPORT);
  }

  @ParameterizedTest
  @CsvSource({"250, true", "250.01, false"})
  void shouldReachASiteFromAFinePointAlone(double radius, boolean hit) {
    var school = site("school", SiteKind.SCHOOL, 10);
    assertThat(judge(Stands.as("s").east(0, radius), school).isPresent()).isEqualTo(hit);
    // What a report names is told of a coarser one too, though not which it was
    var named = judge(Stands.as("s").east(0, radius).hitting(Target.SCHOOL), school).orElseThrow();
    assertThat(named.hits()).extracting(Hit::site).containsExactly(hit ? school : null);
  }

  @Test
  void shouldTellAConfidentialSiteAloneOfItself() {
    var hidden = new Site("hidden", SiteKind.SHELTER, HERE.moved(50, 90), null, true, false);
    var other = new Site("other", SiteKind.HOSPITAL, HERE.moved(90, 90), null, true, false);
    var far = new Site("far", SiteKind.HOSPITAL, HERE.moved(101, 90), null, true, false);
    var map = map(hidden, other, far, site("school", SiteKind.SCHOOL, 10));
    // Then others are told as if there were none
    assertThat(RULE.judge(Stands.as("s").what(), map).orElseThrow().hits())
        .extracting(Hit::kind)
        .containsExactly(SiteKind.SCHOOL);
    assertThat(RULE.judge(Stands.as("s").what(), map(hidden, other))).isEmpty();
    // And each of them of itself
    assertThat(RULE.judgeConfidential(Stands.as("s").what(), map))
        .extracting(verdict -> verdict.hits().get(0).site(), verdict -> verdict.hits().size())
        .containsExactly(tuple(hidden, 1), tuple(other, 1));
    assertThat(RULE.judgeConfidential(Stands.as("s").hitting(Target.SHELTER).what(), map))
        .extracting(verdict -> verdict.hits().get(0).basis())
        .containsExactly(Basis.REPORT, Basis.REACH);
  }

  @Test
  void shouldKnowWhichSiteAReportMeans() {
    var hospital = site("h", SiteKind.HOSPITAL, 30);
    assertThat(RULE.isReported(Stands.as("s").hitting(Target.HOSPITAL).what(), hospital)).isTrue();
    assertThat(RULE.isReported(Stands.as("s").what(), hospital)).isFalse();
    assertThat(
            RULE.isReported(Stands.as("s").east(200, 10).hitting(Target.HOSPITAL).what(), hospital))
        .isFalse();
  }

  @Test
  void shouldTellOfANamedSiteThatNoMapKnows() {
    var verdict =
        judge(
                Stands.as("s").hitting(Target.BAKERY, Target.HOSPITAL, Target.MILITARY),
                site("far", SiteKind.HOSPITAL, 5_000))
            .orElseThrow();
    assertThat(verdict.hits())
        .extracting(Hit::kind, Hit::site, Hit::basis, Hit::metres)
        .containsExactly(
            tuple(SiteKind.HOSPITAL, null, Basis.REPORT, -1.0),
            tuple(SiteKind.BAKERY, null, Basis.REPORT, -1.0));
    assertThat(verdict.certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void shouldNotCountANamedSiteOnceMoreWhereOneOfItsKindIsWithinReach() {
    var verdict =
        judge(Stands.as("s").hitting(Target.SCHOOL), site("school", SiteKind.SCHOOL, 50))
            .orElseThrow();
    assertThat(verdict.hits()).hasSize(1);
  }

  @Test
  void shouldTellThemByKindThenBySite() {
    var verdict =
        judge(
                Stands.as("s").hitting(Target.MARKET),
                site("b", SiteKind.SHELTER, 10),
                site("c", SiteKind.HOSPITAL, 20),
                site("a", SiteKind.HOSPITAL, 30))
            .orElseThrow();
    assertThat(verdict.hits())
        .extracting(Hit::kind, hit -> Optional.ofNullable(hit.site()).map(Site::id).orElse("-"))
        .containsExactly(
            tuple(SiteKind.HOSPITAL, "a"),
            tuple(SiteKind.HOSPITAL, "c"),
            tuple(SiteKind.MARKET, "-"),
            tuple(SiteKind.SHELTER, "b"));
  }

  @Test
  void shouldSayNothingOfSitesThatAreNotProtected() {
    assertThat(judge(Stands.as("s").hitting(Target.OTHER), site("x", SiteKind.OTHER, 0))).isEmpty();
  }

  @Test
  void shouldReachNothingWhereOnlyTheTownIsKnown() {
    var hospital = site("h", SiteKind.HOSPITAL, 10);
    assertThat(judge(Stands.as("s").somewhereInTown(), hospital)).isEmpty();
    assertThat(judge(Stands.as("s").in("fardous").nowhereOnTheMap(), hospital)).isEmpty();
    assertThat(judge(Stands.as("s").in("fardous"), hospital)).isPresent();
    // But what a report names is told, and as certain as the strike
    var named = judge(Stands.as("s").somewhereInTown().hitting(Target.HOSPITAL), hospital);
    assertThat(named.orElseThrow().hits()).extracting(Hit::site).containsOnlyNulls();
    assertThat(named.orElseThrow().certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void shouldRefuseDistancesBelowNothing() {
    assertThatThrownBy(() -> new ProtectedSiteRule(-0.1, 0)).hasMessageContaining("reach-metres");
    assertThatThrownBy(() -> new ProtectedSiteRule(Double.NaN, 0))
        .hasMessageContaining("reach-metres");
    assertThatThrownBy(() -> new ProtectedSiteRule(0, -0.1))
        .hasMessageContaining("point-radius-metres");
    assertThat(new ProtectedSiteRule(0, 0).reachMetres()).isZero();
  }

  private static Optional<Verdict> judge(Stands strike, Site... sites) {
    return RULE.judge(strike.what(), map(sites));
  }

  private static AreaMap map(Site... sites) {
    return new AreaMap(ZoneOffset.UTC, null, null, Map.of(), List.of(sites));
  }

  private static Site site(String id, SiteKind kind, double metresEast) {
    return new Site(id, kind, HERE.moved(metresEast, 90), null, false, false);
  }
}
