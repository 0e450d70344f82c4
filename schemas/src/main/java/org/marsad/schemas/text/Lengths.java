package org.marsad.schemas.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Lengths of time as people write them: {@code 90m}, {@code 2h}, {@code 1h30m}, {@code 3d}; in ISO
 * 8601 too.
 */
public final class Lengths {
  /** The form of the short ones: days, hours, minutes, seconds; at least one of them. */
  public static final String FORM =
      "(?=[0-9])([0-9]{1,5}d)?([0-9]{1,6}h)?([0-9]{1,7}m)?([0-9]{1,8}s)?";

  private static final Pattern SHORT = Pattern.compile(FORM, Pattern.CASE_INSENSITIVE);

  private Lengths() {}

  /** Whether a text says a length of time. */
  public static boolean isOne(String text) {
    try {
      parse(text);
      return true;
    } catch (DateTimeException notOne) {
      return false;
    }
  }

  /**
   * The length.
   *
   * @throws DateTimeException where the text says none
   */
  public static Duration parse(String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    if (!SHORT.matcher(text).matches()) {
      return Duration.parse(upper);
    }
    var day = upper.indexOf('D') + 1;
    var clock = upper.substring(day);
    return Duration.parse("P" + upper.substring(0, day) + (clock.isEmpty() ? "" : "T" + clock));
  }

  /** The short form of a length, to the second. */
  public static String text(Duration length) {
    return length.toSeconds() + "s";
  }
}
