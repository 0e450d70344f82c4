package org.marsad.processor.oracle;

import org.jspecify.annotations.Nullable;

/**
 * CASUALTIES: people were hurt, or nobody has counted.
 *
 * @param mass whether many were
 * @param unknown whether nobody has counted
 */
record Casualties(boolean mass, boolean unknown) {
  static @Nullable Casualties of(OneStrike strike) {
    if (strike.killed() == null && strike.injured() == null) {
      return new Casualties(false, true);
    }
    if (strike.casualtiesBest() < 1) {
      return null;
    }
    return new Casualties(
        strike.killedBest() >= Thresholds.MASS_KILLED
            || strike.casualtiesBest() >= Thresholds.MASS_CASUALTIES,
        false);
  }
}
