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
  /** The geodesic distance in metres (Karney 2013, J. Geodesy 87). */
  public double metresTo(GeoPoint other) {
    return Geodesic.WGS84.Inverse(lat, lon, other.lat, other.lon, GeodesicMask.DISTANCE).s12;
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
