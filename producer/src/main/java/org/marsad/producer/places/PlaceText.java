package org.marsad.producer.places;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.marsad.schemas.names.Spelling;

/** A place as said, taken apart: "Town - X", "X (Town)", "X neighbourhood of Town, Country". */
final class PlaceText {
  /** A hyphen parts two places where a blank or Arabic stands beside it: not in "al-Fardous". */
  private static final String DASH = "(?<=[\\s\\p{IsArabic}])-|-(?=[\\s\\p{IsArabic}])";

  private static final String SIGNS = "[,،;؛/|:()\\[\\]{}\"«»“”–—•…!?؟\\n]|\\.(?=[\\s.])|" + DASH;

  /** What parts two places, whatever stands beside it. */
  static final Pattern SEPARATOR = Pattern.compile(SIGNS);

  private static final Pattern SEPARATOR_OR_WORD =
      Pattern.compile(SIGNS + "|(?<!\\S)(?i:" + String.join("|", PlaceWords.BETWEEN) + ")(?!\\S)");

  private static final Pattern HYPHEN = Pattern.compile("[-\\u2010\\u2011]");

  private PlaceText() {}

  /** Ways to take the text apart, the surer first; none where it names one place only. */
  static List<List<String>> readings(String text) {
    var readings = new ArrayList<List<String>>();
    for (var separator : List.of(SEPARATOR, SEPARATOR_OR_WORD)) {
      add(parts(text, separator), readings);
    }
    HYPHEN
        .matcher(text)
        .results()
        .forEach(
            hyphen -> {
              var halves = List.of(text.substring(0, hyphen.start()), text.substring(hyphen.end()));
              add(named(halves), readings);
            });
    return readings;
  }

  private static void add(List<String> parts, List<List<String>> readings) {
    if (parts.size() > 1 && !readings.contains(parts)) {
      readings.add(parts);
    }
  }

  /** The text without its country, where it names more than that. */
  static String withoutCountry(String text) {
    var parts = parts(text, SEPARATOR);
    return parts.size() == 1 ? parts.get(0) : text;
  }

  private static List<String> parts(String text, Pattern separator) {
    return named(List.of(separator.split(text, -1)));
  }

  /** The parts that name something, without the country at either end. */
  private static List<String> named(List<String> parts) {
    var named = new ArrayList<String>();
    for (var part : parts) {
      var name = part.strip();
      if (!PlaceName.key(name).isEmpty() && !PlaceWords.KINDS.contains(Spelling.folded(name))) {
        named.add(name);
      }
    }
    while (named.size() > 1 && isCountry(named.get(named.size() - 1))) {
      named.remove(named.size() - 1);
    }
    while (named.size() > 1 && isCountry(named.get(0))) {
      named.remove(0);
    }
    return List.copyOf(named);
  }

  private static boolean isCountry(String text) {
    return PlaceWords.countryKeys().contains(PlaceName.key(text));
  }
}
