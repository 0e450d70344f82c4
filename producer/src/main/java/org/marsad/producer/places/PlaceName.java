package org.marsad.producer.places;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.names.Spelling;

/**
 * Spellings of a place name, folded so that variants meet.
 *
 * <p>A <em>key</em> is that of the {@link Spelling}, without words such as "town". A
 * <em>skeleton</em> is the consonants alone, in Latin letters whatever the script, so it is only a
 * hint. Nothing has the empty key, which matches nothing.
 */
final class PlaceName {
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
  private static final Pattern OTHER_SCRIPTS =
      Pattern.compile("[\\p{L}&&[^\\p{IsLatin}\\p{IsArabic}]]");
  private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin");

  private static final Pattern NUMERAL = Pattern.compile("\\s+(I{1,3}|IV|VI{0,3}|IX|X|\\d+)$");
  private static final List<String> NUMERALS =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");
  private static final Pattern PARENTHESES = Pattern.compile("\\(([^()]*)\\)");

  private PlaceName() {}

  /** The key of a name; empty for null and for a text without letters. */
  static String key(@Nullable String text) {
    return Spelling.joined(withDigits(withoutKinds(Spelling.words(text))));
  }

  /**
   * The key of a name in Latin letters; empty for a name that is Latin or Arabic already.
   *
   * <p>Arabic is written without vowels, so that its Latin letters are no name that people write.
   */
  static String latinKey(String text) {
    return OTHER_SCRIPTS.matcher(text).find() ? key(LATIN.transliterate(text)) : "";
  }

  /**
   * The consonants of a name, in Latin letters whatever its script.
   *
   * <p>An article written together with its name is dropped here: Alfardous.
   */
  static String skeleton(@Nullable String text) {
    var words = withDigits(withoutKinds(Spelling.words(text)));
    for (var i = 0; i < words.size(); i++) {
      words.set(i, inLatin(words.get(i), i == words.size() - 1));
    }
    var sounds =
        Spelling.joined(words)
            .replaceFirst("^(al|el)(?=.{4})", "")
            .replaceAll("sch|sh|ch", "S")
            .replaceAll("Sh", "S")
            .replace("kh", "X")
            .replace("gh", "G")
            .replace("th", "t")
            .replace("dh", "d")
            .replace("dj", "j")
            .replace("ph", "f")
            .replace('q', 'k')
            .replace('c', 'k')
            .replace('p', 'b');
    var withoutEnd = sounds.replaceFirst("(?<=.)h(?=\\d*$)", "");
    var consonants = withoutEnd.replaceAll("[^a-zA-Z0-9]|[aeiouwy]", "");
    return Spelling.withoutDoubled(consonants);
  }

  /** A folded word in Latin letters. A ta marbuta inside a name is spoken: Maarat al-Numan. */
  private static String inLatin(String word, boolean last) {
    if (ASCII.matcher(word).matches()) {
      return word;
    }
    var latin = Spelling.folded(LATIN.transliterate(Spelling.withoutArabicArticle(word)));
    return word.endsWith("ه") && !last ? latin.replaceFirst("h$", "t") : latin;
  }

  static boolean isArabic(String text) {
    return ARABIC.matcher(text).find();
  }

  /** Whether one key is the other with one letter more, less or different. */
  static boolean differByOneLetter(String one, String other) {
    var shorter = Math.min(one.length(), other.length());
    var start = 0;
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    var end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - start - end <= 1;
  }

  /**
   * The name itself, and what else it says: "X (Y)" says X and Y, "X/Y" says X and Y, "X II" says
   * X.
   */
  static List<String> spellings(String text) {
    var spellings = new LinkedHashSet<String>();
    spellings.add(text);
    var outside = PARENTHESES.matcher(text).replaceAll(" ");
    spellings.add(outside);
    PARENTHESES.matcher(text).results().forEach(inside -> spellings.add(inside.group(1)));
    for (var spelling : List.copyOf(spellings)) {
      spellings.addAll(List.of(spelling.split("/", -1)));
    }
    for (var spelling : List.copyOf(spellings)) {
      spellings.add(NUMERAL.matcher(spelling.strip()).replaceFirst(""));
    }
    return List.copyOf(spellings);
  }

  /** Whether the text speaks of something larger than a town: a district, a countryside, a road. */
  static boolean isWiderThanTown(String text) {
    var words = Spelling.words(text);
    return !words.isEmpty() && PlaceWords.WIDER.contains(words.get(words.size() - 1));
  }

  /** Whether the text speaks of something in a town: a square, a hospital. */
  static boolean saysSomethingElse(String text) {
    return Spelling.words(text).stream().anyMatch(PlaceWords.AFTER::contains);
  }

  static boolean saysRoad(String text) {
    return Spelling.words(text).stream().anyMatch(PlaceWords.ROAD::contains);
  }

  /** Whether the text says itself that it names a town: "Aleppo city", "مدينة حلب". */
  static boolean saysTown(String text) {
    return Spelling.words(text).stream().anyMatch(PlaceWords.TOWN::contains);
  }

  /** The key of a governorate's name; null where the text does not say that it is one. */
  static @Nullable String governorateKey(String text) {
    var words = Spelling.words(text);
    return words.removeIf(PlaceWords.GOVERNORATE::contains) ? Spelling.joined(words) : null;
  }

  private static List<String> withoutKinds(List<String> words) {
    while (words.size() > 1 && PlaceWords.KINDS.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    while (words.size() > 1 && PlaceWords.KINDS.contains(words.get(0))) {
      words.remove(0);
      if (words.size() > 1 && words.get(0).equals("of")) {
        words.remove(0);
      }
    }
    return words;
  }

  /** A numeral at the end as digits: II and 2 are one, and I and II are two. */
  private static List<String> withDigits(List<String> words) {
    var last = words.size() - 1;
    if (last > 0 && NUMERALS.contains(words.get(last))) {
      words.set(last, Integer.toString(NUMERALS.indexOf(words.get(last)) + 1));
    }
    return words;
  }
}
