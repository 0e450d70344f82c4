package org.marsad.benchmarks.measuring;

import java.util.List;

/**
 * What repeated measurements come to.
 *
 * @param median the middle one; the mean of the middle two where their number is even
 * @param min the smallest
 * @param max the largest
 */
public record Spread(double median, double min, double max) {
  /**
   * Of some measurements.
   *
   * @param values one or more
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: none (expected: one or more)");
    }
    var sorted = values.stream().sorted().toList();
    var middle = sorted.size() / 2;
    var median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }
}
