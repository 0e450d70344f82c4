package org.marsad.processor.rules.sites;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.SiteKind;
import org.marsad.processor.rules.merging.Merged;

/**
 * Whether a strike hit a hospital, a school or another protected site: because a report says so, or
 * because the site lies within reach of the strike's point. Only a fine point reaches a site: a
 * circle as wide as a neighbourhood says nothing about what stands in it.
 *
 * @param reachMetres distance beyond the point's radius, at least 0; a site exactly that far counts
 * @param finestMetres a point with a larger radius reaches nothing, at least 0; one exactly that
 *     large does
 */
public record ProtectedSiteRule(double reachMetres, double finestMetres) {
  public ProtectedSiteRule {
    if (!(reachMetres >= 0)) {
      throw new IllegalArgumentException("reach-metres: " + reachMetres + " (expected: >= 0)");
    }
    if (!(finestMetres >= 0)) {
      throw new IllegalArgumentException(
          "point-radius-metres: " + finestMetres + " (expected: >= 0)");
    }
  }

  /** Why a site counts as hit. */
  public enum Basis {
    REPORT,
    REACH
  }

  /**
   * A protected site that was or may have been hit.
   *
   * @param kind what stands there
   * @param site the site; null where a report names the kind and no such site is within reach
   * @param basis why it counts
   * @param metres from the strike's centre; negative where no site is known
   */
  public record Hit(SiteKind kind, @Nullable Site site, Basis basis, double metres) {}

  /**
   * That a strike hit protected sites.
   *
   * @param hits by kind, then by site, those without a site last
   * @param certainty the strike's where a report says so or a site lies certainly within reach,
   *     else POSSIBLE
   */
  public record Verdict(List<Hit> hits, Certainty certainty) {
    public Verdict {
      hits = List.copyOf(hits);
    }
  }

  /**
   * Judges one strike by what anybody may know.
   *
   * @param map with the sites of its world
   */
  public Optional<Verdict> judge(Merged strike, AreaMap map) {
    var hits = withinReach(strike, map.publicSites());
    for (var kind : SiteKind.values()) {
      if (isReported(kind, strike) && hits.stream().noneMatch(hit -> hit.kind == kind)) {
        hits.add(new Hit(kind, null, Basis.REPORT, -1));
      }
    }
    hits.sort(Comparator.comparing(Hit::kind)); // stable: within a kind by site
    return hits.isEmpty() ? Optional.empty() : Optional.of(verdict(hits, strike));
  }

  /**
   * Judges one strike for each confidential site within its reach: that site alone is told.
   *
   * @param map with the sites of its world
   */
  public List<Verdict> judgeConfidential(Merged strike, AreaMap map) {
    return withinReach(strike, map.confidentialSites()).stream()
        .map(hit -> verdict(List.of(hit), strike))
        .toList();
  }

  /** Whether a report says that this very site was hit. */
  public boolean isReported(Merged strike, Site site) {
    return isReported(site.kind(), strike) && !withinReach(strike, List.of(site)).isEmpty();
  }

  private Verdict verdict(List<Hit> hits, Merged strike) {
    var certain =
        hits.stream()
            .anyMatch(hit -> hit.basis == Basis.REPORT || isCertain(hit, strike.spot().circle()));
    return new Verdict(hits, certain ? strike.certainty() : Certainty.POSSIBLE);
  }

  private List<Hit> withinReach(Merged strike, List<Site> sites) {
    var hits = new ArrayList<Hit>();
    var circle = strike.spot().circle();
    if (circle == null || !strike.spot().isFine() || circle.radiusMetres() > finestMetres) {
      return hits;
    }
    var farthest = reachMetres + circle.radiusMetres();
    for (var site : sites) {
      if (site.kind().isProtected() && circle.centre().isWithin(farthest, site.point())) {
        var basis = isReported(site.kind(), strike) ? Basis.REPORT : Basis.REACH;
        hits.add(new Hit(site.kind(), site, basis, circle.centre().metresTo(site.point())));
      }
    }
    return hits;
  }

  private boolean isCertain(Hit hit, @Nullable Circle circle) {
    return circle != null && hit.metres + circle.radiusMetres() <= reachMetres;
  }

  private static boolean isReported(SiteKind kind, Merged strike) {
    return kind.target().filter(target -> strike.targets().contains(target)).isPresent();
  }
}
