package org.marsad.processor.rules.merging;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.marsad.processor.rules.Report;

/**
 * What people decided about the identity of strikes; it goes before what time and place say.
 *
 * @param pairs whether two reports are one strike or are not
 * @param preferred when a person preferred a report to the others of its strike, by report id: a
 *     rising number
 */
public record Ties(Map<Pair, Boolean> pairs, Map<String, Long> preferred) {
  /** Nobody decided anything. */
  public static final Ties NONE = new Ties(Map.of(), Map.of());

  public Ties {
    pairs = Map.copyOf(pairs);
    preferred = Map.copyOf(preferred);
  }

  /**
   * Two reports, the smaller id first.
   *
   * @param left smaller report id
   * @param right larger report id
   */
  public record Pair(String left, String right) {
    /** A pair of two different reports, in whatever order they are given. */
    public static Pair of(String one, String other) {
      return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }

  boolean areApart(Report a, Report b) {
    return Boolean.FALSE.equals(pairs.get(Pair.of(a.id(), b.id())));
  }

  boolean areTogether(Report a, Report b) {
    return Boolean.TRUE.equals(pairs.get(Pair.of(a.id(), b.id())));
  }

  /** The report that a person preferred last. */
  Optional<Report> preferredOf(Collection<Report> reports) {
    return reports.stream()
        .filter(report -> preferred.containsKey(report.id()))
        .max(
            Comparator.comparing((Report report) -> preferred.get(report.id()))
                .thenComparing(Report::id));
  }
}
