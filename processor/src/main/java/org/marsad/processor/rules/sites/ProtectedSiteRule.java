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
 * because the site lies within reach of the strike's circle. A circle as wide as a town says
 * nothing about a site, so only finely placed strikes reach one.
 *
 * @param reachMetres distance beyond the strike's radius, at least 0; a site exactly that far
 *     counts
 */
public record ProtectedSiteRule(double reachMetres) {
  public ProtectedSiteRule {
    if (!(reachMetres >= 0)) {
      throw new IllegalArgumentException("reach-metres: " + reachMetres + " (expected: >= 0)");
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

  /** Judges one strike. */
  public Optional<Verdict> judge(Merged strike, AreaMap map) {
    var hits = withinReach(strike, map);
    var certain =
        hits.stream()
            .anyMatch(hit -> hit.basis == Basis.REPORT || isCertain(hit, strike.spot().circle()));
    for (var kind : SiteKind.values()) {
      if (isReported(kind, strike) && hits.stream().noneMatch(hit -> hit.kind == kind)) {
        hits.add(new Hit(kind, null, Basis.REPORT, -1));
        certain = true;
      }
    }
    if (hits.isEmpty()) {
      return Optional.empty();
    }
    hits.sort(Comparator.comparing(Hit::kind)); // stable: within a kind by site
    return Optional.of(new Verdict(hits, certain ? strike.certainty() : Certainty.POSSIBLE));
  }

  private List<Hit> withinReach(Merged strike, AreaMap map) {
    var hits = new ArrayList<Hit>();
    var circle = strike.spot().circle();
    if (circle == null || !strike.spot().isFine()) {
      return hits;
    }
    var farthest = reachMetres + circle.radiusMetres();
    for (var site : map.sites()) {
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
