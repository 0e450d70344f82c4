package org.marsad.processor.rules.casualties;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;

/**
 * That a strike killed or injured people, or that nobody has counted yet. It needs no history.
 *
 * @param massKilled from so many killed (best) on it is a mass of casualties, 1 or more
 * @param massCasualties likewise from so many killed and injured together
 */
public record CasualtiesRule(int massKilled, int massCasualties) {
  public CasualtiesRule {
    if (massKilled < 1) {
      throw new IllegalArgumentException("mass killed: " + massKilled + " (expected: >= 1)");
    }
    if (massCasualties < 1) {
      throw new IllegalArgumentException(
          "mass casualties: " + massCasualties + " (expected: >= 1)");
    }
  }

  /**
   * What is known of the people who were hit.
   *
   * @param unknown nobody counted the killed yet, and nobody is known to be hurt
   * @param mass many were
   * @param killed best estimate, 0 where not reported
   * @param casualties best estimate of killed and injured together, 0 where not reported
   */
  public record Verdict(boolean unknown, boolean mass, int killed, int casualties) {}

  /**
   * Judges one strike; empty where the killed were counted and nobody was hurt. Who saw no injured
   * has not said that nobody was killed. Many records count the dead alone: of those 0 is a count.
   *
   * @param killed null where not reported
   * @param injured null where not reported
   */
  public Optional<Verdict> judge(@Nullable CountRange killed, @Nullable CountRange injured) {
    var casualties = CountRange.sumOfKnown(killed, injured);
    if (casualties == null || casualties.best() < 1) {
      return killed == null ? Optional.of(new Verdict(true, false, 0, 0)) : Optional.empty();
    }
    var dead = killed == null ? 0 : killed.best();
    return Optional.of(
        new Verdict(
            false,
            dead >= massKilled || casualties.best() >= massCasualties,
            dead,
            casualties.best()));
  }
}
