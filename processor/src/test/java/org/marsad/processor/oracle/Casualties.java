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
    if (strike.casualtiesBest() < 1) {
      return strike.killed() == null ? new Casualties(false, true) : null;
    }
    return new Casualties(
        strike.killedBest() >= Thresholds.MASS_KILLED
            || strike.casualtiesBest() >= Thresholds.MASS_CASUALTIES,
        false);
  }
}
