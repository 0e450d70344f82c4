package org.marsad.consumer.feeds.cap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Outlines as CAP wants them: {@code lat,lon} pairs, closed, not crossing themselves, with at most
 * 100 vertices. Holes are filled, since CAP has none.
 */
final class CapPolygon {
  private static final double FINEST = 0.00005; // degrees, some 5 metres
  private static final double COARSEST = 0.01; // degrees, a kilometre
  private static final double DECIMALS = 1e6;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private CapPolygon() {}

  /**
   * A shell of {@code lon, lat, lon, lat …} in degrees.
   *
   * @return empty where no such outline can be made of it
   */
  static Optional<String> of(List<Double> shell) {
    if (shell.size() < 6) {
      return Optional.empty();
    }
    var outline = FACTORY.createPolygon(closed(shell));
    if (!outline.isValid()) {
      return Optional.empty();
    }
    for (var tolerance = FINEST;
        outline.getNumPoints() > Cap.MOST_VERTICES && tolerance <= COARSEST;
        tolerance *= 2) {
      outline = (Polygon) TopologyPreservingSimplifier.simplify(outline, tolerance);
    }
    return outline.isValid() && outline.getNumPoints() <= Cap.MOST_VERTICES
        ? Optional.of(text(outline))
        : Optional.empty();
  }

  private static Coordinate[] closed(List<Double> shell) {
    var points = shell.size() / 2;
    var open = !position(shell, 0).equals2D(position(shell, points - 1));
    var ring = new Coordinate[open ? points + 1 : points];
    for (var i = 0; i < points; i++) {
      ring[i] = position(shell, i);
    }
    if (open) {
      ring[points] = ring[0].copy();
    }
    return ring;
  }

  private static Coordinate position(List<Double> shell, int point) {
    return new Coordinate(round(shell.get(2 * point)), round(shell.get(2 * point + 1)));
  }

  private static double round(double degrees) {
    return Math.round(degrees * DECIMALS) / DECIMALS;
  }

  private static String text(Polygon outline) {
    return Arrays.stream(outline.getExteriorRing().getCoordinates())
        .map(point -> CapNumbers.degrees(point.y) + "," + CapNumbers.degrees(point.x))
        .collect(Collectors.joining(" "));
  }
}
