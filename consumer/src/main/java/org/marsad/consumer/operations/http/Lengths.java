package org.marsad.consumer.operations.http;

import java.time.Duration;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90m}, {@code 2h}, {@code 1d}. */
final class Lengths {
  static final Pattern FORM = Pattern.compile("[0-9]{1,5}[mhd]");

  private Lengths() {}

  /**
   * The length.
   *
   * @param text of that form
   */
  static Duration of(String text) {
    var number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
