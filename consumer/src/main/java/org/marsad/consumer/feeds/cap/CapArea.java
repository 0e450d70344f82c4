package org.marsad.consumer.feeds.cap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people must be told.
 *
 * @param codes of what it is called after: neighbourhoods, or the area
 * @param polygons closed rings as {@code lat,lon lat,lon …}
 * @param circle {@code lat,lon radius}, the radius in kilometres; null: none
 */
record CapArea(List<String> codes, List<String> polygons, @Nullable String circle) {
  CapArea {
    codes = List.copyOf(codes);
    polygons = List.copyOf(polygons);
  }

  /** Whether a program can draw it; without that, no geocode may stand. */
  boolean isDrawn() {
    return circle != null || !polygons.isEmpty();
  }
}
