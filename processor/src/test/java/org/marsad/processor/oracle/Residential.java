package org.marsad.processor.oracle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.LandUse;
import org.marsad.message.Neighbourhood;
import org.marsad.message.ResidentialBasis;

/**
 * RESIDENTIAL_STRIKE.
 *
 * @param share of lived-in land within the circle; null unless that is the basis
 */
record Residential(ResidentialBasis basis, Certainty certainty, @Nullable Double share) {
  private static final int RINGS = 16;
  private static final int BEARINGS = 60;

  static @Nullable Residential of(OneStrike strike, @Nullable AreaProfile profile) {
    var part = Spot.part(strike.spot().neighbourhood(), profile);
    var byMap = part == null ? null : ofLandUse(part.getLandUse(), strike);
    var said = strike.homesHit();
    if (said != null && (byMap == null || isAtLeastAsCertain(said, byMap.certainty()))) {
      return new Residential(ResidentialBasis.REPORT, said, null);
    }
    if (part != null && part.getLandUse() != LandUse.UNKNOWN) {
      return byMap;
    }
    var share = livedInShare(strike.spot().circle(), profile);
    return share >= Thresholds.LIVED_IN_SHARE
        ? new Residential(ResidentialBasis.RADIUS, Certainty.POSSIBLE, share)
        : null;
  }

  private static boolean isAtLeastAsCertain(Certainty one, Certainty other) {
    var order = List.of(Certainty.OBSERVED, Certainty.LIKELY, Certainty.POSSIBLE);
    return order.indexOf(one) <= order.indexOf(other);
  }

  private static @Nullable Residential ofLandUse(LandUse use, OneStrike strike) {
    if (!isLivedIn(use)) {
      return null;
    }
    if (strike.spot().outside()) {
      return new Residential(ResidentialBasis.MAP, Certainty.POSSIBLE, null);
    }
    var mostCertain =
        use == LandUse.MIXED && strike.certainty() == Certainty.OBSERVED
            ? Certainty.LIKELY
            : strike.certainty();
    return new Residential(ResidentialBasis.MAP, mostCertain, null);
  }

  private static boolean isLivedIn(LandUse use) {
    return use == LandUse.RESIDENTIAL || use == LandUse.MIXED;
  }

  /** Counted on rings of equal area, on a flat earth: good to a few per cent. */
  static double livedInShare(@Nullable Circle circle, @Nullable AreaProfile profile) {
    if (circle == null || profile == null) {
      return 0;
    }
    var here = MetresPerDegree.at(circle.lat());
    var livedIn = 0;
    for (var ring = 0; ring < RINGS; ring++) {
      var metres = circle.radiusMetres() * Math.sqrt((ring + 0.5) / RINGS);
      for (var bearing = 0; bearing < BEARINGS; bearing++) {
        var angle = Math.toRadians(360.0 * bearing / BEARINGS);
        var lat = circle.lat() + metres * Math.cos(angle) / here.north;
        var lon = circle.lon() + metres * Math.sin(angle) / here.east;
        livedIn += isLivedIn(lat, lon, profile) ? 1 : 0;
      }
    }
    return (double) livedIn / (RINGS * BEARINGS);
  }

  /**
   * Whether a few metres decide: about half of the land is lived in, or the circle itself says
   * something else than the land around it, as on the spot where two neighbourhoods touch.
   */
  static boolean isDoubtful(@Nullable Circle circle, @Nullable AreaProfile profile) {
    if (circle == null) {
      return false;
    }
    var around = new Circle(circle.lat(), circle.lon(), Math.max(3, circle.radiusMetres()));
    var share = livedInShare(around, profile);
    return Math.abs(share - Thresholds.LIVED_IN_SHARE) < 0.08
        || share >= Thresholds.LIVED_IN_SHARE
            != livedInShare(circle, profile) >= Thresholds.LIVED_IN_SHARE;
  }

  /** How long a degree is on WGS84, by the usual series in the latitude. */
  private record MetresPerDegree(double north, double east) {
    static MetresPerDegree at(double lat) {
      var phi = Math.toRadians(lat);
      return new MetresPerDegree(
          111_132.92 - 559.82 * Math.cos(2 * phi),
          111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi));
    }
  }

  private static boolean isLivedIn(double lat, double lon, AreaProfile profile) {
    for (var part : profile.getNeighbourhoods()) {
      if (isLivedIn(part.getLandUse()) && contains(part, lat, lon)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(Neighbourhood part, double lat, double lon) {
    var here = MetresPerDegree.at(part.getLat());
    var north = (lat - part.getLat()) * here.north;
    var east = (lon - part.getLon()) * here.east;
    if (Math.hypot(north, east) > part.getRadiusMetres()) {
      return false;
    }
    if (part.getPolygons() == null) {
      return true;
    }
    for (var polygon : part.getPolygons()) {
      var within = false;
      for (var ring : polygon) {
        within ^= isWithin(ring, lat, lon);
      }
      if (within) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line to the east crosses the ring an odd number of times. */
  private static boolean isWithin(List<Double> ring, double lat, double lon) {
    var within = false;
    var points = ring.size() / 2;
    for (var i = 0; i < points; i++) {
      var next = (i + 1) % points;
      double lonA = ring.get(2 * i);
      double latA = ring.get(2 * i + 1);
      double lonB = ring.get(2 * next);
      double latB = ring.get(2 * next + 1);
      if ((latA > lat) != (latB > lat)
          && lon < lonA + (lat - latA) / (latB - latA) * (lonB - lonA)) {
        within = !within;
      }
    }
    return within;
  }
}
