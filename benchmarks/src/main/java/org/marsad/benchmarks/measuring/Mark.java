package org.marsad.benchmarks.measuring;

/**
 * What a ratio is to keep.
 *
 * @param limit the edge, which still keeps it
 * @param atLeast whether higher is better
 */
public record Mark(double limit, boolean atLeast) {
  /** Nothing is asked of it: it is stated. */
  public static final Mark NONE = new Mark(Double.POSITIVE_INFINITY, false);

  public static Mark atLeast(double limit) {
    return new Mark(limit, true);
  }

  public static Mark atMost(double limit) {
    return new Mark(limit, false);
  }

  boolean isKeptBy(double ratio) {
    return atLeast ? ratio >= limit : ratio <= limit;
  }

  @Override
  public String toString() {
    return Double.isInfinite(limit) ? "none" : (atLeast ? ">= " : "<= ") + limit;
  }
}
