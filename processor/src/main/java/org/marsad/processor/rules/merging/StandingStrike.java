package org.marsad.processor.rules.merging;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;

/**
 * A strike that stands, as the rules see it.
 *
 * @param id its id, which depends on who spoke first: nothing may be decided by it
 * @param what what its reports say together
 * @param residential whether it hit where people live
 * @param timing what its reports say of time beside
 */
public record StandingStrike(String id, Merged what, boolean residential, Timing timing) {
  /**
   * By time; of equal times by the smallest report id, which does not depend on who spoke first.
   */
  public static final Comparator<StandingStrike> IN_ORDER =
      Comparator.comparing((StandingStrike s) -> s.what.time().from())
          .thenComparing(s -> s.what.time().until())
          .thenComparing(s -> s.what.reportIds().get(0));

  /**
   * Whether time and place are known at least to the hour and the neighbourhood: two such strikes
   * are certainly different ones.
   */
  public boolean isFine() {
    return what.time().isFine() && what.spot().isFine();
  }

  /** When it was over by the latest word of those reports that know its time to the hour. */
  public Instant latestEnd() {
    var stated = timing.latestEnd();
    var merged = what.time().until();
    return stated == null || stated.isBefore(merged) ? merged : stated;
  }

  /** The impacts as counted: a finely placed strike without a count is 1, because it landed. */
  public @Nullable CountRange countedImpacts() {
    return what.impacts() == null && isFine() ? CountRange.of(1) : what.impacts();
  }
}
