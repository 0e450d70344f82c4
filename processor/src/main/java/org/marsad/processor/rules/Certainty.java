package org.marsad.processor.rules;

import java.util.Collection;

/** How certain something is, the most certain first. */
public enum Certainty {
  /** Two or more independent lineages, or verified evidence. */
  OBSERVED,
  /** One credible source. */
  LIKELY,
  /** Unverified. */
  POSSIBLE;

  /** Whether it is more than possible. */
  public boolean isAtLeastLikely() {
    return this != POSSIBLE;
  }

  /** The less certain of the two. */
  public Certainty and(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Of a sum over several strikes: their common certainty, LIKELY where they differ. */
  public static Certainty ofSum(Collection<Certainty> parts) {
    var distinct = parts.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.get(0) : LIKELY;
  }
}
