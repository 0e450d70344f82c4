package org.marsad.producer.places;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.marsad.message.Neighbourhood;
import org.marsad.producer.areas.Circle;

/**
 * A neighbourhood on the map.
 *
 * @param code its code
 * @param circle covers it
 * @param outline null where the circle is all that is known
 */
record Part(String code, Circle circle, @Nullable Geometry outline) {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  static Part of(Neighbourhood message) {
    var circle = new Circle(message.getLat(), message.getLon(), message.getRadiusMetres());
    return new Part(message.getCode(), circle, outline(message.getPolygons()));
  }

  boolean contains(Point point) {
    if (!circle.reaches(point.lat(), point.lon(), 0)) {
      return false;
    }
    if (outline == null) {
      return true;
    }
    var coordinate = new Coordinate(point.lon(), point.lat());
    return SimplePointInAreaLocator.locate(coordinate, outline) != Location.EXTERIOR;
  }

  /** Whether the point, grown by its radius, touches this neighbourhood. */
  boolean isTouchedBy(Point point) {
    if (!circle.reaches(point.lat(), point.lon(), point.reachMetres())) {
      return false;
    }
    return outline == null
        || contains(point)
        || metresToOutline(outline, point) <= point.reachMetres();
  }

  /** Distance from the centre as a share of the radius. */
  double relativeDistanceTo(Point point) {
    return circle.distanceTo(point.lat(), point.lon()) / circle.radiusMetres();
  }

  private static double metresToOutline(Geometry outline, Point point) {
    var place = GEOMETRIES.createPoint(new Coordinate(point.lon(), point.lat()));
    var nearest = DistanceOp.nearestPoints(outline, place)[0];
    return new Circle(nearest.getY(), nearest.getX(), 0).distanceTo(point.lat(), point.lon());
  }

  private static @Nullable Geometry outline(@Nullable List<List<List<Double>>> polygons) {
    if (polygons == null) {
      return null;
    }
    var shapes = polygons.stream().map(Part::polygon).toArray(Polygon[]::new);
    return GEOMETRIES.createMultiPolygon(shapes);
  }

  private static Polygon polygon(List<List<Double>> rings) {
    var linear = rings.stream().map(Part::ring).toList();
    var holes = linear.subList(1, linear.size()).toArray(LinearRing[]::new);
    return GEOMETRIES.createPolygon(linear.get(0), holes);
  }

  private static LinearRing ring(List<Double> numbers) {
    var corners = new ArrayList<Coordinate>();
    for (var i = 0; i + 1 < numbers.size(); i += 2) {
      corners.add(new Coordinate(numbers.get(i), numbers.get(i + 1)));
    }
    return GEOMETRIES.createLinearRing(corners.toArray(Coordinate[]::new));
  }
}
