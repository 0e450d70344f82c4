package org.marsad.processor.oracle;

import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Low, best and high before they are rounded.
 *
 * @param high of what was counted
 * @param open whether nobody knows how many more
 */
record Amount(double low, double best, double high, boolean open) {
  static final Amount NOTHING = new Amount(0, 0, 0, false);

  /** Sums in another order may differ by so much, just above or below a whole number. */
  private static final double ERROR = 1e-9;

  static Amount of(Range range) {
    return new Amount(
        range.low(), range.best(), range.high() == null ? 0 : range.high(), range.high() == null);
  }

  Amount plus(Amount other) {
    return new Amount(low + other.low, best + other.best, high + other.high, open || other.open);
  }

  /** An open end stays open, except where it is multiplied by nothing. */
  Amount times(double ofLow, double ofBest, double ofHigh) {
    return new Amount(low * ofLow, best * ofBest, high * ofHigh, open && ofHigh > 0);
  }

  Amount highAlone() {
    return times(0, 0, 1);
  }

  /**
   * What several strikes come to. What one source says adds up, and so do the finely placed
   * strikes; the larger counts. Everybody's highs add up. A coarse toll may include strikes that
   * were told by themselves, so that it adds nothing to their low.
   */
  static Amount total(Collection<OneStrike> strikes, Function<OneStrike, Amount> value) {
    var fine = NOTHING;
    var all = NOTHING;
    var own = new TreeMap<String, Amount>();
    var ownCoarse = new TreeMap<String, Amount>();
    for (var strike : strikes) {
      var amount = value.apply(strike);
      all = all.plus(amount);
      fine = strike.isFine() ? fine.plus(amount) : fine;
      for (var source : strike.sources()) {
        own.merge(source, amount, Amount::plus);
        if (!strike.isFine()) {
          ownCoarse.merge(source, amount, Amount::plus);
        }
      }
    }
    var low = ownCoarse.values().stream().mapToDouble(Amount::low).max().orElse(0);
    var best = own.values().stream().mapToDouble(Amount::best).max().orElse(0);
    return new Amount(Math.max(fine.low, low), Math.max(fine.best, best), all.high, all.open);
  }

  /** Of whole numbers. */
  Range toRange() {
    return new Range(Math.round(low), Math.round(best), open ? null : Math.round(high));
  }

  /** Whether the range is this, low rounded down, best to the nearest, high up. */
  boolean isRoundedTo(Range range) {
    return isBetween(range.low(), Math.floor(low - ERROR), Math.floor(low + ERROR))
        && isBetween(range.best(), Math.rint(best - ERROR), Math.rint(best + ERROR))
        && (open
            ? range.high() == null
            : range.high() != null
                && isBetween(range.high(), Math.ceil(high - ERROR), Math.ceil(high + ERROR)));
  }

  boolean isAbout(Amount other) {
    return Math.abs(low - other.low) <= ERROR
        && Math.abs(best - other.best) <= ERROR
        && Math.abs(high - other.high) <= ERROR
        && open == other.open;
  }

  private static boolean isBetween(long value, double least, double most) {
    return least <= value && value <= most;
  }
}
