package org.marsad.benchmarks.measuring;

/**
 * One run of ours and one of the baseline, right after each other.
 *
 * @param noisy other processes took over 5 % of the machine meanwhile
 */
public record Pair(Run ours, Run baseline, boolean noisy) {
  /**
   * One line for whoever waits.
   *
   * @param what is measured
   * @param number of this pair, 0 for the one that is dropped
   * @param kept how many there will be
   * @param unit of the values
   */
  public String told(String what, int number, int kept, String unit) {
    return "%s: pair %d of %d%s: %s and %s %s, ratio %.2f%s"
        .formatted(
            what,
            number,
            kept,
            number == 0 ? " (dropped)" : "",
            Figure.number(ours.value()),
            Figure.number(baseline.value()),
            unit,
            ratio(),
            noisy ? ", noisy" : "");
  }

  /** Ours over the baseline. */
  double ratio() {
    return ours.value() / baseline.value();
  }
}
