package org.marsad.processor.rules.heaviest;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Target;

/**
 * What the strikes of an area's day come to. They are those that count on the day, and the longer
 * ones that touch it.
 *
 * @param day local day, as a day of the epoch
 * @param strikes how many
 * @param strikeIds the last {@link #MOST_STRIKES} by start, the latest first
 * @param neighbourhoods those hit, with the number of strikes
 * @param sources number of independent lineages
 * @param certainty the certainty that they have in common, LIKELY where they differ
 * @param targets what was hit
 * @param impacts the day's total, null where nobody reported any
 * @param killed the day's total, null where nobody reported any
 * @param injured the day's total, null where nobody reported any
 * @param newestReceivedAt when the newest of their reports was taken in
 */
public record DayFacts(
    long day,
    int strikes,
    List<String> strikeIds,
    SortedMap<String, Integer> neighbourhoods,
    int sources,
    Certainty certainty,
    SortedSet<Target> targets,
    @Nullable CountRange impacts,
    @Nullable CountRange killed,
    @Nullable CountRange injured,
    Instant newestReceivedAt) {
  /** So many strikes a message names. */
  public static final int MOST_STRIKES = 20;

  public DayFacts {
    strikeIds = List.copyOf(strikeIds);
    neighbourhoods = Collections.unmodifiableSortedMap(new TreeMap<>(neighbourhoods));
    targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
  }
}
