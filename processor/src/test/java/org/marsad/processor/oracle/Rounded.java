package org.marsad.processor.oracle;

import org.jspecify.annotations.Nullable;

/**
 * A range that is still to be rounded: low down, best to the nearest, high up.
 *
 * @param high null where it is open-ended
 */
record Rounded(double low, double best, @Nullable Double high) {
  /** Sums in another order may differ by so much, just above or below a whole number. */
  private static final double ERROR = 1e-9;

  /** A distance as it is told; null where there is none. */
  static @Nullable Double decimetres(@Nullable Double metres) {
    return metres == null ? null : Math.rint(metres * 10) / 10;
  }

  boolean agreesWith(Range range) {
    return isBetween(range.low(), Math.floor(low - ERROR), Math.floor(low + ERROR))
        && isBetween(range.best(), Math.rint(best - ERROR), Math.rint(best + ERROR))
        && (high == null
            ? range.high() == null
            : range.high() != null
                && isBetween(range.high(), Math.ceil(high - ERROR), Math.ceil(high + ERROR)));
  }

  private static boolean isBetween(long value, double least, double most) {
    return least <= value && value <= most;
  }
}
