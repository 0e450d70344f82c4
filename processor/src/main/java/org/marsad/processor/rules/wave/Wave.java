package org.marsad.processor.rules.wave;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Target;

/**
 * A chain of strikes that followed one another closely, and what they come to.
 *
 * @param strikes number of strikes in the chain
 * @param number of strikes that there were: best is the largest group (finely placed, or one
 *     source's), high is all of them
 * @param from start of the first of them
 * @param until end of the last of them
 * @param residential number of strikes that hit where people live
 * @param impacts in all
 * @param killed in all
 * @param injured in all
 * @param certainty the strikes' common one; POSSIBLE where only several groups together are enough
 * @param sources number of independent lineages
 * @param neighbourhoods those hit, with the number of strikes
 * @param targets what was hit
 * @param newestReceivedAt when the newest report of them was taken in
 */
public record Wave(
    int strikes,
    CountRange number,
    Instant from,
    Instant until,
    int residential,
    Total impacts,
    Total killed,
    Total injured,
    Certainty certainty,
    int sources,
    SortedMap<String, Integer> neighbourhoods,
    List<Target> targets,
    Instant newestReceivedAt) {
  public Wave {
    neighbourhoods = Collections.unmodifiableSortedMap(new TreeMap<>(neighbourhoods));
    targets = List.copyOf(targets);
  }

  /**
   * A sum over the strikes that have a value.
   *
   * @param value null where none has; an open high where one has none
   * @param unreported number of strikes without
   */
  public record Total(@Nullable CountRange value, int unreported) {}
}
