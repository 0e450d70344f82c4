package org.marsad.consumer.areas;

/** Names of areas, neighbourhoods and sites for people; a confidential site has none. */
@FunctionalInterface
public interface AreaNames {
  /**
   * The name of an area, neighbourhood or site.
   *
   * @param code slug, such as {@code aleppo} or {@code aleppo/al-fardous}
   * @param language BCP 47 tag, {@code en} or {@code ar}
   * @return its name in that language, else in another, else the code itself
   */
  String of(String code, String language);
}
