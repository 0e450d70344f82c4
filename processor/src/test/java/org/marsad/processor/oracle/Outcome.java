package org.marsad.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What stands in the end.
 *
 * @param strikes by the reports that make them
 * @param alerts by subject
 * @param refused number of reports that could not be used
 */
public record Outcome(Map<String, Facts> strikes, Map<String, Facts> alerts, int refused) {

  /** The alerts on these subjects alone. */
  public Outcome only(Predicate<String> subject) {
    var some = new TreeMap<String, Facts>();
    alerts.forEach(
        (key, facts) -> {
          if (subject.test(key)) {
            some.put(key, facts);
          }
        });
    return new Outcome(strikes, some, refused);
  }

  /** Without what may be out of date. */
  public Outcome withoutEvidence() {
    var told = new TreeMap<String, Facts>();
    alerts.forEach((subject, facts) -> told.put(subject, facts.withoutEvidence()));
    return new Outcome(strikes, told, refused);
  }

  /** One line for each difference; empty where both say the same. */
  public List<String> differencesTo(Outcome actual) {
    var differences = new ArrayList<String>();
    if (refused != actual.refused) {
      differences.add("refused: expected %d, found %d".formatted(refused, actual.refused));
    }
    differences.addAll(Facts.differences(strikes, actual.strikes));
    differences.addAll(Facts.differences(alerts, actual.alerts));
    return differences;
  }
}
