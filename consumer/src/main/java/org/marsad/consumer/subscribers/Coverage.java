package org.marsad.consumer.subscribers;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;

/**
 * Where a subscriber wants to hear of: the sum of its governorates, its areas, its polygon and its
 * surroundings.
 *
 * @param governorates codes of governorates; each means all its towns
 * @param areas codes of areas; {@code *} means all, and that of a governorate all its towns
 * @param neighbourhoods narrow their area to these; an area of which none is listed counts whole
 * @param polygon of longitude and latitude in degrees; null: none
 * @param near the surroundings of a point; null: none
 */
public record Coverage(
    Set<String> governorates,
    Set<String> areas,
    Set<String> neighbourhoods,
    @Nullable Polygon polygon,
    @Nullable Near near) {
  /** The code that stands for all areas. */
  public static final String ALL_AREAS = "*";

  public Coverage {
    governorates = Set.copyOf(governorates);
    areas = Set.copyOf(areas);
    neighbourhoods = Set.copyOf(neighbourhoods);
  }

  /** Whole areas, and nothing else. */
  public static Coverage ofAreas(String... areas) {
    return new Coverage(Set.of(), Set.of(areas), Set.of(), null, null);
  }

  /** Whether an area counts, whole or in part, because it or its governorate is listed. */
  public boolean lists(String area, @Nullable String governorate) {
    return areas.contains(ALL_AREAS)
        || isListed(area)
        || (governorate != null && isListed(governorate));
  }

  /** Whether only listed neighbourhoods of an area count. */
  public boolean isNarrowed(String area) {
    var within = area + "/";
    return neighbourhoods.stream().anyMatch(code -> code.startsWith(within));
  }

  private boolean isListed(String code) {
    return areas.contains(code) || governorates.contains(code);
  }
}
