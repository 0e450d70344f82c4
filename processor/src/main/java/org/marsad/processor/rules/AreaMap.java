package org.marsad.processor.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know about an area.
 *
 * @param zone in which its local days are counted
 * @param circle that covers it, null where nothing is known about it
 * @param recordsBegan first day of watching, null where it is the first report's
 * @param parts its neighbourhoods by code
 */
public record AreaMap(
    ZoneId zone,
    @Nullable Circle circle,
    @Nullable LocalDate recordsBegan,
    Map<String, AreaPart> parts) {
  /** An area of which no profile is known: UTC days, no map. */
  public static final AreaMap UNKNOWN = new AreaMap(ZoneOffset.UTC, null, null, Map.of());

  public AreaMap {
    parts = Map.copyOf(parts);
  }
}
