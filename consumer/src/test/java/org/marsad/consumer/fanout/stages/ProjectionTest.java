package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.fanout.subscribers.Role;
import org.marsad.message.Certainty;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reason;
import org.marsad.message.ReasonNumber;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.schemas.MessageJson;

class ProjectionTest {
  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"RESCUE", "HOSPITAL", "OPS", "ARCHIVE"})
  void shouldShowTheExactPlaceToThoseWhoGoThere(Role role) {
    var alert = residential().build();
    assertThat(Projection.of(alert, role)).isEqualTo(alert);
  }

  @Test
  void shouldShowThePublicTheNeighbourhoodAndNoPoint() {
    // When
    var seen = Projection.of(residential().build(), Role.PUBLIC);
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
            .setReason(new Reason("LAND_USE", List.of(new ReasonNumber("metres", 12.0))));
    // Then
    assertThat(MessageJson.line(Projection.of(other.build(), Role.PUBLIC)))
        .isEqualTo(MessageJson.line(Projection.of(one.build(), Role.PUBLIC)));
  }

  @Test
  void shouldLeaveTheAlertItselfAsItWas() {
    var alert = residential().build();
    Projection.of(alert, Role.PUBLIC);
    assertThat(alert).isEqualTo(residential().build());
  }
}
