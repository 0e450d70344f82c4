package org.marsad.producer.areas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a GeoJSON file calls what we need.
 *
 * @param names properties with the name; the first that a feature has counts
 * @param arabicNames properties with the Arabic name; may be null or absent in a feature
 * @param id property that identifies a feature, for messages; need not be unique
 * @param code property with a code, such as a p-code; null: codes are made from the names
 */
public record PropertyNames(
    List<String> names, List<String> arabicNames, String id, @Nullable String code) {
  public PropertyNames {
    names = List.copyOf(names);
    arabicNames = List.copyOf(arabicNames);
  }

  /** With one property for each name, and codes made from the names. */
  public PropertyNames(String name, String arabicName, String id) {
    this(List.of(name), List.of(arabicName), id, null);
  }
}
