package org.marsad.processor.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Certainty;
import org.marsad.message.TimePrecision;

/**
 * REPEAT_STRIKE: each strike against each.
 *
 * @param earlier names of the earlier ones, the latest first
 * @param onset of the latest of them, or the earlier of the times that one strike's reports state
 * @param metres centre to centre; null where the point of one is not known
 */
record RepeatStrike(
    Certainty certainty,
    List<String> earlier,
    Instant onset,
    long secondsAfter,
    @Nullable Double metres,
    boolean sameNeighbourhood) {

  static @Nullable RepeatStrike of(OneStrike later, List<OneStrike> strikes) {
    Certainty surest = null;
    for (var other : strikes) {
      var certainty = certainty(other, later);
      if (certainty != null && (surest == null || certainty.compareTo(surest) < 0)) {
        surest = certainty;
      }
    }
    if (surest == null) {
      return withinOne(later);
    }
    var earlier = new ArrayList<OneStrike>();
    for (var other : strikes) {
      if (certainty(other, later) == surest) {
        earlier.add(other);
      }
    }
    earlier.sort(OneStrike.IN_ORDER.reversed());
    var latest = earlier.get(0);
    return new RepeatStrike(
        surest,
        earlier.stream().map(OneStrike::name).toList(),
        latest.from(),
        Math.max(0, Duration.between(latest.until(), later.from()).toSeconds()),
        latest.spot().isPoint() && later.spot().isPoint()
            ? latest.spot().metresTo(later.spot())
            : null,
        nameTheSame(latest, later));
  }

  /** The reports of one strike may speak of two. */
  private static @Nullable RepeatStrike withinOne(OneStrike strike) {
    var apart = strike.stated().apart();
    var earliest = strike.stated().earliestMinute();
    if (apart == null || earliest == null || apart.compareTo(Thresholds.TWO_STRIKES) < 0) {
      return null;
    }
    return new RepeatStrike(
        Certainty.POSSIBLE, List.of(), earliest, apart.toSeconds(), null, false);
  }

  /** How certain it is that the one hit the spot of the other; null where it did not. */
  private static @Nullable Certainty certainty(OneStrike a, OneStrike b) {
    if (a.equals(b) || !isLaterInTheWindow(a, b) || !a.spot().isFine() || !b.spot().isFine()) {
      return null;
    }
    var both = AlertFacts.lessCertain(a.certainty(), b.certainty());
    var here = a.spot().circle();
    var there = b.spot().circle();
    var metres = a.spot().metresTo(b.spot());
    if (here == null || there == null || metres == null) {
      return nameTheSame(a, b) ? AlertFacts.lessCertain(both, Certainty.LIKELY) : null;
    }
    var radii = here.radiusMetres() + there.radiusMetres();
    if (metres + radii <= Thresholds.SPOT_METRES) {
      return both;
    }
    var gap = metres - radii;
    var arePoints =
        here.radiusMetres() <= Thresholds.POINT_METRES
            && there.radiusMetres() <= Thresholds.POINT_METRES;
    if (nameTheSame(a, b) || (arePoints && gap <= Thresholds.SPOT_METRES)) {
      return AlertFacts.lessCertain(both, Certainty.LIKELY);
    }
    return gap <= Thresholds.SPOT_METRES ? Certainty.POSSIBLE : null;
  }

  private static boolean nameTheSame(OneStrike a, OneStrike b) {
    return a.spot().neighbourhood() != null
        && Objects.equals(a.spot().neighbourhood(), b.spot().neighbourhood());
  }

  private static boolean isLaterInTheWindow(OneStrike a, OneStrike b) {
    var window = a.dangerUntil();
    return window != null
        && OneStrike.isFineTime(b.precision(), b.from(), b.until())
        && OneStrike.IN_ORDER.compare(a, b) < 0
        && isNoSalvo(a, b)
        && !b.from().isAfter(window);
  }

  /** Two strikes at the same minute are one salvo. */
  private static boolean isNoSalvo(OneStrike a, OneStrike b) {
    return b.from().isAfter(a.from())
        || b.until().isAfter(a.from())
        || a.precision().compareTo(TimePrecision.MINUTE) > 0
        || b.precision().compareTo(TimePrecision.MINUTE) > 0;
  }
}
