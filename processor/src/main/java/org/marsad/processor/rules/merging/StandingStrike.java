package org.marsad.processor.rules.merging;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;

/**
 * A strike that stands, as the rules see it.
 *
 * @param id its id, which depends on who spoke first: nothing may be decided by it
 * @param what what its reports say together
 * @param residential whether it hit where people live
 */
public record StandingStrike(String id, Merged what, boolean residential) {
  /**
   * By time; of equal times by the smallest report id, which does not depend on who spoke first.
   */
  public static final Comparator<StandingStrike> IN_ORDER =
      Comparator.comparing((StandingStrike s) -> s.what.time().from())
          .thenComparing(s -> s.what.time().until())
          .thenComparing(s -> s.what.reportIds().get(0));

  /** The group of all finely placed and timed strikes. No lineage is empty. */
  public static final String FINE = "";

  /**
   * Strikes of one group are certainly different ones: the finely placed and timed together, coarse
   * ones with those of their lineage.
   */
  public String group() {
    return what.time().isFine() && what.spot().isFine() ? FINE : what.lineages().first();
  }

  /** The impacts as counted: a finely placed strike without a count is 1, because it landed. */
  public @Nullable CountRange countedImpacts() {
    return what.impacts() == null && group().equals(FINE) ? CountRange.of(1) : what.impacts();
  }
}
