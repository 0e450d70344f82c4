package org.marsad.processor.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.Reality;
import org.marsad.message.Site;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteKind;

/**
 * PROTECTED_SITE_STRIKE: a strike against each site.
 *
 * @param hits by kind and site
 */
record ProtectedSites(Certainty certainty, List<Hit> hits) {
  private static final List<SiteKind> PROTECTED =
      List.of(
          SiteKind.HOSPITAL,
          SiteKind.SCHOOL,
          SiteKind.BAKERY,
          SiteKind.MARKET,
          SiteKind.SHELTER,
          SiteKind.PLACE_OF_WORSHIP,
          SiteKind.CAMP,
          SiteKind.WATER,
          SiteKind.RESCUE_BASE);

  private static final Set<SiteKind> GRAVE =
      Set.of(
          SiteKind.HOSPITAL,
          SiteKind.SCHOOL,
          SiteKind.SHELTER,
          SiteKind.CAMP,
          SiteKind.RESCUE_BASE);

  /** One kind or site that was hit, or may have been. */
  record Hit(SiteKind kind, @Nullable String siteId, SiteBasis basis, @Nullable Double metres) {
    @Override
    public String toString() {
      return "%s %s %s %s".formatted(kind, siteId, basis, metres);
    }
  }

  /** What everybody is told: no confidential site has a part in it. */
  static @Nullable ProtectedSites of(OneStrike strike, @Nullable AreaProfile profile) {
    var hits = new ArrayList<Hit>();
    var isCertain = false;
    for (var kind : PROTECTED) {
      var found = false;
      for (var site : publicSites(profile, strike.reality(), kind)) {
        if (isWithinReach(site, strike)) {
          found = true;
          hits.add(hit(site, strike));
          isCertain |= isCertain(site, strike);
        }
      }
      if (isNamed(kind, strike) && !found) {
        hits.add(new Hit(kind, null, SiteBasis.REPORT, null));
        isCertain = true;
      }
    }
    return hits.isEmpty()
        ? null
        : new ProtectedSites(isCertain ? strike.certainty() : Certainty.POSSIBLE, hits);
  }

  /** What a confidential site is told; null where it is out of reach. */
  static @Nullable ProtectedSites ofSite(Site site, OneStrike strike) {
    if (!PROTECTED.contains(site.getKind()) || !isWithinReach(site, strike)) {
      return null;
    }
    return new ProtectedSites(
        isCertain(site, strike) ? strike.certainty() : Certainty.POSSIBLE,
        List.of(hit(site, strike)));
  }

  /** Sites that anybody may know of, by id. */
  static List<Site> publicSites(@Nullable AreaProfile profile, Reality reality, SiteKind kind) {
    return sites(profile, kind).stream()
        .filter(site -> !site.getConfidential())
        .filter(site -> !site.getFictional() || reality != Reality.ACTUAL)
        .toList();
  }

  /** Sites that nobody else may know of: in earnest alone, and none that is made up. */
  static List<Site> confidentialSites(@Nullable AreaProfile profile, Reality reality) {
    var all = new ArrayList<Site>();
    if (reality == Reality.ACTUAL) {
      for (var kind : SiteKind.values()) {
        sites(profile, kind).stream()
            .filter(site -> site.getConfidential() && !site.getFictional())
            .forEach(all::add);
      }
    }
    return all;
  }

  private static List<Site> sites(@Nullable AreaProfile profile, SiteKind kind) {
    return profile == null
        ? List.of()
        : profile.getSites().stream()
            .filter(site -> site.getKind() == kind)
            .sorted(Comparator.comparing(Site::getSiteId))
            .toList();
  }

  /** Whether a report says that a hospital, school, shelter, camp or rescue base was hit. */
  boolean isGraveByReport() {
    return hits.stream().anyMatch(h -> h.basis() == SiteBasis.REPORT && GRAVE.contains(h.kind()));
  }

  boolean isByReport() {
    return hits.stream().anyMatch(hit -> hit.basis() == SiteBasis.REPORT);
  }

  /** Whether a report says that this hospital was hit. */
  static boolean isHitByReport(Site site, OneStrike strike) {
    return isWithinReach(site, strike) && isNamed(site.getKind(), strike);
  }

  private static Hit hit(Site site, OneStrike strike) {
    return new Hit(
        site.getKind(),
        site.getSiteId(),
        isNamed(site.getKind(), strike) ? SiteBasis.REPORT : SiteBasis.REACH,
        AlertFacts.decimetres(metres(site, strike)));
  }

  private static boolean isNamed(SiteKind kind, OneStrike strike) {
    return strike.targets().stream().anyMatch(target -> target.name().equals(kind.name()));
  }

  private static boolean isCertain(Site site, OneStrike strike) {
    var circle = strike.spot().circle();
    return isNamed(site.getKind(), strike)
        || (circle != null
            && metres(site, strike) + circle.radiusMetres() <= Thresholds.SITE_REACH_METRES);
  }

  private static boolean isWithinReach(Site site, OneStrike strike) {
    var circle = strike.spot().circle();
    return strike.spot().isFine()
        && circle != null
        && circle.radiusMetres() <= Thresholds.POINT_METRES
        && metres(site, strike) - circle.radiusMetres() <= Thresholds.SITE_REACH_METRES;
  }

  private static double metres(Site site, OneStrike strike) {
    var circle = strike.spot().circle();
    return circle == null
        ? Double.POSITIVE_INFINITY
        : circle.metresTo(site.getLat(), site.getLon());
  }
}
