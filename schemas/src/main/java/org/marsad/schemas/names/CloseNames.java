package org.marsad.schemas.names;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;

/**
 * The places whose names a mistyped one comes near to, as {@code al-Fardous (aleppo/al-fardous)}.
 */
public final class CloseNames {
  private static final int MOST = 3;

  /** Letters of a name for each that may be wrong. */
  private static final int LETTERS_A_SLIP = 4;

  private CloseNames() {}

  /** Areas, the nearest first; empty where none is near. */
  public static List<String> ofAreas(String text, Collection<AreaProfile> areas) {
    return nearest(
        text, areas.stream().map(area -> new Known(area.getCode(), "", spelt(area.getNames()))));
  }

  /** Areas by their codes with their names, the nearest first; empty where none is near. */
  public static List<String> ofAreas(String text, Map<String, List<String>> areas) {
    return nearest(
        text, areas.entrySet().stream().map(area -> new Known(area.getKey(), "", area.getValue())));
  }

  /** Neighbourhoods of some areas, the nearest first; empty where none is near. */
  public static List<String> ofNeighbourhoods(String text, Collection<AreaProfile> areas) {
    return nearest(
        text,
        areas.stream()
            .flatMap(area -> area.getNeighbourhoods().stream())
            .map(part -> new Known(part.getCode(), shortCode(part), spelt(part.getNames()))));
  }

  /** {@code ; did you mean A or B?}, to end what was expected; empty where there is none. */
  public static String didYouMean(List<String> names) {
    return names.isEmpty() ? "" : "; did you mean " + String.join(" or ", names) + "?";
  }

  private static List<String> spelt(List<LocalName> names) {
    return names.stream().map(LocalName::getName).toList();
  }

  private static String shortCode(Neighbourhood part) {
    return part.getCode().substring(part.getCode().indexOf('/') + 1);
  }

  /**
   * A place.
   *
   * @param shortCode without the area; empty where that is all of it
   */
  private record Known(String code, String shortCode, List<String> names) {
    /** By the letters that must change. */
    int distanceTo(String key) {
      return spellings().mapToInt(spelling -> distance(key, spelling)).min().orElseThrow();
    }

    /** In the language that comes nearest. */
    String nameNear(String key) {
      return names.stream()
          .min(Comparator.comparingInt(name -> distance(key, Spelling.key(name))))
          .map(name -> name + " (" + code + ")")
          .orElse(code);
    }

    private Stream<String> spellings() {
      return Stream.concat(Stream.of(code, shortCode), names.stream())
          .filter(spelling -> !spelling.isEmpty())
          .map(Spelling::key);
    }
  }

  private record Near(int distance, Known place) {}

  private static List<String> nearest(String text, Stream<Known> all) {
    var key = Spelling.key(text);
    var slips = 1 + key.length() / LETTERS_A_SLIP;
    return all.map(place -> new Near(place.distanceTo(key), place))
        .filter(near -> near.distance() <= slips)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(near -> near.place().code()))
        .limit(MOST)
        .map(near -> near.place().nameNear(key))
        .toList();
  }

  /** How many letters must be put in, left out or exchanged to make one of the other. */
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (var i = 1; i <= one.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= other.length(); j++) {
        var exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
