package org.marsad.processor.rules.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.marsad.processor.rules.Report;

/**
 * Groups reports into strikes: the nearest pair first, and a report joins a group only if it can be
 * the same strike as every report in it. The result depends on the reports alone, not on the order
 * in which they came.
 *
 * @param association which pairs can be the same strike
 */
public record Grouping(Association association) {
  /** Nearer than any distance: a person decided that the two are one strike. */
  private static final double DECIDED = -1;

  /**
   * The groups, each sorted by report id, in the order of their first ids.
   *
   * <p>Cost: quadratic in reports that lie within the association's reach in time of one another,
   * so the caller hands in only reports that are linked.
   *
   * @param ties what people decided about these reports
   */
  public List<List<Report>> group(Collection<Report> reports, Ties ties) {
    var sorted = new ArrayList<>(reports);
    sorted.sort(Comparator.comparing(Report::id));
    var groupOf = new ArrayList<List<Report>>();
    for (var report : sorted) {
      groupOf.add(new ArrayList<>(List.of(report)));
    }
    for (var pair : pairs(sorted, ties)) {
      var left = groupOf.get(pair.left);
      var right = groupOf.get(pair.right);
      if (left != right && canJoin(pair, left, right, ties)) {
        left.addAll(right);
        for (var i = 0; i < sorted.size(); i++) {
          if (groupOf.get(i) == right) {
            groupOf.set(i, left);
          }
        }
      }
    }
    return inOrder(groupOf);
  }

  private List<Pair> pairs(List<Report> reports, Ties ties) {
    var pairs = new ArrayList<Pair>();
    for (var left = 0; left < reports.size(); left++) {
      for (var right = left + 1; right < reports.size(); right++) {
        var a = reports.get(left);
        var b = reports.get(right);
        if (ties.areTogether(a, b)) {
          pairs.add(new Pair(left, right, DECIDED));
        } else if (association.canBeSame(a, b)) {
          pairs.add(new Pair(left, right, association.distance(a, b)));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::distance)
            .thenComparingInt(Pair::left)
            .thenComparingInt(Pair::right));
    return pairs;
  }

  /** A person's decision joins whatever no other decision keeps apart. */
  private boolean canJoin(Pair pair, List<Report> left, List<Report> right, Ties ties) {
    for (var a : left) {
      for (var b : right) {
        var fits = pair.distance == DECIDED || association.canBeSame(a, b);
        if (ties.areApart(a, b) || !(fits || ties.areTogether(a, b))) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<List<Report>> inOrder(List<List<Report>> groupOf) {
    var groups = new ArrayList<List<Report>>();
    for (var group : groupOf) {
      if (groups.stream().noneMatch(known -> known == group)) {
        group.sort(Comparator.comparing(Report::id));
        groups.add(group);
      }
    }
    return groups;
  }

  private record Pair(int left, int right, double distance) {}
}
