package org.marsad.processor.rules.interruption;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.SubjectKind;
import org.marsad.processor.rules.surge.Standing;

/**
 * What one revision of an alert tells, as far as it decides whether to wake somebody.
 *
 * @param kind what it is about
 * @param severity of the alert
 * @param certainty of the alert
 * @param findings each with its certainty
 * @param mass many were killed or injured
 * @param place null where none is known
 * @param dangerUntil until when the spot is dangerous; null where that is unknown
 * @param impacts null where not reported
 * @param killed null where not reported
 * @param injured null where not reported
 * @param sources number of independent ones
 * @param recordDays how far the longest record reaches back, days; 0 without one
 * @param strikes number of strikes of a wave, best estimate; else of the subject
 * @param arrivals expected at a hospital within 24 hours, best estimate; else 0
 * @param standing of a hospital; else null
 */
public record Situation(
    SubjectKind kind,
    Severity severity,
    Certainty certainty,
    SortedMap<FindingKind, Certainty> findings,
    boolean mass,
    @Nullable Circle place,
    @Nullable Instant dangerUntil,
    @Nullable CountRange impacts,
    @Nullable CountRange killed,
    @Nullable CountRange injured,
    int sources,
    int recordDays,
    int strikes,
    int arrivals,
    @Nullable Standing standing) {
  public Situation {
    findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
  }

  /** Killed, best estimate; 0 where not reported. */
  int dead() {
    return killed == null ? 0 : killed.best();
  }

  /** Killed and injured, best estimate; 0 where neither is reported. */
  int casualties() {
    var casualties = CountRange.sumOfKnown(killed, injured);
    return casualties == null ? 0 : casualties.best();
  }
}
