package org.marsad.consumer.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The alphabet of an SMS (3GPP TS 23.038, 6.2.1): a message of its characters alone may have 160
 * septets; one character outside of it makes the whole message UCS-2, with at most 70.
 */
public final class Gsm7 {
  /** Septets in one part. */
  public static final int MOST_SEPTETS = 160;

  /** UTF-16 units in one part, where the message is not in the alphabet. */
  public static final int MOST_UCS2 = 70;

  private static final String BASIC =
      "@£$¥èéùìòÇ\n"
          + "Øø\r"
          + "ÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each of these takes an escape character too. */
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private static final Map<String, String> PLAIN =
      Map.of(
          "–", "-", "—", "-", "…", "..", "“", "\"", "”", "\"", "‘", "'", "’", "'", "\u00a0", " ");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Gsm7() {}

  /** Whether a text fits into one SMS. */
  public static boolean fits(String text) {
    return isEncodable(text) ? septets(text) <= MOST_SEPTETS : text.length() <= MOST_UCS2;
  }

  /** Whether all characters are in the alphabet. */
  public static boolean isEncodable(String text) {
    return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
  }

  /** The length of a text that is in the alphabet. */
  public static int septets(String text) {
    return text.length() + (int) text.chars().filter(c -> EXTENDED.indexOf(c) >= 0).count();
  }

  /** The text with the nearest of the alphabet: straight quotes, hyphens, letters unadorned. */
  static String plain(String text) {
    var plain = new StringBuilder();
    text.codePoints().mapToObj(Character::toString).map(Gsm7::nearest).forEach(plain::append);
    return plain.toString();
  }

  private static String nearest(String letter) {
    if (isEncodable(letter)) {
      return letter;
    }
    var bare = MARKS.matcher(Normalizer.normalize(letter, Normalizer.Form.NFD)).replaceAll("");
    return PLAIN.getOrDefault(letter, isEncodable(bare) ? bare : letter);
  }
}
