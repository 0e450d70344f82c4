package org.marsad.processor.judging;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.marsad.message.Finding;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.SiteKind;
import org.marsad.processor.rules.severity.Gravity;
import org.marsad.processor.rules.severity.Gravity.Reported;

/** Findings in the order in which they are told. */
final class FindingOrder {
  private FindingOrder() {}

  /** The gravest first. */
  static List<Finding> sorted(Collection<Finding> findings) {
    return findings.stream().sorted(Comparator.comparing(FindingOrder::gravity)).toList();
  }

  private static Gravity gravity(Finding finding) {
    return Gravity.of(
        Domain.to(FindingKind.class, finding.getRule()),
        Domain.to(Certainty.class, finding.getCertainty()),
        Boolean.TRUE.equals(finding.getMass()),
        Boolean.TRUE.equals(finding.getUnknown()),
        reported(finding));
  }

  private static Reported reported(Finding finding) {
    var kinds =
        finding.getSites().stream()
            .filter(hit -> hit.getBasis() == SiteBasis.REPORT)
            .map(SiteHit::getKind)
            .map(kind -> Domain.to(SiteKind.class, kind))
            .toList();
    if (kinds.isEmpty()) {
      return Reported.NONE;
    }
    return kinds.stream().anyMatch(SiteKind::isGravest) ? Reported.GRAVEST : Reported.SOME;
  }
}
