package org.marsad.processor.rules.repeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * A second strike on the spot of an earlier one while rescuers may be there ("double tap").
 *
 * <p>A strike exactly {@code window} later, or exactly {@code reachMetres} away, still counts: the
 * edge errs towards warning. Strikes of the same minute are one salvo.
 *
 * @param window how long after a strike its spot stays dangerous, positive
 * @param reachMetres distance, beyond both radii, within which two strikes hit the same spot, at
 *     least 0
 */
public record RepeatStrikeRule(Duration window, double reachMetres) {
  public RepeatStrikeRule {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window: " + window + " (expected: > 0)");
    }
    if (!(reachMetres >= 0)) {
      throw new IllegalArgumentException("reachMetres: " + reachMetres + " (expected: >= 0)");
    }
  }

  /**
   * That a strike repeats others.
   *
   * @param earlier the strikes that it repeats, the latest first
   * @param after from the end of the latest of them to this one's start, zero where they overlap
   * @param metres from the latest of them, centre to centre
   */
  public record Repeat(List<StandingStrike> earlier, Duration after, double metres) {
    public Repeat {
      earlier = List.copyOf(earlier);
    }
  }

  /** Judges a strike against others of its area, in any order, itself among them or not. */
  public Optional<Repeat> judge(StandingStrike strike, Collection<StandingStrike> others) {
    var circle = spotOf(strike);
    if (circle == null) {
      return Optional.empty();
    }
    Comparator<StandingStrike> latestFirst = StandingStrike.IN_ORDER.reversed();
    var earlier =
        others.stream().filter(other -> repeats(strike, other)).sorted(latestFirst).toList();
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    var latest = earlier.get(0);
    var spot = latest.what().spot().circle();
    var gap = Duration.between(latest.what().time().until(), strike.what().time().from());
    return Optional.of(
        new Repeat(
            earlier,
            gap.isNegative() ? Duration.ZERO : gap,
            spot == null ? 0 : circle.centre().metresTo(spot.centre())));
  }

  /** Until when a strike's spot is dangerous; empty where its time is not known within an hour. */
  public Optional<Instant> dangerUntil(TimeSpan time) {
    return time.isWithinAnHour() ? Optional.of(time.until().plus(window)) : Optional.empty();
  }

  private boolean repeats(StandingStrike later, StandingStrike earlier) {
    var here = spotOf(later);
    var there = spotOf(earlier);
    return here != null
        && there != null
        && StandingStrike.IN_ORDER.compare(earlier, later) < 0
        && canBeLater(later.what().time(), earlier.what().time())
        && !later.what().time().from().isAfter(earlier.what().time().until().plus(window))
        && here.isWithin(reachMetres, there);
  }

  private static boolean canBeLater(TimeSpan time, TimeSpan earlier) {
    return time.from().isAfter(earlier.from())
        || time.until().isAfter(earlier.from())
        || !time.precision().isAtLeastAsFineAs(TimePrecision.MINUTE)
        || !earlier.precision().isAtLeastAsFineAs(TimePrecision.MINUTE);
  }

  /** Where a strike's spot is; null where time or place are too coarse to speak of a spot. */
  private static @Nullable Circle spotOf(StandingStrike strike) {
    return strike.what().time().isWithinAnHour() && strike.what().spot().isFine()
        ? strike.what().spot().circle()
        : null;
  }
}
