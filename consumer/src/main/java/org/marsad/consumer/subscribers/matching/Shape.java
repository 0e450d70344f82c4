package org.marsad.consumer.subscribers.matching;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.marsad.consumer.subscribers.Coverage;

/** A part of the earth's surface. Edges belong to it, so what only touches it counts. */
sealed interface Shape {
  /** Whether the two have a point in common. */
  boolean touches(Shape other);

  /** A rectangle of longitude and latitude in degrees that covers it, and maybe more. */
  Envelope envelope();

  /** What a subscriber has drawn besides areas and neighbourhoods. */
  static List<Shape> of(Coverage coverage) {
    var shapes = new ArrayList<Shape>(2);
    if (coverage.polygon() != null) {
      shapes.add(new Outline(coverage.polygon()));
    }
    var near = coverage.near();
    if (near != null) {
      shapes.add(new Circle(near.latitude(), near.longitude(), near.metres()));
    }
    return shapes;
  }

  /**
   * All within a distance of a point, on the WGS84 ellipsoid.
   *
   * @param lat degrees
   * @param lon degrees
   * @param metres 0 or more
   */
  record Circle(double lat, double lon, double metres) implements Shape {
    private static final double LEAST_METRES_PER_DEGREE = 110_574; // of latitude, at the equator

    @Override
    public boolean touches(Shape other) {
      return other instanceof Circle circle
          ? distanceTo(circle.lat, circle.lon) <= metres + circle.metres
          : other.touches(this);
    }

    @Override
    public Envelope envelope() {
      var high = metres / LEAST_METRES_PER_DEGREE;
      var farthest = Math.abs(lat) + high;
      // a degree of longitude shrinks by the cosine of the latitude
      var wide = farthest >= 89 ? 360 : high / Math.cos(Math.toRadians(farthest));
      var around = new Envelope(lon - wide, lon + wide, lat - high, lat + high);
      return around.getMinX() < -180 || around.getMaxX() > 180
          ? new Envelope(-180, 180, lat - high, lat + high)
          : around;
    }

    private double distanceTo(double otherLat, double otherLon) {
      return Geodesic.WGS84.Inverse(lat, lon, otherLat, otherLon, GeodesicMask.DISTANCE).s12;
    }
  }

  /**
   * What lies within an outline.
   *
   * @param geometry valid; x is the longitude, y the latitude, in degrees
   */
  record Outline(Geometry geometry) implements Shape {
    private static final GeometryFactory POINTS = new GeometryFactory();

    @Override
    public boolean touches(Shape other) {
      return other instanceof Outline outline
          ? geometry.intersects(outline.geometry)
          : isReached((Circle) other);
    }

    @Override
    public Envelope envelope() {
      return geometry.getEnvelopeInternal();
    }

    private boolean isReached(Circle circle) {
      var centre = POINTS.createPoint(new Coordinate(circle.lon, circle.lat));
      if (geometry.intersects(centre)) {
        return true;
      }
      var here = geometry.copy();
      here.apply(onPlaneAround(circle));
      here.geometryChanged();
      return here.distance(POINTS.createPoint(new Coordinate(0, 0))) <= circle.metres;
    }

    /** Keeps distances from the centre as they are on the ellipsoid (azimuthal equidistant). */
    private static CoordinateFilter onPlaneAround(Circle circle) {
      return corner -> {
        var line =
            Geodesic.WGS84.Inverse(
                circle.lat,
                circle.lon,
                corner.y,
                corner.x,
                GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
        corner.x = line.s12 * Math.sin(Math.toRadians(line.azi1));
        corner.y = line.s12 * Math.cos(Math.toRadians(line.azi1));
      };
    }
  }
}
