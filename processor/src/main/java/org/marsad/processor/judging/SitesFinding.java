package org.marsad.processor.judging;

import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.sites.ProtectedSiteRule;

/** PROTECTED_SITE_STRIKE as a finding. */
public final class SitesFinding {
  private SitesFinding() {}

  /** That a strike hit or may have hit protected sites. */
  public static Finding of(ProtectedSiteRule.Verdict verdict, ProtectedSiteRule rule) {
    var reported =
        verdict.hits().stream().anyMatch(hit -> hit.basis() == ProtectedSiteRule.Basis.REPORT);
    var within = verdict.hits().stream().filter(hit -> hit.site() != null).count();
    return FindingMessages.of(
            Rule.PROTECTED_SITE_STRIKE,
            verdict.certainty(),
            reported ? "SITE_REPORTED" : "SITE_WITHIN_REACH",
            Numbers.of("sitesWithinReach", within),
            Numbers.of("reachMetres", rule.reachMetres()))
        .setSites(verdict.hits().stream().map(SitesFinding::hit).toList())
        .build();
  }

  private static SiteHit hit(ProtectedSiteRule.Hit hit) {
    var site = hit.site();
    return new SiteHit(
        site == null ? null : site.id(),
        Domain.to(SiteKind.class, hit.kind()),
        Domain.to(SiteBasis.class, hit.basis()),
        site == null ? null : Numbers.metres(hit.metres()));
  }
}
