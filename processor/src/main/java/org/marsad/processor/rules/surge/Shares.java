package org.marsad.processor.rules.surge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.surge.HospitalSurgeRule.Day;

/**
 * How one strike's wounded are shared by the hospitals that are open to all: by room and nearness,
 * none beyond the farthest. A hospital that was itself hit may take nobody in, so the others reckon
 * with its part too.
 */
final class Shares {
  private final HospitalSurgeRule rule;
  private final StandingStrike strike;
  private final Set<String> hit;
  private final Distances distances;
  private final Map<String, Double> weights = new HashMap<>();
  private double all;
  private double unhit;

  /**
   * Of one strike.
   *
   * @param open public hospitals that are open
   * @param day with the ids of those of which a report says that they were hit
   */
  Shares(HospitalSurgeRule rule, StandingStrike strike, List<Hospital> open, Day day) {
    this.rule = rule;
    this.strike = strike;
    this.hit = day.hit();
    this.distances = day.distances();
    for (var hospital : open) {
      var weight = weight(hospital);
      weights.put(hospital.site().id(), weight);
      all += weight;
      unhit += hit.contains(hospital.site().id()) ? 0 : weight;
    }
  }

  /** What comes to a hospital; one that is not open to all takes its part beside the others. */
  Share of(Hospital hospital) {
    var id = hospital.site().id();
    var isHit = hit.contains(id);
    var known = weights.get(id);
    var isOneOfThem = known != null;
    double weight = known != null ? known : weight(hospital);
    if (weight == 0) {
      return Share.NONE;
    }
    var withAll = isOneOfThem ? all : all + weight;
    var withoutHit = isOneOfThem && !isHit ? unhit : unhit + weight;
    var best = weight / withoutHit;
    return new Share(isHit ? 0 : weight / withAll * (1 - rule.elsewhere()), best, best);
  }

  /** Room, halved at {@link HospitalSurgeRule#halfWayMetres}; nothing beyond the farthest. */
  private double weight(Hospital hospital) {
    var metres = Math.max(0, distances.metres(strike, hospital));
    if (metres > rule.farthestMetres()) {
      return 0;
    }
    var halfWays = metres / rule.halfWayMetres();
    return hospital.room() / (1 + halfWays * halfWays);
  }

  /** A part of a strike's wounded, each 0 to 1. */
  record Share(double low, double best, double high) {
    static final Share NONE = new Share(0, 0, 0);

    Bounds of(Bounds wounded) {
      return wounded.times(low, best, high);
    }
  }
}
