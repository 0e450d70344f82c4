package org.marsad.processor.oracle;

import java.util.List;
import java.util.Map;
import org.marsad.message.Rule;
import org.marsad.message.Scope;
import org.marsad.message.Severity;
import org.marsad.message.TimePrecision;

/** The alert of each day that has a record. */
final class Days {
  private Days() {}

  static void claim(World world, HeaviestInDays heaviest, Map<String, Facts> claims) {
    var zone = world.zone();
    for (var day : heaviest.days()) {
      var records = heaviest.ofDay(day);
      if (records.isEmpty()) {
        continue;
      }
      var strikes = heaviest.on(day);
      var certainty = AlertFacts.common(strikes);
      var facts = AlertFacts.aboutDay(strikes);
      AlertFacts.withTotals(strikes, strike -> strike.isDated(zone), facts);
      var end = day.plusDays(1).atStartOfDay(zone).toInstant();
      facts
          .with("severity", severity(records))
          .with("certainty", certainty)
          .with("onset", day.atStartOfDay(zone).toInstant())
          .with("onsetPrecision", TimePrecision.DAY)
          .with(Facts.EVIDENCE + "expiresAt", AlertFacts.expiry(end, strikes))
          .with("findings", List.of(Rule.HEAVIEST_IN_DAYS));
      if (facts.get("killed") instanceof Range killed
          && killed.best() >= 20
          && records.stream().anyMatch(r -> r.scope() == Scope.AREA && r.likelyDays() >= 30)) {
        facts.with("severity", Severity.EXTREME);
      }
      RecordsAsTold.add(records, StrikeAlerts.certainty(certainty, records), facts);
      claims.put("DAY " + day, facts);
    }
  }

  private static Severity severity(List<OneRecord> records) {
    return records.stream().anyMatch(r -> r.isOfPeople() && r.likelyDays() >= 7)
        ? Severity.SEVERE
        : Severity.MODERATE;
  }
}
