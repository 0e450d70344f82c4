package org.marsad.producer.areas;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Geometry;

/**
 * A circle on the WGS84 ellipsoid.
 *
 * @param lat latitude of the centre, degrees
 * @param lon longitude of the centre, degrees
 * @param radiusMetres radius, metres, at least 0
 */
public record Circle(double lat, double lon, double radiusMetres) {
  /**
   * The circle around the centroid of an outline that covers it; the centre is rounded to five
   * decimals, the radius up to whole metres.
   *
   * @param outline in WGS84 lon, lat; not empty
   */
  public static Circle covering(Geometry outline) {
    var centroid = outline.getCentroid();
    var centre = new Circle(Degrees.rounded(centroid.getY()), Degrees.rounded(centroid.getX()), 0);
    var farthest = 1.0;
    for (var corner : outline.getCoordinates()) {
      farthest = Math.max(farthest, centre.distanceTo(corner.getY(), corner.getX()));
    }
    return new Circle(centre.lat(), centre.lon(), Math.ceil(farthest));
  }

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
