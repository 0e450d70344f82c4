package org.marsad.consumer.areas;

/** Names of areas and neighbourhoods for people. */
@FunctionalInterface
public interface AreaNames {
  /**
   * The name of an area or neighbourhood.
   *
   * @param code slug, such as {@code aleppo} or {@code aleppo/al-fardous}
   * @param language BCP 47 tag, {@code en} or {@code ar}
   * @return its name in that language, else in another, else the code itself
   */
  String of(String code, String language);
}
