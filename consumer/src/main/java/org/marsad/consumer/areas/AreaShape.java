package org.marsad.consumer.areas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Neighbourhood;

/** Outlines of parts of an area as GeoJSON geometries: a circle where no outline is known. */
final class AreaShape {
  private AreaShape() {}

  /** The neighbourhoods that are known among some; the whole area where there are none. */
  static Optional<ObjectNode> of(AreaProfile area, Collection<String> neighbourhoods) {
    var polygons = new ArrayList<List<List<Double>>>();
    for (var neighbourhood : area.getNeighbourhoods()) {
      if (neighbourhoods.contains(neighbourhood.getCode())) {
        polygons.addAll(polygons(neighbourhood));
      }
    }
    if (neighbourhoods.isEmpty() && area.getKind() != AreaKind.UNPLACED) {
      polygons.add(circle(area.getLat(), area.getLon(), area.getRadiusMetres()));
    }
    return polygons.isEmpty() ? Optional.empty() : Optional.of(Outline.geometry(polygons));
  }

  private static List<List<List<Double>>> polygons(Neighbourhood part) {
    var outline = part.getPolygons();
    return outline == null || outline.isEmpty()
        ? List.of(circle(part.getLat(), part.getLon(), part.getRadiusMetres()))
        : outline;
  }

  private static List<List<Double>> circle(double lat, double lon, double radiusMetres) {
    return List.of(Outline.circle(lat, lon, radiusMetres));
  }
}
