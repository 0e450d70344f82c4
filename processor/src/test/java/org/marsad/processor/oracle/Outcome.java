package org.marsad.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.marsad.message.Rule;

/**
 * What stands in the end.
 *
 * @param strikes by the reports that make them
 * @param alerts by rule and subject
 * @param refused number of reports that could not be used
 */
public record Outcome(Map<String, Facts> strikes, Map<String, Facts> alerts, int refused) {
  public Outcome() {
    this(new TreeMap<>(), new TreeMap<>(), 0);
  }

  /** The alerts of these rules; without danger windows where repeated strikes are not watched. */
  public Outcome only(Set<Rule> rules) {
    var alertsOfThese = new TreeMap<String, Facts>();
    alerts.forEach(
        (subject, facts) -> {
          if (rules.contains(ruleOf(subject))) {
            var told = rules.contains(Rule.REPEAT_STRIKE) ? facts : facts.without("dangerUntil");
            alertsOfThese.put(subject, told);
          }
        });
    return new Outcome(strikes, alertsOfThese, refused);
  }

  /** Subjects of alerts begin with their reality and their rule. */
  public static Rule ruleOf(String subject) {
    var start = subject.indexOf(' ') + 1;
    return Rule.valueOf(subject.substring(start, subject.indexOf(' ', start)));
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
