package org.marsad.consumer.text;

import java.util.regex.Pattern;

/**
 * Keeps what runs from left to right in order within Arabic, and the other way round, by the
 * isolates of Unicode (UAX 9): without them a code, a range or a foreign name is shown torn apart.
 */
final class Bidi {
  private static final char LEFT_TO_RIGHT = '\u2066';
  private static final char FIRST_STRONG = '\u2068';
  private static final char END = '\u2069';

  private static final Pattern RIGHT_TO_LEFT_LETTER =
      Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}&&\\p{L}]");
  private static final Pattern LEFT_TO_RIGHT_LETTER = Pattern.compile("[\\p{IsLatin}&&\\p{L}]");

  private final boolean withinRightToLeft;

  Bidi(boolean withinRightToLeft) {
    this.withinRightToLeft = withinRightToLeft;
  }

  /** A code, a range or a position: digits and Latin letters in their own order. */
  String code(String text) {
    return withinRightToLeft ? LEFT_TO_RIGHT + text + END : text;
  }

  /** A name, isolated where it may run the other way. */
  String name(String name) {
    var foreign = withinRightToLeft ? LEFT_TO_RIGHT_LETTER : RIGHT_TO_LEFT_LETTER;
    return foreign.matcher(name).find() ? FIRST_STRONG + name + END : name;
  }

  /** The ends of the isolates that a text leaves open. */
  static String closing(String text) {
    var open = text.chars().filter(c -> c >= LEFT_TO_RIGHT && c <= FIRST_STRONG).count();
    var closed = text.chars().filter(c -> c == END).count();
    return String.valueOf(END).repeat((int) Math.max(0, open - closed));
  }
}
