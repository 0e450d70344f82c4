package org.marsad.processor.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know about an area.
 *
 * @param zone in which its local days are counted
 * @param circle that covers it, null where nothing is known about it
 * @param recordsBegan first day of watching, null where it is the first report's
 * @param parts its neighbourhoods by code
 * @param sites its known sites, sorted by id
 */
public record AreaMap(
    ZoneId zone,
    @Nullable Circle circle,
    @Nullable LocalDate recordsBegan,
    Map<String, AreaPart> parts,
    List<Site> sites) {
  /** An area of which no profile is known: UTC days, no map. */
  public static final AreaMap UNKNOWN =
      new AreaMap(ZoneOffset.UTC, null, null, Map.of(), List.of());

  public AreaMap {
    parts = Map.copyOf(parts);
    sites = sites.stream().sorted(Comparator.comparing(Site::id)).toList();
  }

  /**
   * The map as it counts in one world: made-up sites count in exercises and tests alone,
   * confidential ones in the real world alone.
   *
   * @param actual whether it is the real world
   */
  public AreaMap in(boolean actual) {
    var counting =
        sites.stream().filter(site -> actual ? !site.fictional() : !site.confidential()).toList();
    return counting.size() == sites.size()
        ? this
        : new AreaMap(zone, circle, recordsBegan, parts, counting);
  }

  /** The sites that anybody may know of, sorted by id. */
  public List<Site> publicSites() {
    return sites.stream().filter(site -> !site.confidential()).toList();
  }

  /** The sites of which nobody but their own may learn, sorted by id. */
  public List<Site> confidentialSites() {
    return sites.stream().filter(Site::confidential).toList();
  }
}
