package org.marsad.consumer.confidential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeFacts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.schemas.MessageJson;

class ConfidentialTest {
  private static final SiteHit OPEN = hospital("m", 55.0, false);

  @Test
  void shouldShowWhatIsNotConfidentialAsItIs() {
    assertThat(Confidential.view(repeat().build(), null)).contains(repeat().build());
    var open = protectedSite(OPEN).build();
    assertThat(Confidential.view(open, null)).contains(open);
  }

  @Test
  void shouldKeepKindAndBasisOfAConfidentialSiteAndNothingElse() {
    // When
    var view = Confidential.view(protectedSite(hospital("m10", 12.0, true)).build(), null);
    // Then
    assertThat(view.orElseThrow().getProtectedSites())
        .containsExactly(new SiteHit(null, SiteKind.HOSPITAL, SiteBasis.REACH, null, true));
    assertThat(MessageJson.line(view.orElseThrow())).doesNotContain("m10", "12.0");
  }

  /** The ids sort before and behind that of the open site: the order must not tell. */
  @Test
  void shouldChangeNoByteWhateverAConfidentialSiteIsCalledAndWhereverItIs() {
    // Given
    var one = protectedSite(hospital("a10", 12.0, true), OPEN).build();
    var other = protectedSite(OPEN, hospital("z99", 96.5, true)).build();
    // Then
    for (var site : new String[] {null, "m", "school-1"}) {
      assertThat(json(other, site)).isEqualTo(json(one, site));
    }
    assertThat(json(one, "a10")).isNotEqualTo(json(other, "a10")).contains("a10", "12.0");
  }

  @Test
  void shouldShowAConfidentialSiteItselfButNotTheOthers() {
    // Given
    var alert = protectedSite(hospital("a10", 12.0, true), hospital("b20", 31.0, true)).build();
    // Then
    assertThat(json(alert, "b20")).contains("b20", "31.0").doesNotContain("a10", "12.0");
  }

  @Test
  void shouldShowTheSurgeOfAConfidentialHospitalToNobodyElse() {
    // Given
    var secret = surge().setSurge(surgeFacts().setConfidential(true).build()).build();
    // Then
    assertThat(Confidential.view(secret, null)).isEmpty();
    assertThat(Confidential.view(secret, "hospital-b")).isEmpty();
    assertThat(Confidential.view(secret, "hospital-a")).contains(secret);
  }

  @Test
  void shouldShowTheSurgeOfAnOpenHospitalAndThatOfTheWholeArea() {
    // Given
    var nowhere =
        surge()
            .setAddressees(List.of())
            .setSurge(surgeFacts().setSiteId(null).setConfidential(true).build())
            .build();
    // Then
    assertThat(Confidential.view(surge().build(), null)).contains(surge().build());
    assertThat(Confidential.view(nowhere, null)).contains(nowhere);
  }

  @Test
  void shouldHideASurgeThatDoesNotSayWhetherItsHospitalIsConfidential() {
    assertThat(Confidential.view(surge().setSurge(null).build(), null)).isEmpty();
  }

  @Test
  void shouldMarkWhatTheAreasProfileCallsConfidentialByNow() {
    // Given
    var hit = protectedSite(hospital("m10", 12.0, false), OPEN).build();
    // When
    var markedHit = Confidential.marked(hit, area -> area("m10", true));
    var markedSurge = Confidential.marked(surge().build(), area -> area("hospital-a", true));
    // Then
    assertThat(markedHit).isEqualTo(protectedSite(hospital("m10", 12.0, true), OPEN).build());
    assertThat(markedSurge.getSurge().getConfidential()).isTrue();
    for (var alert : List.of(hit, surge().build(), repeat().build())) {
      assertThat(Confidential.marked(alert, area -> area("m10", false))).isEqualTo(alert);
      assertThat(Confidential.marked(alert, area -> Optional.empty())).isEqualTo(alert);
    }
  }

  private static Optional<AreaProfile> area(String siteId, boolean confidential) {
    var site = new Site(siteId, SiteKind.HOSPITAL, List.of(), 36.19, 37.15, 10, confidential, true);
    return Optional.of(Areas.aleppo().setSites(List.of(site)).build());
  }

  private static String json(Alert alert, @Nullable String site) {
    return MessageJson.line(Confidential.view(alert, site).orElseThrow());
  }

  private static SiteHit hospital(String siteId, double metres, boolean confidential) {
    return new SiteHit(siteId, SiteKind.HOSPITAL, SiteBasis.REACH, metres, confidential);
  }
}
