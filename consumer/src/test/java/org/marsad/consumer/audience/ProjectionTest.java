package org.marsad.consumer.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.text.AlertLine;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reason;
import org.marsad.message.ReasonNumber;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.schemas.MessageJson;

class ProjectionTest {
  private static final AlertLine LINE = new AlertLine((code, language) -> code, false);

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"RESCUE", "HOSPITAL", "OPS", "ARCHIVE"})
  void shouldShowTheExactPlaceToThoseWhoGoThere(Role role) {
    var alert = residential().build();
    assertThat(view(alert, role)).isEqualTo(alert);
  }

  @Test
  void shouldShowThePublicTheNeighbourhoodAndNoPoint() {
    // When
    var seen = view(residential().build(), Role.PUBLIC);
    // Then
    assertThat(seen.getNeighbourhoods()).containsExactly("aleppo/al-fardous");
    assertThat(seen.getKilled()).isEqualTo(residential().build().getKilled());
    assertThat(MessageJson.line(seen))
        .doesNotContain("36.187", "37.1508", "150.0", "bakery", "\"s1\"");
  }

  @Test
  void shouldChangeNoByteForThePublicWhenOnlyTheHiddenChanges() {
    // Given
    var one = residential();
    var other =
        residential()
            .setPlace(new Place(36.2, 37.2, 20.0, PlaceBasis.NAME, "behind the school"))
            .setStrikeIds(List.of("s7", "s8"))
            .setAddressees(List.of("hospital-1"))
            .setResidential(new ResidentialVerdict(ResidentialBasis.MAP, Certainty.LIKELY, 0.7))
            .setReason(new Reason("LAND_USE", List.of(new ReasonNumber("metres", 12.0))))
            .setRepeat(repeat().build().getRepeat());
    one.setProtectedSites(List.of(hit("school-1", 12.0, false), hit("school-2", 80.0, false)));
    other.setProtectedSites(List.of(hit("school-7", 44.0, true), hit("school-9", 1.0, false)));
    // Then
    assertThat(MessageJson.line(view(other.build(), Role.PUBLIC)))
        .isEqualTo(MessageJson.line(view(one.build(), Role.PUBLIC)));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldShowNobodyWhichConfidentialSiteWasHitNorWhere(Role role) {
    // Given
    var one = protectedSite(hit("school-1", 12.0, true), hit("school-5", 80.0, false)).build();
    var other = protectedSite(hit("school-5", 80.0, false), hit("school-9", 99.0, true)).build();
    // Then
    assertThat(view(one, role)).isEqualTo(view(other, role));
    assertThat(LINE.of(view(one, role))).isEqualTo(LINE.of(view(other, role)));
    assertThat(MessageJson.line(view(one, role))).doesNotContain("school-1", "12.0");
  }

  @Test
  void shouldShowAHospitalThatItWasHitItself() {
    var alert = protectedSite(hit("h1", 12.0, true)).build();
    assertThat(Projection.of(alert, Role.HOSPITAL, "h1")).contains(alert);
    assertThat(view(alert, Role.HOSPITAL)).isNotEqualTo(alert);
  }

  @Test
  void shouldLeaveTheAlertItselfAsItWas() {
    var alert = residential().build();
    view(alert, Role.PUBLIC);
    assertThat(alert).isEqualTo(residential().build());
  }

  private static Alert view(Alert alert, Role role) {
    return Projection.of(alert, role, null).orElseThrow();
  }

  private static SiteHit hit(String siteId, double metres, boolean confidential) {
    return new SiteHit(siteId, SiteKind.SCHOOL, SiteBasis.REACH, metres, confidential);
  }
}
