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
    var line = SPACES.matcher(UNSAFE.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    var end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return line.substring(0, end) + "…";
  }
}
