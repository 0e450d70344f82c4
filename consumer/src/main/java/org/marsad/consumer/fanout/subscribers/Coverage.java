package org.marsad.consumer.fanout.subscribers;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;

/**
 * Where a subscriber wants to hear of: the sum of its areas, its polygon and its surroundings.
 *
 * @param areas codes of areas; {@code *} means all
 * @param neighbourhoods narrow their area to these; an area of which none is listed counts whole
 * @param polygon of longitude and latitude in degrees; null: none
 * @param near the surroundings of a point; null: none
 */
public record Coverage(
    Set<String> areas, Set<String> neighbourhoods, @Nullable Polygon polygon, @Nullable Near near) {
  /** The code that stands for all areas. */
  public static final String ALL_AREAS = "*";

  public Coverage {
    areas = Set.copyOf(areas);
    neighbourhoods = Set.copyOf(neighbourhoods);
  }

  /** Whole areas, and nothing else. */
  public static Coverage ofAreas(String... areas) {
    return new Coverage(Set.of(areas), Set.of(), null, null);
  }
}
