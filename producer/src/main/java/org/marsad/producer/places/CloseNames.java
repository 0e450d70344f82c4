package org.marsad.producer.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;

/** The codes whose names a mistyped one comes near to. */
public final class CloseNames {
  private static final int MOST = 3;

  /** Letters of a name for each that may be wrong. */
  private static final int LETTERS_A_SLIP = 4;

  private CloseNames() {}

  /** Codes of areas, the nearest first; empty where none is near. */
  public static List<String> ofAreas(String text, Collection<AreaProfile> areas) {
    return nearest(
        text,
        areas.stream().map(a -> new Known(a.getCode(), spellings(a.getCode(), a.getNames()))));
  }

  /** Codes of an area's neighbourhoods, without the area, the nearest first. */
  public static List<String> ofNeighbourhoods(String text, AreaProfile area) {
    return nearest(text, area.getNeighbourhoods().stream().map(CloseNames::known));
  }

  private record Known(String code, List<String> spellings) {
    int distanceTo(String key) {
      return spellings.stream()
          .mapToInt(spelling -> distance(key, PlaceName.key(spelling)))
          .min()
          .orElse(Integer.MAX_VALUE);
    }
  }

  private static Known known(Neighbourhood part) {
    var code = part.getCode().substring(part.getCode().indexOf('/') + 1);
    return new Known(code, spellings(code, part.getNames()));
  }

  private static List<String> spellings(String code, List<LocalName> names) {
    var spellings = new ArrayList<>(List.of(code));
    names.forEach(name -> spellings.add(name.getName()));
    return spellings;
  }

  private static List<String> nearest(String text, Stream<Known> all) {
    var key = PlaceName.key(text);
    var slips = 1 + key.length() / LETTERS_A_SLIP;
    return all.filter(known -> known.distanceTo(key) <= slips)
        .sorted(
            Comparator.<Known>comparingInt(known -> known.distanceTo(key))
                .thenComparing(Known::code))
        .limit(MOST)
        .map(Known::code)
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
