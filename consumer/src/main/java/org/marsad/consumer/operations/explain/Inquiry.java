package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.operations.facts.Zones;
import org.marsad.consumer.text.ExplainText;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Strike;

/**
 * One revision of one alert, with all that is needed to explain it in one language.
 *
 * @param evidence what the topics hold
 * @param alert the revision that is explained
 * @param thresholds which may not be those in force, null where none are at hand
 * @param names of the area's places
 * @param times in the area's zone
 * @param text the language's sentences
 * @param words its words for codes and counts
 */
record Inquiry(
    Evidence evidence,
    Alert alert,
    @Nullable Thresholds thresholds,
    AreaDirectory names,
    LocalTimes times,
    ExplainText text,
    Words words) {

  static Inquiry of(
      Evidence evidence, Alert alert, @Nullable Thresholds thresholds, Locale language) {
    var names = new AreaDirectory();
    var area = evidence.area();
    if (area != null) {
      names.onProfile(area);
    }
    var text = ExplainText.in(language);
    var times = new LocalTimes(Zones.of(alert), text);
    return new Inquiry(evidence, alert, thresholds, names, times, text, new Words(text));
  }

  /** The thresholds that made the alert, null where they are not at hand. */
  @Nullable Thresholds inForce() {
    return thresholds != null && thresholds.hash().equals(alert.getRulesHash()) ? thresholds : null;
  }

  /** Name of an area, a neighbourhood or a site. */
  String name(String code) {
    return text.name(PlainText.of(names.of(code, text.language())));
  }

  /** {@code al-Fardous, Aleppo}. */
  String place() {
    var parts = alert.getNeighbourhoods();
    var area = name(alert.getArea());
    return parts.size() == 1 ? text.list(List.of(name(parts.get(0)), area)) : area;
  }

  /** What somebody wrote, on one line and without tricks, kept in its own order. */
  String said(String words) {
    return text.name(PlainText.of(words));
  }

  /** The title of a section that says of an alert that was taken back that it did count so. */
  String title(String key) {
    return text.of(alert.getMessageType() == MessageType.CANCEL ? key + ".was" : key);
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
