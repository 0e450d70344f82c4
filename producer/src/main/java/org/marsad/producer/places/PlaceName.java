package org.marsad.producer.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spellings of a place name, folded so that variants meet.
 *
 * <p>A <em>key</em> forgets what spellers of one name differ in without changing its letters: case,
 * marks, hamza and its seats, ta marbuta, alef maqsura, apostrophes, hyphens, spaces, the definite
 * article, doubled letters, and words such as "town". A <em>skeleton</em> further forgets the
 * vowels of Latin spellings, so it is only a hint. Nothing has the empty key, which matches
 * nothing.
 */
final class PlaceName {
  private static final Pattern UNSPOKEN =
      Pattern.compile("[\\p{M}\\p{Cf}\\u0640ء'`´′\\u2018\\u2019\\u201b\\u02b9-\\u02bf]");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");

  private static final Set<String> ARTICLES =
      Set.of(
          ("al el ul as es ash esh ech ar er an en enn at et ett ad ed az ez ath eth adh edh aj ej"
                  + " the")
              .split(" "));
  private static final Set<String> KINDS =
      Set.of(
          ("town village city suburb neighborhood neighbourhood district quarter area حي مدينه قريه"
                  + " بلده منطقه")
              .split(" "));
  private static final Set<String> WIDER =
      Set.of("district subdistrict area region countryside border road highway".split(" "));
  private static final Set<String> GOVERNORATE =
      Set.of("governorate province muhafazat muhafaza mohafazat محافظه".split(" "));
  private static final Pattern NUMERAL = Pattern.compile("\\s+(I{1,3}|IV|VI{0,3}|IX|X|\\d+)$");
  private static final List<String> NUMERALS =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");
  private static final Pattern PARENTHESES = Pattern.compile("\\(([^()]*)\\)");

  private PlaceName() {}

  /** The key of a name; empty for null and for a text without letters. */
  static String key(@Nullable String text) {
    return joined(withDigits(withoutKinds(words(text))));
  }

  /**
   * The consonants of a name in Latin letters; empty for other scripts.
   *
   * <p>An article written together with its name is dropped here: Alfardous.
   */
  static String skeleton(@Nullable String text) {
    var key = key(text);
    if (!key.matches("[a-z0-9]+")) {
      return "";
    }
    var sounds =
        key.replaceFirst("^(al|el)(?=.{4})", "")
            .replaceAll("sch|sh|ch", "S")
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
    return DOUBLED.matcher(withoutEnd.replaceAll("[aeiouwy]", "")).replaceAll("$1");
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
    var words = words(text);
    return !words.isEmpty() && WIDER.contains(words.get(words.size() - 1));
  }

  /** The key of a governorate's name; null where the text does not say that it is one. */
  static @Nullable String governorateKey(String text) {
    var words = words(text);
    return words.removeIf(GOVERNORATE::contains) ? joined(words) : null;
  }

  private static List<String> words(@Nullable String text) {
    var words = new ArrayList<String>();
    if (text != null) {
      for (var word : SEPARATORS.split(folded(text), -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static String folded(String text) {
    var parts = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return UNSPOKEN
        .matcher(parts)
        .replaceAll("")
        .replace('ٱ', 'ا')
        .replace('ة', 'ه')
        .replace('ى', 'ي')
        .replace('ی', 'ي')
        .replace('ک', 'ك')
        .replace('ı', 'i');
  }

  private static List<String> withoutKinds(List<String> words) {
    while (words.size() > 1 && KINDS.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    while (words.size() > 1 && KINDS.contains(words.get(0))) {
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

  private static String joined(List<String> words) {
    var joined = new StringBuilder();
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (i == words.size() - 1 || !ARTICLES.contains(word)) {
        joined.append(withoutArabicArticle(word));
      }
    }
    return DOUBLED.matcher(joined).replaceAll("$1");
  }

  private static String withoutArabicArticle(String word) {
    return word.startsWith("ال") && word.length() >= 4 ? word.substring(2) : word;
  }
}
