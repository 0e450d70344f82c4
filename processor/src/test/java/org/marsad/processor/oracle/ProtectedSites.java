package org.marsad.processor.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.Rule;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;

/** PROTECTED_SITE_STRIKE: each strike against each site. */
final class ProtectedSites {
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

  private ProtectedSites() {}

  static void claim(
      List<OneStrike> strikes, @Nullable AreaProfile profile, Map<String, Facts> claims) {
    var sites = profile == null ? List.<Site>of() : profile.getSites();
    for (var strike : strikes) {
      var hits = new TreeSet<String>();
      var certain = false;
      for (var kind : PROTECTED) {
        var named = isNamed(kind, strike);
        var found = false;
        for (var site : sites) {
          if (site.getKind() == kind && isWithinReach(site, strike)) {
            found = true;
            certain |= named || lieWhollyWithinReach(site, strike);
            hits.add(
                "%s %s %s %.3f m %s"
                    .formatted(
                        kind,
                        site.getSiteId(),
                        named ? "REPORT" : "REACH",
                        Rounded.decimetres(metres(site, strike)),
                        site.getConfidential() ? "confidential" : "open"));
          }
        }
        if (named && !found) {
          certain = true;
          hits.add("%s - REPORT - open".formatted(kind));
        }
      }
      if (!hits.isEmpty()) {
        claims.put(
            Rule.PROTECTED_SITE_STRIKE + " " + strike.name(),
            AlertFacts.aboutOne(strike, new Facts())
                .with("certainty", certain ? strike.certainty() : Certainty.POSSIBLE)
                .with("hits", hits));
      }
    }
  }

  private static boolean isNamed(SiteKind kind, OneStrike strike) {
    return strike.targets().stream().anyMatch(target -> target.name().equals(kind.name()));
  }

  private static boolean isWithinReach(Site site, OneStrike strike) {
    var circle = strike.spot().circle();
    return strike.spot().isFine()
        && circle != null
        && metres(site, strike) - circle.radiusMetres() <= Thresholds.SITE_REACH_METRES;
  }

  private static boolean lieWhollyWithinReach(Site site, OneStrike strike) {
    var circle = strike.spot().circle();
    return circle != null
        && metres(site, strike) + circle.radiusMetres() <= Thresholds.SITE_REACH_METRES;
  }

  private static double metres(Site site, OneStrike strike) {
    var circle = strike.spot().circle();
    return circle == null
        ? Double.POSITIVE_INFINITY
        : circle.metresTo(site.getLat(), site.getLon());
  }
}
