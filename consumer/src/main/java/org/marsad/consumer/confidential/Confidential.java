package org.marsad.consumer.confidential;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Reason;
import org.marsad.message.Rule;
import org.marsad.message.Site;
import org.marsad.message.SiteHit;
import org.marsad.message.SurgeFacts;

/**
 * The view of an alert that hides confidential sites from all but the site itself. Whatever the
 * site's id, name or position are, the view is the same to the byte.
 */
public final class Confidential {
  /** Nothing of a confidential site's id may show, so it cannot decide the order either. */
  private static final Comparator<SiteHit> ORDER =
      Comparator.comparing(SiteHit::getKind)
          .thenComparing(SiteHit::getSiteId, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(SiteHit::getConfidential)
          .thenComparing(SiteHit::getBasis);

  private Confidential() {}

  /**
   * The alert with every site marked as confidential that its area's profile calls so: it may have
   * become so since the alert was made.
   *
   * @param profiles of areas, by code, as far as they are known
   */
  public static Alert marked(Alert alert, Function<String, Optional<AreaProfile>> profiles) {
    var hits = alert.getProtectedSites();
    var surge = alert.getSurge();
    if (hits.isEmpty() && surge == null) {
      return alert;
    }
    var hidden =
        profiles.apply(alert.getArea()).stream()
            .flatMap(area -> area.getSites().stream())
            .filter(Site::getConfidential)
            .map(Site::getSiteId)
            .collect(Collectors.toSet());
    var isSurgeHidden = surge != null && hidden.contains(surge.getSiteId());
    if (!isSurgeHidden && hits.stream().noneMatch(hit -> hidden.contains(hit.getSiteId()))) {
      return alert;
    }
    return Alert.newBuilder(alert)
        .setProtectedSites(hits.stream().map(hit -> marked(hit, hidden)).toList())
        .setSurge(
            isSurgeHidden ? SurgeFacts.newBuilder(surge).setConfidential(true).build() : surge)
        .build();
  }

  private static SiteHit marked(SiteHit hit, Set<String> hidden) {
    return hidden.contains(hit.getSiteId())
        ? SiteHit.newBuilder(hit).setConfidential(true).build()
        : hit;
  }

  /**
   * The alert as a reader may see it: of a confidential site that was hit only that there is one of
   * its kind, and nothing that is addressed to a confidential hospital.
   *
   * @param site that the reader speaks for; null: none
   * @return empty where the reader may not know that there is such an alert
   */
  public static Optional<Alert> view(Alert alert, @Nullable String site) {
    if (!isVisible(alert, site)) {
      return Optional.empty();
    }
    return Optional.of(
        alert.getProtectedSites().stream().anyMatch(hit -> isHidden(hit, site))
            ? withoutSites(alert, site)
            : alert);
  }

  /** Whether a reader may know that there is such an alert: {@link #view} is not empty. */
  public static boolean isVisible(Alert alert, @Nullable String site) {
    return alert.getRule() != Rule.HOSPITAL_SURGE || !isHiddenSurge(alert, site);
  }

  /** Its id, place and numbers are the hospital's. Where nothing is said, it is confidential. */
  private static boolean isHiddenSurge(Alert alert, @Nullable String site) {
    if (site != null && alert.getAddressees().contains(site)) {
      return false;
    }
    var surge = alert.getSurge();
    return surge == null
        ? !alert.getAddressees().isEmpty()
        : surge.getSiteId() != null && surge.getConfidential();
  }

  /** The reason's numbers go too: they may hold the distance. */
  private static Alert withoutSites(Alert alert, @Nullable String site) {
    return Alert.newBuilder(alert)
        .setProtectedSites(hits(alert.getProtectedSites(), site))
        .setReason(new Reason(alert.getReason().getCode(), List.of()))
        .build();
  }

  private static List<SiteHit> hits(List<SiteHit> hits, @Nullable String site) {
    return hits.stream()
        .map(
            hit ->
                isHidden(hit, site)
                    ? SiteHit.newBuilder(hit).setSiteId(null).setDistanceMetres(null).build()
                    : hit)
        .sorted(ORDER)
        .toList();
  }

  private static boolean isHidden(SiteHit hit, @Nullable String site) {
    return hit.getConfidential() && (site == null || !site.equals(hit.getSiteId()));
  }
}
