package org.marsad.consumer.areas;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Rings of {@code lon, lat, lon, lat …} in degrees as GeoJSON wants them (RFC 7946): closed, the
 * shell counterclockwise, holes clockwise.
 */
final class Outline {
  private static final int CIRCLE_POINTS = 32;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double DECIMALS = 1e6; // a tenth of a metre
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Outline() {}

  /**
   * A Polygon, or a MultiPolygon where there are several.
   *
   * @param polygons polygons of rings, first the shell, then holes
   */
  static ObjectNode geometry(List<List<List<Double>>> polygons) {
    var all = NODES.arrayNode();
    for (var rings : polygons) {
      var polygon = all.addArray();
      for (var ring : rings) {
        polygon.add(ring(ring, polygon.isEmpty()));
      }
    }
    var single = all.size() == 1;
    var geometry = NODES.objectNode().put("type", single ? "Polygon" : "MultiPolygon");
    geometry.set("coordinates", single ? all.get(0) : all);
    return geometry;
  }

  /** The circle as a ring of 32 points, not closed; good to a metre at the size of a town. */
  static List<Double> circle(double lat, double lon, double radiusMetres) {
    var north = radiusMetres / METRES_PER_DEGREE;
    var east = north / Math.max(0.01, Math.cos(Math.toRadians(lat)));
    var ring = new ArrayList<Double>(2 * CIRCLE_POINTS);
    for (var i = 0; i < CIRCLE_POINTS; i++) {
      var angle = 2 * Math.PI * i / CIRCLE_POINTS;
      ring.add(lon + east * Math.cos(angle));
      ring.add(lat + north * Math.sin(angle));
    }
    return ring;
  }

  static ArrayNode position(double lon, double lat) {
    return NODES.arrayNode(2).add(round(lon)).add(round(lat));
  }

  private static ArrayNode ring(List<Double> ring, boolean shell) {
    var points = ring.size() / 2;
    var reversed = twiceArea(ring) > 0 != shell;
    var positions = NODES.arrayNode(points + 1);
    for (var i = 0; i < points; i++) {
      var from = 2 * (reversed ? points - 1 - i : i);
      positions.add(position(ring.get(from), ring.get(from + 1)));
    }
    if (points > 0 && !positions.get(0).equals(positions.get(points - 1))) {
      positions.add(positions.get(0).deepCopy());
    }
    return positions;
  }

  /** Twice the signed area: above 0 when the ring runs counterclockwise. */
  private static double twiceArea(List<Double> ring) {
    var sum = 0.0;
    var size = ring.size() / 2 * 2;
    for (var i = 0; i + 3 < size; i += 2) {
      var x = ring.get(i) - ring.get(0); // relative to the first point: keeps small rings exact
      var y = ring.get(i + 1) - ring.get(1);
      var nextX = ring.get(i + 2) - ring.get(0);
      var nextY = ring.get(i + 3) - ring.get(1);
      sum += x * nextY - nextX * y;
    }
    return sum;
  }

  private static double round(double degrees) {
    return Math.round(degrees * DECIMALS) / DECIMALS;
  }
}
