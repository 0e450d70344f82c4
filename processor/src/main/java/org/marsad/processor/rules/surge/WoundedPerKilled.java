package org.marsad.processor.rules.surge;

/**
 * How many are wounded for each one killed.
 *
 * @param low least, positive
 * @param best best estimate
 * @param high most
 */
public record WoundedPerKilled(double low, double best, double high) {
  public WoundedPerKilled {
    if (!(low > 0 && low <= best && best <= high && high < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "wounded-per-killed: %s–%s–%s (expected: 0 < low <= best <= high)"
              .formatted(low, best, high));
    }
  }
}
