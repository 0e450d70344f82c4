package org.marsad.schemas.sms;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code in an SMS by which people answer an alert: its form, and where a text holds one.
 *
 * <p>Neither vowels, which make words, nor what is easily misread: 0 and O, 1, I and L, 2 and Z, 5
 * and S, 8 and B, U and V.
 */
public final class AlertCode {
  /** What a code is made of. */
  public static final String ALPHABET = "23456789CDFGHJKMNPQRTVWXY";

  /** Characters of a code. */
  public static final int LENGTH = 6;

  private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final Pattern LOOKS_LIKE_ONE =
      Pattern.compile("(?=.*[0-9])[A-Z0-9]{" + LENGTH + "}");

  /** Marks, vowel signs and the lengthening stroke, which nobody types and phones may add. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}\u0640]");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{P}]+");

  private AlertCode() {}

  /**
   * The code in a text: a word of its very form wherever it stands, else a first word that looks
   * like one, as when a letter was misread.
   */
  public static Optional<String> in(String text) {
    var words = Arrays.asList(plain(text).split(" "));
    return words.stream()
        .filter(word -> CODE.matcher(word).matches())
        .findFirst()
        .or(
            () ->
                words.stream().limit(1).filter(w -> LOOKS_LIKE_ONE.matcher(w).matches()).findAny());
  }

  /** Whether a text begins with its code, as answers do; one further on may be a quotation. */
  public static boolean leads(String text) {
    return in(text).filter(plain(text).split(" ", 2)[0]::equals).isPresent();
  }

  /** Upper case, European digits, alif without hamza, one space between words. */
  public static String plain(String text) {
    var composed = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    var digits =
        composed
            .codePoints()
            .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return BETWEEN_WORDS
        .matcher(digits.toString().toUpperCase(Locale.ROOT))
        .replaceAll(" ")
        .strip();
  }
}
