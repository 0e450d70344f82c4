package org.marsad.consumer.fanout.stages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.fanout.subscribers.Role;
import org.marsad.message.Alert;
import org.marsad.message.Place;
import org.marsad.message.Reason;
import org.marsad.message.ResidentialVerdict;

/**
 * Stage 2: the view of an alert that one audience may see. The public sees the neighbourhood: no
 * point, no place as said, no strike, and no number that rests on the exact point.
 */
final class Projection {
  private Projection() {}

  /** The alert as the role may see it; a copy wherever something is hidden. */
  static Alert of(Alert alert, Role role) {
    return switch (role) {
      case RESCUE, HOSPITAL, OPS, ARCHIVE -> alert;
      case PUBLIC -> forThePublic(alert);
    };
  }

  private static Alert forThePublic(Alert alert) {
    return Alert.newBuilder(alert)
        .setPlace(withoutPoint(alert.getPlace()))
        .setStrikeIds(List.of())
        .setAddressees(List.of())
        .setResidential(withoutShare(alert.getResidential()))
        .setReason(new Reason(alert.getReason().getCode(), List.of()))
        .build();
  }

  private static @Nullable Place withoutPoint(@Nullable Place place) {
    return place == null ? null : Place.newBuilder().setBasis(place.getBasis()).build();
  }

  private static @Nullable ResidentialVerdict withoutShare(@Nullable ResidentialVerdict verdict) {
    return verdict == null
        ? null
        : ResidentialVerdict.newBuilder(verdict).setLivedInShare(null).build();
  }
}
