package org.marsad.processor.rules.repeat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * A second strike on the spot of an earlier one while rescuers may be there ("double tap").
 *
 * <p>A strike exactly {@code window} later, or exactly {@code reachMetres} away, still counts: the
 * edge errs towards warning. Strikes of the same minute are one salvo.
 *
 * @param window how long after the latest stated end of a strike its spot stays dangerous, positive
 * @param reachMetres two strikes certainly hit the same spot when their centres and both radii lie
 *     within this distance, and possibly when their circles do, at least 0
 * @param finestMetres two points with radii up to this one likely hit the same spot when their
 *     circles lie within {@code reachMetres}, at least 0
 * @param statedApart when reports of one strike state times so far apart, known to the minute, it
 *     may be two strikes, positive
 */
public record RepeatStrikeRule(
    Duration window, double reachMetres, double finestMetres, Duration statedApart) {
  public RepeatStrikeRule {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window: " + window + " (expected: > 0)");
    }
    if (!(reachMetres >= 0)) {
      throw new IllegalArgumentException("reachMetres: " + reachMetres + " (expected: >= 0)");
    }
    if (!(finestMetres >= 0)) {
      throw new IllegalArgumentException("finestMetres: " + finestMetres + " (expected: >= 0)");
    }
    if (statedApart.isNegative() || statedApart.isZero()) {
      throw new IllegalArgumentException("statedApart: " + statedApart + " (expected: > 0)");
    }
  }

  /**
   * That a strike repeats others, or may be two.
   *
   * @param certainty how certain
   * @param earlier the strikes that it repeats with that certainty, the latest first; empty where
   *     its own reports may speak of two strikes
   * @param earlierFrom start of the latest of them, or the earlier of the stated times
   * @param after from the end of the latest of them to this one's start, or between the stated
   *     times; zero where they overlap
   * @param metres from the latest of them, centre to centre; null where only the neighbourhood is
   *     known, or it is one strike
   * @param radiiMetres both radii together: the two fell so much nearer or farther at most; null as
   *     {@code metres}
   * @param sameNeighbourhood whether it and the latest of them name the same one
   */
  public record Repeat(
      Certainty certainty,
      List<StandingStrike> earlier,
      Instant earlierFrom,
      Duration after,
      @Nullable Double metres,
      @Nullable Double radiiMetres,
      boolean sameNeighbourhood) {
    public Repeat {
      earlier = List.copyOf(earlier);
    }
  }

  private record Pair(StandingStrike earlier, Certainty certainty) {}

  /**
   * Judges a strike against others of its area.
   *
   * @param others in any order, itself among them or not
   * @param map of the area
   */
  public Optional<Repeat> judge(
      StandingStrike strike, Collection<StandingStrike> others, AreaMap map) {
    var pairs = new ArrayList<Pair>();
    for (var other : others) {
      var certainty = certaintyOf(strike, other);
      if (certainty != null) {
        pairs.add(new Pair(other, certainty));
      }
    }
    if (pairs.isEmpty()) {
      return twoInOne(strike);
    }
    var surest = pairs.stream().map(Pair::certainty).min(Comparator.naturalOrder()).orElseThrow();
    var earlier =
        pairs.stream()
            .filter(pair -> pair.certainty == surest)
            .map(Pair::earlier)
            .sorted(StandingStrike.IN_ORDER.reversed())
            .toList();
    var latest = earlier.get(0);
    var gap = Duration.between(latest.what().time().until(), strike.what().time().from());
    var here = point(strike.what().spot(), map);
    var there = point(latest.what().spot(), map);
    return Optional.of(
        new Repeat(
            surest,
            earlier,
            latest.what().time().from(),
            gap.isNegative() ? Duration.ZERO : gap,
            here == null || there == null ? null : here.centre().metresTo(there.centre()),
            here == null || there == null ? null : here.radiusMetres() + there.radiusMetres(),
            haveSameName(strike.what().spot(), latest.what().spot())));
  }

  /**
   * Whether a strike can have fallen after another, while that one's spot was dangerous: of one
   * salvo none is a repeat.
   *
   * @param latestEnd the latest end that the reports of the earlier one state
   */
  public boolean isInWindow(TimeSpan later, TimeSpan earlier, Instant latestEnd) {
    return canBeLater(later, earlier) && !later.from().isAfter(latestEnd.plus(window));
  }

  /** Whether strikes at two places can have hit the same spot. */
  public boolean canBeSameSpot(Spot a, Spot b) {
    return sameSpot(a, b, Certainty.POSSIBLE).isPresent();
  }

  /**
   * How certainly strikes at two places hit the same spot, by the places alone; empty where they
   * did not.
   *
   * @param ofBoth certainty of the less certain of the two strikes
   */
  public Optional<Certainty> sameSpot(Spot a, Spot b, Certainty ofBoth) {
    return a.isFine() && b.isFine()
        ? Optional.ofNullable(certaintyOfSpot(a, b, ofBoth))
        : Optional.empty();
  }

  /**
   * Until when a strike's spot is dangerous; empty where its time is not known to the hour.
   *
   * @param latestEnd the latest end that its reports state
   */
  public Optional<Instant> dangerUntil(TimeSpan time, Instant latestEnd) {
    return time.isFine() ? Optional.of(latestEnd.plus(window)) : Optional.empty();
  }

  /** Its own reports may speak of two. */
  private Optional<Repeat> twoInOne(StandingStrike strike) {
    var first = strike.timing().firstStated();
    var apart = strike.timing().statedApart();
    return first == null || apart == null || apart.compareTo(statedApart) < 0
        ? Optional.empty()
        : Optional.of(new Repeat(Certainty.POSSIBLE, List.of(), first, apart, null, null, false));
  }

  /** How certainly one strike repeats another; null where it does not. */
  private @Nullable Certainty certaintyOf(StandingStrike later, StandingStrike earlier) {
    return isSpot(later)
            && isSpot(earlier)
            && StandingStrike.IN_ORDER.compare(earlier, later) < 0
            && isInWindow(later.what().time(), earlier.what().time(), earlier.latestEnd())
        ? certaintyOfSpot(
            later.what().spot(),
            earlier.what().spot(),
            later.what().certainty().and(earlier.what().certainty()))
        : null;
  }

  private @Nullable Certainty certaintyOfSpot(Spot later, Spot earlier, Certainty ofBoth) {
    var here = later.circle();
    var there = earlier.circle();
    if (here != null && there != null && isSameSpot(here, there)) {
      return ofBoth;
    }
    var near = here != null && there != null && here.isWithin(reachMetres, there);
    if (haveSameName(later, earlier) || (near && isFine(here) && isFine(there))) {
      return ofBoth.and(Certainty.LIKELY);
    }
    return near ? Certainty.POSSIBLE : null;
  }

  /** Wherever in their circles the two fell, they fell within reach of each other. */
  private boolean isSameSpot(Circle here, Circle there) {
    var left = reachMetres - here.radiusMetres() - there.radiusMetres();
    return left >= 0 && here.centre().isWithin(left, there.centre());
  }

  private boolean isFine(@Nullable Circle circle) {
    return circle != null && circle.radiusMetres() <= finestMetres;
  }

  private static boolean haveSameName(Spot a, Spot b) {
    return a.neighbourhood() != null && a.neighbourhood().equals(b.neighbourhood());
  }

  /** Null where it is known by its neighbourhood's circle alone. */
  private static @Nullable Circle point(Spot spot, AreaMap map) {
    var part = spot.neighbourhood() == null ? null : map.parts().get(spot.neighbourhood());
    return part != null && Objects.equals(part.circle(), spot.circle()) ? null : spot.circle();
  }

  private static boolean canBeLater(TimeSpan time, TimeSpan earlier) {
    return time.from().isAfter(earlier.from())
        || time.until().isAfter(earlier.from())
        || !time.precision().isAtLeastAsFineAs(TimePrecision.MINUTE)
        || !earlier.precision().isAtLeastAsFineAs(TimePrecision.MINUTE);
  }

  /** Whether time and place are fine enough to speak of a spot. */
  private static boolean isSpot(StandingStrike strike) {
    return strike.isFine();
  }
}
