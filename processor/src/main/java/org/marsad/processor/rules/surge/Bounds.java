package org.marsad.processor.rules.surge;

import org.marsad.processor.rules.CountRange;

/**
 * A range of expected people, before rounding.
 *
 * @param low least, at least 0
 * @param best best estimate
 * @param high most; infinite where open-ended
 */
record Bounds(double low, double best, double high) {
  static final Bounds NONE = new Bounds(0, 0, 0);

  static Bounds of(CountRange range) {
    var high = range.high() == CountRange.OPEN ? Double.POSITIVE_INFINITY : range.high();
    return new Bounds(range.low(), range.best(), high);
  }

  Bounds plus(Bounds other) {
    return new Bounds(low + other.low, best + other.best, high + other.high);
  }

  /** Bound by bound; nothing of an open-ended high stays nothing. */
  Bounds times(double forLow, double forBest, double forHigh) {
    return new Bounds(low * forLow, best * forBest, forHigh == 0 ? 0 : high * forHigh);
  }

  Bounds times(double factor) {
    return times(factor, factor, factor);
  }

  /** Low down, best to the nearest, high up; free of the last digits' noise. */
  CountRange rounded() {
    var lowest = (int) Math.floor(clean(low));
    var likely = Math.max(lowest, (int) Math.round(clean(best)));
    return new CountRange(
        lowest,
        likely,
        Double.isInfinite(high)
            ? CountRange.OPEN
            : Math.max(likely, (int) Math.min(Math.ceil(clean(high)), CountRange.OPEN - 1.0)));
  }

  /** 12.000000000001 people are 12: products of shares do not add up exactly. */
  private static double clean(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
