package org.marsad.processor.rules.surge;

import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.Remembered;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * From strikes to hospitals, metres. Each strike of a day is asked for again whenever one more
 * falls, and most are known by one of a few places: the last {@value #MOST} answers are kept.
 */
public final class Distances {
  private static final int MOST = 20_000;

  private final Remembered<Way, Double> known = new Remembered<>(MOST, Way::metres);

  private record Way(GeoPoint from, GeoPoint to) {
    double metres() {
      return from.metresTo(to);
    }
  }

  /** Negative where the strike has no place. */
  double metres(StandingStrike strike, Hospital hospital) {
    var circle = strike.what().spot().circle();
    return circle == null ? -1 : known.to(new Way(circle.centre(), hospital.site().point()));
  }
}
