package org.marsad.producer.text;

import java.util.regex.Pattern;

/**
 * Text as it comes out of spreadsheets, chats and right-to-left documents. What nobody sees there
 * (direction marks, special spaces, digits of another script) must not decide how it is read.
 */
public final class PastedText {
  /** Direction marks, zero-width space, word joiner, soft hyphen, byte order mark; no joiners. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]");

  private static final Pattern SPECIAL_SPACES = Pattern.compile("[\\p{Zs}&&[^ ]]");

  private PastedText() {}

  /** Without direction marks and the like, with plain spaces, and none around it. */
  public static String clean(String text) {
    if (isAscii(text)) {
      return text.strip();
    }
    var visible = INVISIBLE.matcher(text).replaceAll("");
    return SPECIAL_SPACES.matcher(visible).replaceAll(" ").strip();
  }

  /**
   * As {@link #clean}, with Western digits and signs: for numbers and times, not for names. The
   * Arabic decimal sign becomes a point, the Arabic thousands sign a comma, the minus sign a
   * hyphen.
   */
  public static String number(String text) {
    var clean = clean(text);
    if (isAscii(clean)) {
      return clean;
    }
    var western = new StringBuilder(clean.length());
    clean
        .codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                western.append(Character.digit(c, 10));
              } else {
                western.appendCodePoint(sign(c));
              }
            });
    return western.toString();
  }

  private static int sign(int character) {
    return switch (character) {
      case '\u066b' -> '.';
      case '\u066c' -> ',';
      case '\u2212' -> '-';
      default -> character;
    };
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
