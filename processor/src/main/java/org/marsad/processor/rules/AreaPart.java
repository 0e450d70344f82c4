package org.marsad.processor.rules;

import java.awt.geom.Path2D;
import java.util.List;

/**
 * A neighbourhood on the map.
 *
 * @param code slug
 * @param landUse what it is used for
 * @param circle that covers it
 * @param polygons its outline as closed paths of x = longitude, y = latitude in degrees, even-odd;
 *     empty where the circle is all that is known
 */
public record AreaPart(String code, LandUse landUse, Circle circle, List<Path2D> polygons) {
  public AreaPart {
    polygons = List.copyOf(polygons);
  }

  /** Whether the point lies in it. */
  public boolean contains(GeoPoint point) {
    if (!circle.centre().isWithin(circle.radiusMetres(), point)) {
      return false;
    }
    return polygons.isEmpty()
        || polygons.stream().anyMatch(polygon -> polygon.contains(point.lon(), point.lat()));
  }
}
