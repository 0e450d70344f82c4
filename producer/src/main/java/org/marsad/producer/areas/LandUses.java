package org.marsad.producer.areas;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.message.LandUse;

/**
 * Guesses what a neighbourhood is used for from the words of its name. The first line of the table
 * that has one of the words counts; a name that tells nothing is taken for lived in, since doubt
 * fails towards warning.
 */
final class LandUses {
  private record Line(LandUse landUse, Set<String> words) {}

  private static final List<Line> TABLE =
      List.of(
          new Line(LandUse.INDUSTRIAL, Set.of("industrial", "factory", "صناعية", "صناعي")),
          new Line(LandUse.CEMETERY, Set.of("cemetery", "graveyard", "مقبرة")),
          new Line(LandUse.PARK, Set.of("park", "garden", "حديقة")),
          new Line(LandUse.AIRPORT, Set.of("airport", "airbase", "مطار")),
          new Line(LandUse.CAMPUS, Set.of("university", "campus", "college", "جامعة")),
          new Line(LandUse.HOSPITAL, Set.of("hospital", "مشفى", "مستشفى", "المشفى")),
          new Line(LandUse.HERITAGE, Set.of("citadel", "heritage", "museum")),
          new Line(LandUse.MILITARY, Set.of("barrack", "barracks", "ثكنة")),
          new Line(LandUse.MIXED, Set.of("souq", "souk", "market", "سوق")));

  private LandUses() {}

  static LandUse guess(String name, @Nullable String arabicName) {
    var words = new HashSet<>(List.of((Slug.of(name) + "-" + words(arabicName)).split("-+", -1)));
    return TABLE.stream()
        .filter(line -> line.words().stream().anyMatch(words::contains))
        .map(Line::landUse)
        .findFirst()
        .orElse(LandUse.RESIDENTIAL);
  }

  private static String words(@Nullable String arabicName) {
    return arabicName == null ? "" : arabicName.strip().replaceAll("\\s+", "-");
  }
}
