package org.marsad.processor.oracle;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Facts that alerts of several rules have in common. */
final class AlertFacts {
  private AlertFacts() {}

  static Facts aboutOne(OneStrike strike, Facts facts) {
    var spot = strike.spot();
    var circle = spot.circle();
    if (circle != null) {
      facts
          .with("lat", circle.lat())
          .with("lon", circle.lon())
          .with("radiusMetres", circle.radiusMetres());
    }
    return facts
        .with("reality", strike.reality())
        .with("certainty", strike.certainty())
        .with("sources", (long) strike.lineages().size())
        .with(
            "neighbourhoods",
            spot.neighbourhood() == null ? List.of() : List.of(spot.neighbourhood()))
        .with("placeBasis", spot.basis())
        .with("placeText", spot.text())
        .with("onset", strike.from())
        .with("onsetPrecision", strike.precision())
        .with(
            "dangerUntil",
            strike.isKnownWithinAnHour() ? strike.until().plus(Thresholds.DANGER) : null)
        .with("strikes", List.of(strike.name()))
        .with("delivery", strike.delivery())
        .with("impacts", strike.impacts())
        .with("killed", strike.killed())
        .with("injured", strike.injured())
        .with("targets", strike.targets());
  }

  static Facts aboutMany(Collection<OneStrike> strikes, Facts facts) {
    var neighbourhoods = new TreeSet<String>();
    var names = new TreeSet<String>();
    for (var strike : strikes) {
      names.add(strike.name());
      if (strike.spot().neighbourhood() != null) {
        neighbourhoods.add(strike.spot().neighbourhood());
      }
    }
    return facts
        .with("reality", strikes.iterator().next().reality())
        .with("sources", lineages(strikes))
        .with("neighbourhoods", neighbourhoods)
        .with("strikes", names)
        .with("targets", List.of());
  }

  /** Number of independent lineages. */
  static long lineages(Collection<OneStrike> strikes) {
    return strikes.stream().flatMap(strike -> strike.lineages().stream()).distinct().count();
  }
}
