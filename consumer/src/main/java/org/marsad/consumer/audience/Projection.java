package org.marsad.consumer.audience;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.confidential.Confidential;
import org.marsad.message.Alert;
import org.marsad.message.Place;
import org.marsad.message.Reason;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.SiteHit;
import org.marsad.message.SurgeFacts;

/**
 * The view of an alert that one audience may see. Confidential sites appear to nobody but
 * themselves. The public sees the neighbourhood: no point, no place as said, no list of strikes, no
 * site, and no number that rests on the exact point. The alert's own id stays, and with it that of
 * the strike that many an alert is about: a digest, which shows neither its place nor its sources.
 */
public final class Projection {
  private Projection() {}

  /**
   * The alert as it may be seen, a copy wherever something is hidden; or not at all.
   *
   * @param role what the one who sees it is
   * @param site the hospital that it stands for; null: none
   */
  public static Optional<Alert> of(Alert alert, Role role, @Nullable String site) {
    var view = Confidential.view(alert, site);
    return switch (role) {
      case RESCUE, HOSPITAL, OPS, ARCHIVE -> view;
      case PUBLIC -> view.map(Projection::forThePublic);
    };
  }

  private static Alert forThePublic(Alert alert) {
    return Alert.newBuilder(alert)
        .setPlace(withoutPoint(alert.getPlace()))
        .setStrikeIds(List.of())
        .setAddressees(List.of())
        .setResidential(withoutShare(alert.getResidential()))
        .setProtectedSites(kindsOnly(alert.getProtectedSites()))
        .setRepeat(null) // all of it is about two exact points
        .setSurge(withoutDistance(alert.getSurge()))
        .setReason(new Reason(alert.getReason().getCode(), List.of()))
        .build();
  }

  private static @Nullable Place withoutPoint(@Nullable Place place) {
    return place == null ? null : Place.newBuilder().setBasis(place.getBasis()).build();
  }

  private static List<SiteHit> kindsOnly(List<SiteHit> hits) {
    return hits.stream()
        .map(hit -> new SiteHit(null, hit.getKind(), hit.getBasis(), null, false))
        .sorted(Comparator.comparing(SiteHit::getKind).thenComparing(SiteHit::getBasis))
        .toList();
  }

  private static @Nullable SurgeFacts withoutDistance(@Nullable SurgeFacts surge) {
    return surge == null ? null : SurgeFacts.newBuilder(surge).setDistanceMetres(null).build();
  }

  private static @Nullable ResidentialVerdict withoutShare(@Nullable ResidentialVerdict verdict) {
    return verdict == null
        ? null
        : ResidentialVerdict.newBuilder(verdict).setLivedInShare(null).build();
  }
}
