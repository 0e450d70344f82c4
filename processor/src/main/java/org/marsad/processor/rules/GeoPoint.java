package org.marsad.processor.rules;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * A point on WGS84.
 *
 * @param lat latitude, degrees, −90 to 90
 * @param lon longitude, degrees, −180 to 180
 */
public record GeoPoint(double lat, double lon) {
  private static final double EQUATOR_METRES = 6_378_137;
  private static final double ECCENTRICITY_SQUARED = 0.00669437999014;
  private static final double LEAST_METRES_PER_DEGREE = 110_500;

  /** Over 100 km, d²/24R² is 0.00001. */
  private static final double SHORT_METRES = 100_000;

  private static final double LONGEST_OVER_STRAIGHT = 1.0001;

  /** Metres that rounding may add to a straight line. */
  private static final double ROUNDING_METRES = 1e-6;

  /** The geodesic distance in metres (Karney 2013, J. Geodesy 87). */
  public double metresTo(GeoPoint other) {
    return Geodesic.WGS84.Inverse(lat, lon, other.lat, other.lon, GeodesicMask.DISTANCE).s12;
  }

  /**
   * Whether the geodesic distance is at most so many metres. Most pairs are told apart by a bound
   * that costs a tenth of the distance: a degree of latitude is never shorter than 110.5 km, and
   * the geodesic is at least as long as the straight line and hardly longer where that is short.
   */
  public boolean isWithin(double metres, GeoPoint other) {
    if (Math.abs(lat - other.lat) * LEAST_METRES_PER_DEGREE > metres) {
      return false;
    }
    var straight = straightMetresTo(other);
    if (straight > metres + ROUNDING_METRES) {
      return false;
    }
    return (straight < SHORT_METRES && straight * LONGEST_OVER_STRAIGHT <= metres)
        || metresTo(other) <= metres;
  }

  /** Through the ground, on the WGS84 ellipsoid. */
  private double straightMetresTo(GeoPoint other) {
    var here = position();
    var there = other.position();
    var x = here[0] - there[0];
    var y = here[1] - there[1];
    var z = here[2] - there[2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** Earth-centred, metres. */
  private double[] position() {
    var phi = Math.toRadians(lat);
    var lambda = Math.toRadians(lon);
    var sin = Math.sin(phi);
    var normal = EQUATOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
    var outward = normal * Math.cos(phi);
    return new double[] {
      outward * Math.cos(lambda),
      outward * Math.sin(lambda),
      normal * (1 - ECCENTRICITY_SQUARED) * sin
    };
  }

  /**
   * The point at some distance and bearing.
   *
   * @param metres at least 0
   * @param bearingDegrees clockwise from north
   */
  public GeoPoint moved(double metres, double bearingDegrees) {
    var end = Geodesic.WGS84.Direct(lat, lon, bearingDegrees, metres);
    return new GeoPoint(end.lat2, end.lon2);
  }
}
