package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.message.SiteKind.HOSPITAL;
import static org.marsad.message.SiteKind.OTHER;
import static org.marsad.message.SiteKind.RESCUE_BASE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;

class OperatorViewTest {
  @Test
  void shouldBeTheSameWhateverTheSourcesAreCalled() {
    // Given
    var one = Examples.strike("s").setLineages(List.of("a", "b")).setReportIds(List.of("a:1"));
    var other = Examples.strike("s").setLineages(List.of("x", "y")).setReportIds(List.of("z:9"));
    // Then
    assertThat(json(OperatorView.of(one.build())))
        .isEqualTo(json(OperatorView.of(other.build())))
        .contains("\"sources\":2");
  }

  @Test
  void shouldBeTheSameWhomeverAnAlertIsAddressedTo() {
    // Given
    var one = Examples.alert("a").setAddressees(List.of("hospital-m10"));
    var other = Examples.alert("a").setAddressees(List.of());
    // Then
    assertThat(json(one.build())).isEqualTo(json(other.build()));
  }

  /** Three of them, and the strikes' points, are a position. */
  @ParameterizedTest
  @EnumSource(SiteKind.class)
  void shouldKeepDistancesOfWhatTheMapDoesNotShow(SiteKind kind) {
    // Given
    var hit = new SiteHit("site", kind, SiteBasis.REACH, 12.0, false);
    var alert = Examples.alert("a").setProtectedSites(List.of(hit)).build();
    var isOnTheMap = mapOf(kind).contains("\"Point\"");
    // Then
    assertThat(json(alert)).contains("\"siteId\":\"site\"");
    assertThat(json(alert).contains("distanceMetres")).isEqualTo(isOnTheMap);
    assertThat(isOnTheMap).isNotEqualTo(Set.of(HOSPITAL, RESCUE_BASE, OTHER).contains(kind));
  }

  @Test
  void shouldNotTellHowFarAHospitalLies() {
    // Given
    var near = Alerts.surgeFacts().setDistanceMetres(620.0).setShare(0.704).build();
    var far = Alerts.surgeFacts().setDistanceMetres(1480.0).setShare(0.696).build();
    // Then
    assertThat(json(Alerts.surge().setSurge(near).build()))
        .isEqualTo(json(Alerts.surge().setSurge(far).build()))
        .contains("\"share\":0.7,");
  }

  private static String mapOf(SiteKind kind) {
    var areas = new AreaDirectory();
    areas.onProfile(
        Examples.aleppo().setSites(List.of(Examples.site("site", kind, false))).build());
    return new String(areas.map().json(), StandardCharsets.UTF_8);
  }

  @Test
  void shouldHaveNoKeyForWhatWasNotReported() {
    // Given
    var strike = Examples.strike("s").setKilled(new CountRange(10, 10, null)).setInjured(null);
    // Then
    assertThat(json(OperatorView.of(strike.build())))
        .contains("\"killed\":{\"low\":10,\"best\":10}")
        .doesNotContain("injured");
  }

  private static String json(Alert alert) {
    return json(OperatorView.of(alert, alert));
  }

  private static String json(Item item) {
    return new String(item.json(), StandardCharsets.UTF_8);
  }
}
