package org.marsad.processor.rules.surge;

import java.util.Map;
import java.util.TreeMap;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * A sum over strikes of which coarse ones may be others once more. One source does not report a
 * strike twice: best is the largest of what is finely placed and of what each source says; low the
 * same, but of a source's word its coarse part alone; high is all together.
 */
final class GroupedBounds {
  private double fineLow;
  private double fineBest;
  private double high;
  private final Map<String, Double> coarseLows = new TreeMap<>();
  private final Map<String, Double> bests = new TreeMap<>();

  void add(StandingStrike strike, Bounds bounds) {
    high += bounds.high();
    if (strike.isFine()) {
      fineLow += bounds.low();
      fineBest += bounds.best();
    }
    for (var source : strike.what().sources()) {
      bests.merge(source, bounds.best(), Double::sum);
      if (!strike.isFine()) {
        coarseLows.merge(source, bounds.low(), Double::sum);
      }
    }
  }

  Bounds sum() {
    return new Bounds(largest(fineLow, coarseLows), largest(fineBest, bests), high);
  }

  private static double largest(double fine, Map<String, Double> bySource) {
    return bySource.values().stream().reduce(fine, Math::max);
  }
}
