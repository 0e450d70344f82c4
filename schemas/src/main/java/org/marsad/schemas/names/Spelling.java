package org.marsad.schemas.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what spellers of one name differ in without changing its letters: case, marks, hamza and
 * its seats, ta marbuta, alef maqsura, apostrophes, hyphens, spaces, the definite article and
 * doubled letters.
 */
public final class Spelling {
  private static final Pattern UNSPOKEN =
      Pattern.compile("[\\p{M}\\p{Cf}\\u0640ء'`´′\\u2018\\u2019\\u201b\\u02b9-\\u02bf]");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");
  private static final Set<String> ARTICLES =
      Set.of(
          ("al el ul as es ash esh ech ar er an en enn at et ett ad ed az ez ath eth adh edh aj ej"
                  + " the")
              .split(" "));

  private Spelling() {}

  /** What all spellings of a name have in common; empty for null and for a text without letters. */
  public static String key(@Nullable String text) {
    return joined(words(text));
  }

  /** A text with its letters folded; what stands between its words stays. */
  public static String folded(String text) {
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

  /** The folded words of a text, in a list of the caller's own; empty for null. */
  public static List<String> words(@Nullable String text) {
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

  /** The key of a name of which these are the folded words. */
  public static String joined(List<String> words) {
    var joined = new StringBuilder();
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (i == words.size() - 1 || !ARTICLES.contains(word)) {
        joined.append(withoutArabicArticle(word));
      }
    }
    return withoutDoubled(joined.toString());
  }

  /** A folded word without the Arabic article. */
  public static String withoutArabicArticle(String word) {
    return word.startsWith("ال") && word.length() >= 4 ? word.substring(2) : word;
  }

  /** A text in which no letter follows itself. */
  public static String withoutDoubled(String text) {
    return DOUBLED.matcher(text).replaceAll("$1");
  }
}
