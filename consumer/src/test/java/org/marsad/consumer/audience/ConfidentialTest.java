package org.marsad.consumer.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.nowhereToGo;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.strike;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Facts.finding;
import static org.marsad.consumer.fixtures.Facts.uncounted;
import static org.marsad.consumer.fixtures.Facts.withinReach;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.ReasonNumber;
import org.marsad.message.Rule;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.schemas.Findings;

class ConfidentialTest {
  private static final SiteHit NEAR = withinReach("secret", SiteKind.HOSPITAL, 430.0);
  private static final SiteHit REPORTED =
      new SiteHit("secret", SiteKind.HOSPITAL, SiteBasis.REPORT, 20.0);
  private static final SiteHit OPEN = withinReach("open", SiteKind.SCHOOL, 40.0);

  @Test
  void shouldForgetASiteWithinReachWithItsFinding() {
    var view = without(protectedSite(NEAR));
    assertThat(Findings.has(view, Rule.PROTECTED_SITE_STRIKE)).isFalse();
    assertThat(Findings.has(view, Rule.CASUALTIES)).isTrue();
  }

  @Test
  void shouldKeepTheSitesThatAreNotHidden() {
    assertThat(Findings.sites(without(protectedSite(NEAR, OPEN)))).containsExactly(OPEN);
  }

  @Test
  void shouldKeepOfAReportedSiteWhatTheReportSaid() {
    assertThat(Findings.sites(without(protectedSite(REPORTED))))
        .containsExactly(new SiteHit(null, SiteKind.HOSPITAL, SiteBasis.REPORT, null));
  }

  @Test
  void shouldForgetTheNumbersThatMayHoldADistance() {
    var numbers = List.of(new ReasonNumber("nearest, metres", 430.0));
    var finding =
        finding(Rule.PROTECTED_SITE_STRIKE).setSites(List.of(NEAR, OPEN)).setNumbers(numbers);
    assertThat(without(strike(finding.build(), uncounted())).toString()).doesNotContain("430");
  }

  @Test
  void shouldLeaveAllElseAsItIs() {
    for (var alert : List.of(residential(), protectedSite(OPEN), nowhereToGo())) {
      var built = alert.build();
      assertThat(Confidential.without(built, profiles())).containsSame(built);
    }
  }

  @Test
  void shouldSayNothingOfAHospitalThatIsConfidential() {
    assertThat(Confidential.without(surge().setAddressee("secret").build(), profiles())).isEmpty();
    assertThat(Confidential.without(surge().build(), profiles())).isPresent();
  }

  @Test
  void shouldHideNothingWhereTheAreaIsNotKnown() {
    var alert = protectedSite(NEAR).build();
    assertThat(Confidential.without(alert, code -> Optional.empty())).containsSame(alert);
  }

  /** Whatever a site is called and wherever it lies, what is left is the same. */
  @Test
  void shouldLeaveTheSameWhateverTheHiddenSiteIs() {
    var random = new Random(7);
    var expected = without(protectedSite(OPEN, NEAR));
    for (var seed = 0; seed < 100; seed++) {
      var id = (random.nextBoolean() ? "a" : "z") + random.nextInt();
      var hidden = withinReach(id, SiteKind.SCHOOL, 900 * random.nextDouble());
      var alert = random.nextBoolean() ? protectedSite(hidden, OPEN) : protectedSite(OPEN, hidden);
      assertThat(Confidential.without(alert.build(), profiles(id))).contains(expected);
    }
  }

  private static Alert without(Alert.Builder alert) {
    return Confidential.without(alert.build(), profiles()).orElseThrow();
  }

  private static Function<String, Optional<AreaProfile>> profiles() {
    return profiles("secret");
  }

  private static Function<String, Optional<AreaProfile>> profiles(String hidden) {
    var sites = List.of(Areas.hospital(hidden, 36.19, true), Areas.hospital("open", 36.18, false));
    var area = Areas.aleppo().setSites(sites).build();
    return code -> code.equals("aleppo") ? Optional.of(area) : Optional.empty();
  }
}
