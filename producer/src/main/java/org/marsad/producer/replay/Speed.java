package org.marsad.producer.replay;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How fast a recording is played.
 *
 * @param factor times the recorded pace, at least 1; {@link Double#POSITIVE_INFINITY} without
 *     pauses
 */
public record Speed(double factor) {
  /** Without pauses. */
  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})x");

  public Speed {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("speed: " + factor + " (expected: at least 1)");
    }
  }

  /**
   * Reads {@code 1x}, {@code 60x} or {@code max}.
   *
   * @throws IllegalArgumentException on anything else
   */
  public static Speed parse(String text) {
    if (text.equals("max")) {
      return MAX;
    }
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("speed: " + text + " (expected: 1x, 60x … or max)");
    }
    return new Speed(Double.parseDouble(form.group(1)));
  }

  /** How long a recorded time takes when it is played. */
  public Duration played(Duration recorded) {
    return Duration.ofMillis((long) (recorded.toMillis() / factor));
  }
}
