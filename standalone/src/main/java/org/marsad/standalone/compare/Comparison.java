package org.marsad.standalone.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.marsad.consumer.operations.facts.AlertFacts;
import org.marsad.consumer.operations.facts.FactChange;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;
import org.marsad.standalone.compare.Difference.Change;

/**
 * The alerts that stand at the end of two backtests of the same reports, side by side. It knows no
 * rule: alerts are the same when they have the same id, findings when they have the same rule.
 *
 * @param differences added, then lost, then changed; each by subject, onset and id
 * @param bySubject counts of each kind of subject that ever had an alert
 * @param byFinding counts of each rule that ever found something
 */
public record Comparison(
    List<Difference> differences, Map<SubjectKind, Counts> bySubject, Map<Rule, Counts> byFinding) {
  /**
   * How many alerts there were.
   *
   * @param older alerts that stand under the old rules
   * @param newer alerts that stand under the new rules
   * @param added alerts that only stand so under the new rules
   * @param lost alerts that only stand so under the old rules
   * @param changed alerts that stand under both, and differ
   * @param olderRevisions revisions published under the old rules
   * @param newerRevisions revisions published under the new rules
   */
  public record Counts(
      long older,
      long newer,
      long added,
      long lost,
      long changed,
      long olderRevisions,
      long newerRevisions) {}

  private static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::change)
          .thenComparing(difference -> difference.alert().getSubject().getKind())
          .thenComparing(difference -> difference.alert().getOnset())
          .thenComparing(difference -> difference.alert().getAlertId());

  public Comparison {
    differences = List.copyOf(differences);
    bySubject = new LinkedHashMap<>(bySubject);
    byFinding = new LinkedHashMap<>(byFinding);
  }

  /**
   * Compares.
   *
   * @param older every revision under the old rules, in publishing order
   * @param newer every revision under the new rules, in publishing order
   */
  public static Comparison of(List<Alert> older, List<Alert> newer) {
    var sides = new Sides(older, standing(older), newer, standing(newer));
    var differences = differences(sides.before, sides.after);
    var bySubject = new TreeMap<SubjectKind, Counts>();
    for (var kind : SubjectKind.values()) {
      add(kind, sides.counts(differences, alert -> isAbout(alert, kind)), bySubject);
    }
    var byFinding = new TreeMap<Rule, Counts>();
    for (var rule : Rule.values()) {
      add(rule, sides.counts(differences, alert -> Findings.has(alert, rule)), byFinding);
    }
    return new Comparison(differences, bySubject, byFinding);
  }

  private static boolean isAbout(Alert alert, SubjectKind kind) {
    return alert.getSubject().getKind() == kind;
  }

  private static <K> void add(K key, Counts counts, Map<K, Counts> into) {
    if (counts.olderRevisions + counts.newerRevisions > 0) {
      into.put(key, counts);
    }
  }

  private static List<Difference> differences(Map<String, Alert> before, Map<String, Alert> after) {
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
      var fields =
          FactChange.between(AlertFacts.tree(was), AlertFacts.tree(is), NotFacts::contains);
      if (!fields.isEmpty()) {
        differences.add(new Difference(Change.CHANGED, was, is, fields));
      }
    }
    differences.sort(ORDER);
    return differences;
  }

  private static Map<String, Alert> standing(List<Alert> revisions) {
    var last = new TreeMap<String, Alert>();
    revisions.forEach(alert -> last.put(alert.getAlertId(), alert));
    last.values().removeIf(alert -> alert.getMessageType() == MessageType.CANCEL);
    return last;
  }

  /** Both backtests: all revisions, and what stands at the end. */
  private record Sides(
      List<Alert> older, Map<String, Alert> before, List<Alert> newer, Map<String, Alert> after) {
    Counts counts(List<Difference> differences, Predicate<Alert> which) {
      return new Counts(
          before.values().stream().filter(which).count(),
          after.values().stream().filter(which).count(),
          standsOnlyIn(after, before, which),
          standsOnlyIn(before, after, which),
          differences.stream().filter(difference -> isChanged(difference, which)).count(),
          older.stream().filter(which).count(),
          newer.stream().filter(which).count());
    }

    private static long standsOnlyIn(
        Map<String, Alert> here, Map<String, Alert> there, Predicate<Alert> which) {
      return here.values().stream()
          .filter(which)
          .filter(
              alert -> {
                var other = there.get(alert.getAlertId());
                return other == null || !which.test(other);
              })
          .count();
    }

    private static boolean isChanged(Difference difference, Predicate<Alert> which) {
      var was = difference.older();
      var is = difference.newer();
      return was != null && is != null && which.test(was) && which.test(is);
    }
  }
}
