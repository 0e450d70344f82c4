package org.marsad.producer.places;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.LocalName;

/** Names of places by their codes. */
public final class PlaceNames {
  private final AreaRegister areas;

  public PlaceNames(AreaRegister areas) {
    this.areas = areas;
  }

  /**
   * {@code al-Fardous, Aleppo}; empty where the area is unknown.
   *
   * @param comma between the two
   */
  public Optional<String> of(
      String area, @Nullable String neighbourhood, String language, String comma) {
    return areas
        .area(area)
        .map(
            known -> {
              var town = name(known.getNames(), language).orElse(area);
              return known.getNeighbourhoods().stream()
                  .filter(part -> part.getCode().equals(neighbourhood))
                  .findFirst()
                  .map(
                      part -> name(part.getNames(), language).orElse(part.getCode()) + comma + town)
                  .orElse(town);
            });
  }

  private static Optional<String> name(List<LocalName> names, String language) {
    return names.stream()
        .filter(name -> name.getLanguage().equals(language))
        .findFirst()
        .or(() -> names.stream().findFirst())
        .map(LocalName::getName);
  }
}
