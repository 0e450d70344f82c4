package org.marsad.producer.areas;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * A circle on the WGS84 ellipsoid.
 *
 * @param lat latitude of the centre, degrees
 * @param lon longitude of the centre, degrees
 * @param radiusMetres radius, metres, at least 0
 */
public record Circle(double lat, double lon, double radiusMetres) {
  /** Distance from the centre to a point, metres. */
  public double distanceTo(double otherLat, double otherLon) {
    return Geodesic.WGS84.Inverse(lat, lon, otherLat, otherLon, GeodesicMask.DISTANCE).s12;
  }

  /** Whether a point lies within the circle grown by some metres; the edge counts. */
  public boolean reaches(double otherLat, double otherLon, double grownBy) {
    var reach = radiusMetres + grownBy;
    // a degree of latitude is at least 110,574 m: the cheap test spares most geodesics
    return Math.abs(lat - otherLat) * 110_574 <= reach && distanceTo(otherLat, otherLon) <= reach;
  }
}
