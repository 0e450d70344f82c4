package org.marsad.processor.oracle;

import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Function;
import org.marsad.message.Certainty;

/** What several strikes come to. */
final class Sums {
  private Sums() {}

  /** The largest group's lows, the largest group's bests, and everybody's highs. */
  static Range grouped(Collection<OneStrike> strikes, Function<OneStrike, Range> value) {
    var groups = new TreeMap<String, Range>();
    var all = Range.NOTHING;
    for (var strike : strikes) {
      groups.merge(strike.group(), value.apply(strike), Range::plus);
      all = all.plus(value.apply(strike));
    }
    var low = groups.values().stream().mapToLong(Range::low).max().orElse(0);
    var best = groups.values().stream().mapToLong(Range::best).max().orElse(0);
    return new Range(low, best, all.high());
  }

  /** The strikes' common certainty, LIKELY where they differ. */
  static Certainty certainty(Collection<OneStrike> strikes) {
    var all = strikes.stream().map(OneStrike::certainty).distinct().toList();
    return all.size() == 1 ? all.get(0) : Certainty.LIKELY;
  }
}
