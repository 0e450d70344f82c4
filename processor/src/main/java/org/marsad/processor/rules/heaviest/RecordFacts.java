package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scope;

/**
 * A value that was not reached for days.
 *
 * @param scope where it is counted
 * @param scopeCode code of the area or neighbourhood
 * @param series of what
 * @param day local day, as a day of the epoch
 * @param value the day's total or the strike's value
 * @param likelyDays days since the latest earlier day or strike whose best reached this best
 * @param certainDays days since the latest earlier one whose high reached this low
 * @param possibleDays days since the latest earlier one whose low reached this high
 * @param atLeast the claim looks back as far as any may, and would go on
 * @param watchedSince first day that somebody was heard of after the latest pause, as a day of the
 *     epoch
 * @param sinceWatchingBegan nothing reached it since: likelyDays counts from watchedSince
 * @param longestSilenceDays longest run of days within the claim that nobody was heard of
 * @param unreported strikes of that day in the scope without this value
 * @param recent best of each of the last days up to this one, oldest first; null where nobody was
 *     heard of. Of a strike's record: the heaviest strike's of each day
 * @param minDays the rule's threshold, days
 * @param floor the rule's floor on the best value
 */
public record RecordFacts(
    Scope scope,
    String scopeCode,
    Series series,
    long day,
    CountRange value,
    int likelyDays,
    int certainDays,
    int possibleDays,
    boolean atLeast,
    long watchedSince,
    boolean sinceWatchingBegan,
    int longestSilenceDays,
    int unreported,
    List<@Nullable Integer> recent,
    int minDays,
    int floor) {
  /** The area's first, then by killed, casualties and impacts, then the longest. */
  static final Comparator<RecordFacts> ORDER =
      Comparator.comparing((RecordFacts facts) -> facts.scope == Scope.NEIGHBOURHOOD)
          .thenComparing(facts -> weight(facts.series.measure()))
          .thenComparing(facts -> -facts.likelyDays)
          .thenComparing(RecordFacts::scopeCode);

  public RecordFacts {
    recent = Collections.unmodifiableList(new ArrayList<>(recent)); // may hold null
  }

  /** Deaths weigh more than casualties, and those more than impacts. */
  static int weight(Measure measure) {
    return switch (measure) {
      case KILLED -> 0;
      case CASUALTIES -> 1;
      case IMPACTS -> 2;
    };
  }

  /**
   * Whether the two say the same, whatever the evidence: how long somebody watched, how long nobody
   * was heard of, and what the last days were like.
   */
  public boolean sameClaim(RecordFacts other) {
    return withoutEvidence().equals(other.withoutEvidence());
  }

  /** Whether two lists make the same claims in the same order. */
  public static boolean sameClaims(List<RecordFacts> some, List<RecordFacts> others) {
    return some.stream()
        .map(RecordFacts::withoutEvidence)
        .toList()
        .equals(others.stream().map(RecordFacts::withoutEvidence).toList());
  }

  /** The claim alone. */
  RecordFacts withoutEvidence() {
    return new RecordFacts(
        scope,
        scopeCode,
        series,
        day,
        value,
        likelyDays,
        certainDays,
        possibleDays,
        atLeast,
        0,
        sinceWatchingBegan,
        0,
        unreported,
        List.of(),
        minDays,
        floor);
  }
}
