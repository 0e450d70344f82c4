package org.marsad.consumer.subscribers.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Alert;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Neighbourhood;

/**
 * Where on the earth an alert is: its place with its radius; without one its neighbourhoods;
 * without those its whole area.
 *
 * @param shapes all that it may be in; empty: nobody knows, so it may be anywhere
 * @param governorate code of the one that its area lies in; null: not known, or it is one itself
 */
record Whereabouts(List<Shape> shapes, @Nullable String governorate) {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int SMALLEST_RING = 4; // three corners, the first of them again at the end

  Whereabouts {
    shapes = List.copyOf(shapes);
  }

  /**
   * Where an alert is, as far as a role may know: the public never by its point, or a few small
   * circles would find it out.
   *
   * @param profiles of areas, by code
   */
  static Whereabouts of(Alert alert, Role role, Function<String, Optional<AreaProfile>> profiles) {
    var profile = profiles.apply(alert.getArea());
    var governorate = profile.map(AreaProfile::getGovernorate).orElse(null);
    var place = role == Role.PUBLIC ? null : alert.getPlace();
    if (place != null && place.getLat() != null && place.getLon() != null) {
      var radius = place.getRadiusMetres();
      return new Whereabouts(
          List.of(new Shape.Circle(place.getLat(), place.getLon(), radius == null ? 0 : radius)),
          governorate);
    }
    var shapes =
        profile
            .filter(area -> area.getKind() != AreaKind.UNPLACED)
            .map(area -> within(area, alert))
            .orElse(List.of());
    return new Whereabouts(shapes, governorate);
  }

  boolean isUnknown() {
    return shapes.isEmpty();
  }

  /** Whether it may be in one of these. */
  boolean touches(List<Shape> others) {
    return isUnknown()
        || shapes.stream().anyMatch(shape -> others.stream().anyMatch(shape::touches));
  }

  /** A neighbourhood that is not listed, or that nobody knows, may be anywhere in the area. */
  private static List<Shape> within(AreaProfile area, Alert alert) {
    var codes = alert.getNeighbourhoods();
    var shapes = new ArrayList<Shape>();
    for (var part : area.getNeighbourhoods()) {
      if (codes.contains(part.getCode())) {
        shapes.add(shape(part));
      }
    }
    return Matcher.isOfTheWholeArea(alert) || shapes.size() < codes.size()
        ? List.of(new Shape.Circle(area.getLat(), area.getLon(), area.getRadiusMetres()))
        : shapes;
  }

  private static Shape shape(Neighbourhood part) {
    var outline = outline(part.getPolygons());
    return outline == null
        ? new Shape.Circle(part.getLat(), part.getLon(), part.getRadiusMetres())
        : new Shape.Outline(outline);
  }

  /** Null where there is none that can be used. */
  private static @Nullable Geometry outline(@Nullable List<List<List<Double>>> polygons) {
    if (polygons == null || polygons.isEmpty()) {
      return null;
    }
    var parts = new ArrayList<Polygon>();
    for (var rings : polygons) {
      var lines = rings.stream().map(Whereabouts::coordinates).toList();
      if (lines.isEmpty() || lines.stream().anyMatch(line -> line.length < SMALLEST_RING)) {
        return null;
      }
      var linear = lines.stream().map(SHAPES::createLinearRing).toList();
      var holes = linear.subList(1, linear.size()).toArray(new LinearRing[0]);
      parts.add(SHAPES.createPolygon(linear.get(0), holes));
    }
    var outline = SHAPES.createMultiPolygon(parts.toArray(new Polygon[0]));
    return outline.isValid() ? outline : null;
  }

  private static Coordinate[] coordinates(List<Double> ring) {
    var corners = new ArrayList<Coordinate>();
    for (var i = 0; i + 1 < ring.size(); i += 2) {
      corners.add(new Coordinate(ring.get(i), ring.get(i + 1)));
    }
    if (!corners.isEmpty() && !corners.get(0).equals2D(corners.get(corners.size() - 1))) {
      corners.add(corners.get(0).copy());
    }
    return corners.toArray(new Coordinate[0]);
  }
}
