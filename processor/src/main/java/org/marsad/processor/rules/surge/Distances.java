package org.marsad.processor.rules.surge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * From strikes to hospitals, metres. Each strike of a day is asked for again whenever one more
 * falls, and most are known by one of a few places: the last {@value #MOST} answers are kept.
 */
public final class Distances {
  private static final int MOST = 20_000;

  private final Map<Way, Double> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Way, Double> eldest) {
          return size() > MOST;
        }
      };

  private record Way(GeoPoint from, GeoPoint to) {
    double metres() {
      return from.metresTo(to);
    }
  }

  /** Negative where the strike has no place. */
  double metres(StandingStrike strike, Hospital hospital) {
    var circle = strike.what().spot().circle();
    return circle == null
        ? -1
        : known.computeIfAbsent(new Way(circle.centre(), hospital.site().point()), Way::metres);
  }
}
