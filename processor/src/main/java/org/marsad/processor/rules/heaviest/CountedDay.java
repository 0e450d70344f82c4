package org.marsad.processor.rules.heaviest;

import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Scope;

/**
 * One local day of an area or a neighbourhood, as its records are judged by it.
 *
 * @param scopeCode code of the area or neighbourhood
 * @param day local day, as a day of the epoch
 * @param heard whether anybody of the area was heard of on it
 * @param strikes how many count on it, or are longer and touch it
 * @param sources number of independent lineages that report them
 */
public record CountedDay(
    Scope scope,
    String scopeCode,
    long day,
    boolean heard,
    int strikes,
    int sources,
    Total impacts,
    Total killed,
    Total injured,
    Total casualties) {
  /**
   * What was counted on the day.
   *
   * @param value the day's total, null where nobody counted
   * @param unreported number of its strikes for which nobody did
   */
  public record Total(@Nullable CountRange value, int unreported) {}

  /** Whether there is nothing to tell of it, or nothing any more. */
  public boolean isEmpty() {
    return strikes == 0 && (scope == Scope.NEIGHBOURHOOD || !heard);
  }
}
