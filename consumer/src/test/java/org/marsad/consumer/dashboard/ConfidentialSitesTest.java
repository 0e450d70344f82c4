package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.message.Alert;
import org.marsad.message.Reason;
import org.marsad.message.ReasonNumber;
import org.marsad.message.Rule;
import org.marsad.message.Site;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;

class ConfidentialSitesTest {
  /** Two worlds that differ in what is hidden: the page, its map and its stream are the same. */
  @Test
  void shouldEmitTheSameBytesWhateverAConfidentialSiteIsCalledAndWhereverItIs() {
    // Given
    var one = emitted("a-hidden", 36.19, 37.15, 12.0);
    var other = emitted("z-concealed", 36.21, 37.18, 96.0);
    // Then
    assertThat(other).isEqualTo(one);
    assertThat(one).contains("open-bakery", "\"kind\":\"BAKERY\"", "hospital-surge:open");
    assertThat(one).doesNotContain("hidden");
  }

  /** The processor says nothing anew of an alert when the area's profile changes. */
  @Test
  void shouldHideASiteThatBecomesConfidentialWhetherItsAlertsAreKnownOrComeLater() {
    // Given
    var hits = List.of(new SiteHit("b", SiteKind.BAKERY, SiteBasis.REACH, 12.0, false));
    var hit =
        Examples.alert("hit").setRule(Rule.PROTECTED_SITE_STRIKE).setProtectedSites(hits).build();
    var hidden =
        Examples.aleppo()
            .setVersion(2)
            .setSites(
                List.of(
                    Examples.site("b", SiteKind.BAKERY, true),
                    Examples.site("h", SiteKind.HOSPITAL, true)))
            .build();
    for (var isKnown : List.of(true, false)) {
      var told =
          new DashboardState(new AreaDirectory(), Clock.fixed(Examples.NOON, ZoneOffset.UTC));
      told.onArea(isKnown ? Examples.aleppo().build() : hidden);
      told.onAlert(hit);
      told.onAlert(surge("h", false));
      var frames = new FakeOutput();
      var client = new StreamClient(frames, 1_000_000, () -> {});
      client.onWritePossible();
      var unused = told.events().join(client, null);
      // When
      told.onArea(hidden);
      told.onAlert(hit);
      told.onAlert(surge("h", false));
      told.onArea(hidden);
      // Then
      var shown = told.alerts().list(item -> true, 10).items();
      assertThat(shown).hasSize(1);
      assertThat(new String(shown.get(0).json(), StandardCharsets.UTF_8))
          .contains("\"alertId\":\"hit\"", "\"kind\":\"BAKERY\"")
          .doesNotContain("siteId", "distanceMetres");
      assertThat(frames.text().split("event: removed", -1)).hasSize(isKnown ? 3 : 1);
      assertThat(frames.text().split("event: alert", -1)).hasSize(isKnown ? 2 : 1);
    }
  }

  private String emitted(String siteId, double lat, double lon, double metres) {
    var told = new DashboardState(new AreaDirectory(), Clock.fixed(Examples.NOON, ZoneOffset.UTC));
    told.onArea(
        Examples.aleppo()
            .setSites(
                List.of(
                    Examples.site("open-bakery", SiteKind.BAKERY, false),
                    new Site(
                        siteId,
                        SiteKind.BAKERY,
                        Examples.names("Name of " + siteId, siteId),
                        lat,
                        lon,
                        10,
                        true,
                        true)))
            .build());
    var hits = new ArrayList<SiteHit>();
    hits.add(new SiteHit(siteId, SiteKind.BAKERY, SiteBasis.REACH, metres, true));
    hits.add(new SiteHit("open-bakery", SiteKind.BAKERY, SiteBasis.REACH, 30.0, false));
    hits.sort(Comparator.comparing(SiteHit::getSiteId));
    told.onAlert(
        Examples.alert("hit")
            .setRule(Rule.PROTECTED_SITE_STRIKE)
            .setProtectedSites(hits)
            .setReason(new Reason("SITE_HIT", List.of(new ReasonNumber("metres", metres))))
            .build());
    told.onAlert(surge(siteId, true));
    told.onAlert(surge("open", false));
    var frames = new FakeOutput();
    var client = new StreamClient(frames, 1_000_000, () -> {});
    client.onWritePossible();
    var unused = told.events().join(client, null);
    told.onAlert(Alert.newBuilder(surge(siteId, true)).setRevision(2).build());
    told.onAlert(Alert.newBuilder(surge("open", false)).setRevision(2).build());
    var text = new StringBuilder();
    for (var item : told.alerts().list(item -> true, 10).items()) {
      text.append(new String(item.json(), StandardCharsets.UTF_8));
    }
    return text.append(new String(told.areas().map().json(), StandardCharsets.UTF_8))
        .append(frames.text().replaceAll("(?m)^(id: [^:]+|retry: .*)", ""))
        .toString();
  }

  private static Alert surge(String siteId, boolean confidential) {
    return Examples.alert("hospital-surge:" + siteId + ":2016-10-11")
        .setRule(Rule.HOSPITAL_SURGE)
        .setAddressees(List.of(siteId))
        .setSurge(Alerts.surgeFacts().setSiteId(siteId).setConfidential(confidential).build())
        .build();
  }
}
