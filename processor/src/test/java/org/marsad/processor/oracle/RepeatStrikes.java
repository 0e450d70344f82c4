package org.marsad.processor.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.marsad.message.Certainty;
import org.marsad.message.Rule;
import org.marsad.message.TimePrecision;

/** REPEAT_STRIKE: each strike against each. */
final class RepeatStrikes {
  private RepeatStrikes() {}

  static void claim(List<OneStrike> strikes, Map<String, Facts> claims) {
    for (var later : strikes) {
      var earlier = new ArrayList<OneStrike>();
      for (var other : strikes) {
        if (repeats(later, other)) {
          earlier.add(other);
        }
      }
      if (!earlier.isEmpty()) {
        earlier.sort(OneStrike.IN_ORDER.reversed());
        claims.put(Rule.REPEAT_STRIKE + " " + later.name(), facts(later, earlier));
      }
    }
  }

  private static boolean repeats(OneStrike b, OneStrike a) {
    return isPlacedAndTimed(a)
        && isPlacedAndTimed(b)
        && OneStrike.IN_ORDER.compare(a, b) < 0
        && canBeLater(b, a)
        && !b.from().isAfter(a.until().plus(Thresholds.DANGER))
        && metresBetween(a, b) <= Thresholds.REPEAT_REACH_METRES;
  }

  private static boolean isPlacedAndTimed(OneStrike strike) {
    return strike.isKnownWithinAnHour() && strike.spot().isFine() && strike.spot().circle() != null;
  }

  /** Two strikes at the same minute are one salvo. */
  private static boolean canBeLater(OneStrike b, OneStrike a) {
    return b.from().isAfter(a.from())
        || b.until().isAfter(a.from())
        || a.precision().compareTo(TimePrecision.MINUTE) > 0
        || b.precision().compareTo(TimePrecision.MINUTE) > 0;
  }

  /** From circle to circle. */
  private static double metresBetween(OneStrike a, OneStrike b) {
    var here = a.spot().circle();
    var there = b.spot().circle();
    return here == null || there == null
        ? Double.POSITIVE_INFINITY
        : here.metresTo(there) - here.radiusMetres() - there.radiusMetres();
  }

  private static Facts facts(OneStrike later, List<OneStrike> latestFirst) {
    var latest = latestFirst.get(0);
    var all = new ArrayList<>(latestFirst);
    all.add(later);
    var names = new TreeSet<String>();
    all.forEach(strike -> names.add(strike.name()));
    var neighbourhoods = new TreeSet<String>();
    for (var strike : all) {
      if (strike.spot().neighbourhood() != null) {
        neighbourhoods.add(strike.spot().neighbourhood());
      }
    }
    var seconds = Duration.between(latest.until(), later.from()).toSeconds();
    var here = later.spot().circle();
    var there = latest.spot().circle();
    return AlertFacts.aboutOne(later, new Facts())
        .with("strikes", names)
        .with("certainty", leastCertain(later.certainty(), latest.certainty()))
        .with("sources", AlertFacts.lineages(all))
        .with("neighbourhoods", neighbourhoods)
        .with("earlier", latestFirst.stream().map(OneStrike::name).toList())
        .with("earlierOnset", latest.from())
        .with("secondsAfter", Math.max(0, seconds))
        .with(
            "distanceMetres",
            here == null || there == null ? null : Rounded.decimetres(here.metresTo(there)))
        .with("windowMinutes", Thresholds.DANGER.toMinutes())
        .with("reachMetres", Thresholds.REPEAT_REACH_METRES);
  }

  private static Certainty leastCertain(Certainty a, Certainty b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
