package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.operations.facts.Zones;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Alert;
import org.marsad.message.Strike;

/**
 * One revision of one alert, with all that is needed to explain it.
 *
 * @param evidence what the topics hold
 * @param alert the revision that is explained
 * @param thresholds which may not be those in force, null where none are at hand
 * @param names of the area's places
 * @param times in the area's zone
 */
record Inquiry(
    Evidence evidence,
    Alert alert,
    @Nullable Thresholds thresholds,
    AreaDirectory names,
    LocalTimes times) {

  static Inquiry of(Evidence evidence, Alert alert, @Nullable Thresholds thresholds) {
    var names = new AreaDirectory();
    var area = evidence.area();
    if (area != null) {
      names.onProfile(area);
    }
    return new Inquiry(evidence, alert, thresholds, names, new LocalTimes(Zones.of(alert)));
  }

  /** The thresholds that made the alert, null where they are not at hand. */
  @Nullable Thresholds inForce() {
    return thresholds != null && thresholds.hash().equals(alert.getRulesHash()) ? thresholds : null;
  }

  /** Name of an area or a neighbourhood. */
  String name(String code) {
    return PlainText.of(names.of(code, "en"));
  }

  /** {@code al-Fardous, Aleppo}. */
  String place() {
    var parts = alert.getNeighbourhoods();
    var area = name(alert.getArea());
    return parts.size() == 1 ? name(parts.get(0)) + ", " + area : area;
  }

  /** Strikes that the alert is about and that the log still has, the latest first. */
  List<Strike> strikes() {
    var strikes = new ArrayList<Strike>();
    for (var id : alert.getStrikeIds()) {
      var strike = evidence.strike(id);
      if (strike != null) {
        strikes.add(strike);
      }
    }
    return strikes;
  }
}
