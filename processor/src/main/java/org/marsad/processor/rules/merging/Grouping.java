package org.marsad.processor.rules.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Report;

/**
 * Groups reports into strikes: the nearest pair first, and a report joins a group only if it can be
 * the same strike as every report in it. The result depends on the reports alone, not on the order
 * in which they came.
 *
 * <p>Only those are grouped anew whose strike can have changed. The others stay as they were until
 * a pair, at its turn, joins one of theirs to one of these; what they were at that turn follows
 * from their strike alone, because no pair within a strike is ever refused. Costs what is near the
 * reports grouped anew, not what is linked with them through others.
 *
 * <p>Serves once.
 */
public final class Grouping {
  private final Association association;
  private final Reports reports;
  private final Map<String, List<Report>> groups = new TreeMap<>();
  private final Map<String, Ties> ties = new HashMap<>();
  private final PriorityQueue<NearPair> pairs = new PriorityQueue<>(NearPair.NEAREST_FIRST);

  /** All reports that stand, of which those are asked for that matter. */
  public interface Reports {
    /** At least those that can be the same strike as this one, by whatever reason. */
    Collection<Report> near(Report report);

    /** Those that are one strike with this one, itself among them. */
    Collection<Report> ofItsStrike(Report report);

    /** What people decided about a report. */
    Ties ties(Report report);
  }

  /**
   * Groups nothing yet.
   *
   * @param association which pairs can be the same strike
   */
  public Grouping(Association association, Reports reports) {
    this.association = association;
    this.reports = reports;
  }

  /**
   * Groups some reports anew, and those that these touch.
   *
   * @param changed the reports that are new, and all those of the strikes that can have changed
   * @return the groups, each sorted by report id, in the order of their first ids
   */
  public List<List<Report>> group(Collection<Report> changed) {
    var alone = new ArrayList<List<Report>>();
    changed.forEach(report -> alone.add(new ArrayList<>(List.of(report))));
    groupAnew(alone, null);
    for (var pair = pairs.poll(); pair != null; pair = pairs.poll()) {
      join(pair);
    }
    groups.values().forEach(group -> group.sort(Comparator.comparing(Report::id)));
    return groups.entrySet().stream()
        .filter(entry -> entry.getKey().equals(entry.getValue().get(0).id()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void join(NearPair pair) {
    var left = atItsTurn(pair.left(), pair);
    var right = atItsTurn(pair.right(), pair);
    if (left != right && canJoin(pair, left, right)) {
      join(groupOf(pair.left(), pair), groupOf(pair.right(), pair));
    }
  }

  private void join(List<Report> left, List<Report> right) {
    left.addAll(right);
    right.forEach(report -> groups.put(report.id(), left));
  }

  /** The group of a report when it is a pair's turn. */
  private List<Report> atItsTurn(Report report, NearPair turn) {
    var group = groups.get(report.id());
    return group != null ? group : partOf(report, partsOfItsStrike(report, turn));
  }

  /** The same, from where on the whole strike of the report is grouped anew. */
  private List<Report> groupOf(Report report, NearPair turn) {
    if (!groups.containsKey(report.id())) {
      groupAnew(partsOfItsStrike(report, turn), turn);
    }
    return Objects.requireNonNull(groups.get(report.id()), report::id);
  }

  private static List<Report> partOf(Report report, Collection<List<Report>> parts) {
    return parts.stream().filter(part -> part.contains(report)).findFirst().orElseThrow();
  }

  /**
   * Takes groups in, of whose pairs the later ones are to be seen.
   *
   * @param since null for all pairs
   */
  private void groupAnew(Collection<List<Report>> parts, @Nullable NearPair since) {
    for (var part : parts) {
      for (var report : part) {
        for (var other : reports.near(report)) {
          var pair = groups.containsKey(other.id()) ? null : pair(report, other);
          if (pair != null && (since == null || NearPair.NEAREST_FIRST.compare(pair, since) > 0)) {
            pairs.add(pair);
          }
        }
        groups.put(report.id(), part);
      }
    }
  }

  /** What a strike was made of when it was a pair's turn. */
  private List<List<Report>> partsOfItsStrike(Report report, NearPair turn) {
    var strike = List.copyOf(reports.ofItsStrike(report));
    var parts = new ArrayList<List<Report>>();
    strike.forEach(one -> parts.add(new ArrayList<>(List.of(one))));
    var within = new ArrayList<NearPair>();
    for (var i = 0; i < strike.size(); i++) {
      for (var j = i + 1; j < strike.size(); j++) {
        var pair = pair(strike.get(i), strike.get(j));
        if (pair != null && NearPair.NEAREST_FIRST.compare(pair, turn) < 0) {
          within.add(pair);
        }
      }
    }
    within.sort(NearPair.NEAREST_FIRST);
    for (var pair : within) {
      var left = partOf(pair.left(), parts);
      var right = partOf(pair.right(), parts);
      if (left != right && canJoin(pair, left, right)) {
        left.addAll(right);
        parts.removeIf(part -> part == right);
      }
    }
    return parts;
  }

  /** Null where the two cannot be one strike. */
  private @Nullable NearPair pair(Report a, Report b) {
    if (ties(a).areTogether(a, b)) {
      return NearPair.of(a, b, NearPair.DECIDED);
    }
    return association.canBeSame(a, b) ? NearPair.of(a, b, association.distance(a, b)) : null;
  }

  /** A person's decision joins whatever no other decision keeps apart. */
  private boolean canJoin(NearPair pair, List<Report> left, List<Report> right) {
    for (var a : left) {
      for (var b : right) {
        var fits = pair.isDecided() || association.canBeSame(a, b);
        if (ties(a).areApart(a, b) || !(fits || ties(a).areTogether(a, b))) {
          return false;
        }
      }
    }
    return true;
  }

  private Ties ties(Report report) {
    return ties.computeIfAbsent(report.id(), id -> reports.ties(report));
  }
}
