package org.marsad.consumer.audience;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.message.Site;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SubjectKind;

/**
 * Takes sites out of alerts that were made before the sites became confidential. Alerts made since
 * say nothing of them: those travel on topics of their own, which are not handed to this class.
 */
public final class Confidential {
  private Confidential() {}

  /**
   * An alert of the topic that everybody reads, as it may still be shown. A site that lies within
   * reach is gone; of one that a report named, the kind stays, because the report says it.
   *
   * @param profiles of areas, by code, as far as they are known
   * @return empty where the alert is about a hospital that is confidential now
   */
  public static Optional<Alert> without(
      Alert alert, Function<String, Optional<AreaProfile>> profiles) {
    if (alert.getFindings().stream().noneMatch(Confidential::speaksOfSites)) {
      return Optional.of(alert);
    }
    var hidden = sites(alert, profiles);
    if (isOwn(alert, hidden)) {
      return Optional.empty();
    }
    if (alert.getFindings().stream().noneMatch(finding -> shows(finding, hidden))) {
      return Optional.of(alert);
    }
    var findings =
        alert.getFindings().stream()
            .map(finding -> without(finding, hidden))
            .filter(Objects::nonNull)
            .toList();
    return Optional.of(Alert.newBuilder(alert).setFindings(findings).build());
  }

  private static boolean speaksOfSites(Finding finding) {
    return !finding.getSites().isEmpty() || finding.getSurge() != null;
  }

  /** The sites that are confidential now. */
  private static Set<String> sites(Alert alert, Function<String, Optional<AreaProfile>> profiles) {
    return profiles.apply(alert.getArea()).stream()
        .flatMap(area -> area.getSites().stream())
        .filter(Site::getConfidential)
        .map(Site::getSiteId)
        .collect(Collectors.toSet());
  }

  private static boolean isOwn(Alert alert, Set<String> hidden) {
    var kind = alert.getSubject().getKind();
    return (kind == SubjectKind.HOSPITAL || kind == SubjectKind.SITE)
        && alert.getAddressee() != null
        && hidden.contains(alert.getAddressee());
  }

  private static boolean shows(Finding finding, Set<String> hidden) {
    return finding.getSites().stream().anyMatch(hit -> isHidden(hit, hidden));
  }

  private static boolean isHidden(SiteHit hit, Set<String> hidden) {
    return hit.getSiteId() != null && hidden.contains(hit.getSiteId());
  }

  /** The numbers go too: they may hold the distance. Null: nothing is left of the finding. */
  private static @Nullable Finding without(Finding finding, Set<String> hidden) {
    if (!shows(finding, hidden)) {
      return finding;
    }
    var left =
        finding.getSites().stream()
            .filter(hit -> !isHidden(hit, hidden) || hit.getBasis() == SiteBasis.REPORT)
            .map(hit -> isHidden(hit, hidden) ? kindOnly(hit) : hit)
            .sorted()
            .toList();
    return finding.getRule() == Rule.PROTECTED_SITE_STRIKE && left.isEmpty()
        ? null
        : Finding.newBuilder(finding).setSites(left).setNumbers(List.of()).build();
  }

  private static SiteHit kindOnly(SiteHit hit) {
    return SiteHit.newBuilder(hit).setSiteId(null).setDistanceMetres(null).build();
  }
}
