package org.marsad.producer.areas;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Codes of areas: lower-case Latin letters and digits, joined by single hyphens. */
public final class Slug {
  private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern APOSTROPHES =
      Pattern.compile("['`´′\\u2018\\u2019\\u201b\\u02b9-\\u02bf]");
  private static final Pattern REST = Pattern.compile("[^a-z0-9]+");

  private Slug() {}

  /** Whether the text is a code of one segment, such as {@code aleppo}. */
  public static boolean isSlug(String text) {
    return SYNTAX.matcher(text).matches();
  }

  /**
   * The code of a name in any script, transliterated; empty where it has no letter and no digit.
   */
  public static String of(String name) {
    var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    var latin = LATIN.transliterate(APOSTROPHES.matcher(plain).replaceAll(""));
    var letters = APOSTROPHES.matcher(latin).replaceAll("").toLowerCase(Locale.ROOT);
    return REST.matcher(letters).replaceAll("-").replaceAll("^-|-$", "");
  }
}
