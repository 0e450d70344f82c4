package org.marsad.processor.oracle;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Certainty;
import org.marsad.message.Measure;

/** Facts that alerts of several kinds have in common. */
final class AlertFacts {
  private AlertFacts() {}

  static Facts aboutOne(OneStrike strike) {
    var facts = about(List.of(strike));
    var spot = strike.spot();
    var circle = spot.circle();
    if (circle != null) {
      facts
          .with("lat", circle.lat())
          .with("lon", circle.lon())
          .with("radiusMetres", circle.radiusMetres());
    }
    return facts
        .with("certainty", strike.certainty())
        .with("placeBasis", spot.basis())
        .with("placeText", spot.text())
        .with("onset", strike.from())
        .with("onsetPrecision", strike.precision())
        .with("dangerUntil", strike.dangerUntil())
        .with(Facts.EVIDENCE + "expiresAt", expiry(strike.until(), List.of(strike)))
        .with("delivery", strike.delivery())
        .with("impacts", strike.impacts())
        .with("killed", strike.killed())
        .with("injured", strike.injured())
        .with("targets", strike.targets());
  }

  static Facts about(Collection<OneStrike> strikes) {
    return about(strikes, OneStrike.IN_ORDER.reversed());
  }

  /** Of a day: how long a strike lasted does not count among those that began together. */
  static Facts aboutDay(Collection<OneStrike> strikes) {
    return about(
        strikes,
        Comparator.comparing(OneStrike::from)
            .thenComparing(strike -> strike.reportIds().first())
            .reversed());
  }

  private static Facts about(Collection<OneStrike> strikes, Comparator<OneStrike> order) {
    var neighbourhoods = new TreeSet<String>();
    var known = true;
    for (var strike : strikes) {
      if (strike.spot().neighbourhood() != null) {
        neighbourhoods.add(strike.spot().neighbourhood());
      } else {
        known = false;
      }
    }
    if (!known) {
      neighbourhoods.clear(); // it may have been any
    }
    return new Facts()
        .with("sources", lineages(strikes))
        .with(
            "neighbourhoods",
            neighbourhoods.size() > Thresholds.NEIGHBOURHOODS_TOLD ? List.of() : neighbourhoods)
        .with("neighbourhoodsInAll", (long) neighbourhoods.size())
        .with("strikes", (long) strikes.size())
        .with(
            "strikeNames",
            strikes.stream()
                .sorted(order)
                .limit(Thresholds.STRIKES_TOLD)
                .map(OneStrike::name)
                .toList());
  }

  /** Impacts, killed and injured of several strikes, absent where nobody counted any. */
  static Facts withTotals(
      Collection<OneStrike> strikes, Function<OneStrike, Boolean> inFull, Facts facts) {
    return facts
        .with("impacts", total(strikes, inFull, s -> impacts(s)))
        .with("killed", total(strikes, inFull, OneStrike::killed))
        .with("injured", total(strikes, inFull, OneStrike::injured));
  }

  private static @Nullable Range impacts(OneStrike strike) {
    return strike.impacts() != null || strike.isFine() ? strike.value(Measure.IMPACTS) : null;
  }

  private static @Nullable Range total(
      Collection<OneStrike> strikes,
      Function<OneStrike, Boolean> inFull,
      Function<OneStrike, @Nullable Range> count) {
    if (strikes.stream().allMatch(strike -> count.apply(strike) == null)) {
      return null;
    }
    return Amount.total(
            strikes,
            strike -> {
              var range = count.apply(strike);
              var amount = Amount.of(range == null ? Range.NOT_COUNTED : range);
              return inFull.apply(strike) ? amount : amount.highAlone();
            })
        .toRange();
  }

  /** A day after the end; what is said to end later than it was told counts as ended then. */
  static Instant expiry(Instant end, Collection<OneStrike> strikes) {
    var told =
        strikes.stream()
            .map(OneStrike::newestReceived)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return (end.isAfter(told) ? told : end).plus(Thresholds.EXPIRY);
  }

  /** Number of independent lineages. */
  private static long lineages(Collection<OneStrike> strikes) {
    return strikes.stream().flatMap(strike -> strike.lineages().stream()).distinct().count();
  }

  static Certainty lessCertain(Certainty a, Certainty b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  static boolean isLikely(Certainty certainty) {
    return certainty.compareTo(Certainty.LIKELY) <= 0;
  }

  /** The strikes' common certainty, LIKELY where they differ. */
  static Certainty common(Collection<OneStrike> strikes) {
    var all = strikes.stream().map(OneStrike::certainty).distinct().toList();
    return all.size() == 1 ? all.get(0) : Certainty.LIKELY;
  }

  /** A distance as it is told. */
  static double decimetres(double metres) {
    return Math.rint(metres * 10) / 10;
  }
}
