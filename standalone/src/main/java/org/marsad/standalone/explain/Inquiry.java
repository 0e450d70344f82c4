package org.marsad.standalone.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.operations.facts.Zones;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Alert;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Report;
import org.marsad.processor.settings.Rules;

/**
 * One revision of one alert, with all that is needed to explain it.
 *
 * @param evidence what the topics hold
 * @param alert the revision that is explained
 * @param rules thresholds, which may not be those in force: compare the hash
 * @param names of the area's places
 * @param times in the area's zone
 * @param map of the area
 */
record Inquiry(
    Evidence evidence,
    Alert alert,
    Rules rules,
    AreaDirectory names,
    LocalTimes times,
    AreaMap map) {

  static Inquiry of(Evidence evidence, Alert alert, Rules rules) {
    var names = new AreaDirectory();
    var area = evidence.area();
    if (area != null) {
      names.onProfile(area);
    }
    return new Inquiry(
        evidence,
        alert,
        rules,
        names,
        new LocalTimes(Zones.of(alert)),
        area == null ? AreaMap.UNKNOWN : Domain.map(area));
  }

  /** Whether the thresholds at hand are those that made the alert. */
  boolean hasRulesInForce() {
    return rules.hash().equals(alert.getRulesHash());
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

  /** Reports in the words of the rules. */
  List<Report> inWordsOfTheRules(Collection<StrikeReport> reports) {
    return reports.stream().map(report -> Domain.report(report, map)).toList();
  }
}
