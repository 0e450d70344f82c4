package org.marsad.benchmarks.measuring;

import java.util.ArrayList;
import java.util.List;

/** Ours and the baseline in turn, A/B/A/B; the first pair warms the machine up and is dropped. */
public final class Interleaved {
  /** Something that can be measured. */
  @FunctionalInterface
  public interface Measured {
    /**
     * Runs it once.
     *
     * @param pair 0 for the one that is dropped
     */
    Run run(int pair) throws Exception;
  }

  /** Told of each pair as it ends. */
  @FunctionalInterface
  public interface Progress {
    void ended(int number, Pair pair);
  }

  private Interleaved() {}

  /**
   * Measures.
   *
   * @param kept pairs, beside the one that is dropped, 1 or more
   */
  public static List<Pair> run(int kept, Measured ours, Measured baseline, Progress progress)
      throws Exception {
    var pairs = new ArrayList<Pair>();
    for (var number = 0; number <= kept; number++) {
      var pair = pair(number, ours, baseline);
      progress.ended(number, pair);
      if (number > 0) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  /**
   * Measures each once.
   *
   * @param number told to both
   */
  public static Pair pair(int number, Measured ours, Measured baseline) throws Exception {
    var before = Machine.now();
    var a = ours.run(number);
    var b = baseline.run(number);
    return new Pair(a, b, Machine.now().isNoisySince(before));
  }
}
