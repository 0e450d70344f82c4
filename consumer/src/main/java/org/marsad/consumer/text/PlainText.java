package org.marsad.consumer.text;

import java.util.regex.Pattern;

/** Text from messages made safe to show: a place name must not move the reader's cursor. */
public final class PlainText {
  private static final int LONGEST = 80;

  /**
   * Controls (terminal escapes), invisible formatting (bidirectional overrides), lone surrogates.
   */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PlainText() {}

  /**
   * The text on one line, without control and formatting characters.
   *
   * @return at most 80 characters; what is longer ends in {@code …}
   */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /**
   * The text on one line, without control and formatting characters.
   *
   * @param longest characters, at least 2; what is longer ends in {@code …}
   */
  public static String of(String text, int longest) {
    var line = SPACES.matcher(UNSAFE.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    if (line.length() <= longest) {
      return line;
    }
    var end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return line.substring(0, end) + "…";
  }
}
