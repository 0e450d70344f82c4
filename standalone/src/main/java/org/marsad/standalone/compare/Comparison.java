package org.marsad.standalone.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.standalone.compare.Difference.Change;
import org.marsad.standalone.facts.FactChange;

/**
 * The alerts that stand at the end of two backtests of the same reports, side by side. It knows no
 * rule: alerts are the same when they have the same id.
 *
 * @param differences added, then lost, then changed; each by rule, onset and id
 * @param byRule counts of each rule that ever spoke
 */
public record Comparison(List<Difference> differences, Map<Rule, Counts> byRule) {
  /**
   * How often a rule spoke.
   *
   * @param older alerts that stand under the old rules
   * @param newer alerts that stand under the new rules
   * @param olderRevisions revisions published under the old rules
   * @param newerRevisions revisions published under the new rules
   */
  public record Counts(long older, long newer, long olderRevisions, long newerRevisions) {}

  private static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::change)
          .thenComparing(difference -> difference.alert().getRule())
          .thenComparing(difference -> difference.alert().getOnset())
          .thenComparing(difference -> difference.alert().getAlertId());

  public Comparison {
    differences = List.copyOf(differences);
    byRule = new LinkedHashMap<>(byRule);
  }

  /**
   * Compares.
   *
   * @param older every revision under the old rules, in publishing order
   * @param newer every revision under the new rules, in publishing order
   */
  public static Comparison of(List<Alert> older, List<Alert> newer) {
    var before = standing(older);
    var after = standing(newer);
    var ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    var differences = new ArrayList<Difference>();
    for (var id : ids) {
      var was = before.get(id);
      var is = after.get(id);
      if (was == null || is == null) {
        differences.add(
            new Difference(was == null ? Change.ADDED : Change.LOST, was, is, List.of()));
        continue;
      }
      var fields = FactChange.between(was, is, NotFacts::contains);
      if (!fields.isEmpty()) {
        differences.add(new Difference(Change.CHANGED, was, is, fields));
      }
    }
    differences.sort(ORDER);
    var byRule = new TreeMap<Rule, Counts>();
    for (var rule : Rule.values()) {
      var counts =
          new Counts(
              count(before.values(), rule),
              count(after.values(), rule),
              count(older, rule),
              count(newer, rule));
      if (counts.olderRevisions + counts.newerRevisions > 0) {
        byRule.put(rule, counts);
      }
    }
    return new Comparison(differences, byRule);
  }

  /** How many alerts of a rule, or of any, had this change. */
  long count(Change change, Iterable<Rule> rules) {
    var of = new TreeSet<Rule>();
    rules.forEach(of::add);
    return differences.stream()
        .filter(d -> d.change() == change && of.contains(d.alert().getRule()))
        .count();
  }

  private static Map<String, Alert> standing(List<Alert> revisions) {
    var last = new TreeMap<String, Alert>();
    revisions.forEach(alert -> last.put(alert.getAlertId(), alert));
    last.values().removeIf(alert -> alert.getMessageType() == MessageType.CANCEL);
    return last;
  }

  private static long count(Iterable<Alert> alerts, Rule rule) {
    var count = 0L;
    for (var alert : alerts) {
      count += alert.getRule() == rule ? 1 : 0;
    }
    return count;
  }
}
