package org.marsad.processor.rules.merging;

import java.util.Comparator;
import org.marsad.processor.rules.Report;

/**
 * Two reports that can be one strike. Of pairs that are equally near the one of the smaller ids
 * comes first: what two sources say in the order of their ids is joined first with first, and a
 * further report of either moves none of them.
 *
 * @param left the smaller report id
 * @param right the larger report id
 * @param distance at least 0, or {@link #DECIDED}
 */
record NearPair(Report left, Report right, double distance) {
  /** Nearer than any distance: a person decided that the two are one strike. */
  static final double DECIDED = -1;

  static final Comparator<NearPair> NEAREST_FIRST =
      Comparator.comparingDouble(NearPair::distance)
          .thenComparing(pair -> pair.left.id())
          .thenComparing(pair -> pair.right.id());

  static NearPair of(Report a, Report b, double distance) {
    return a.id().compareTo(b.id()) < 0
        ? new NearPair(a, b, distance)
        : new NearPair(b, a, distance);
  }

  boolean isDecided() {
    return distance == DECIDED;
  }
}
