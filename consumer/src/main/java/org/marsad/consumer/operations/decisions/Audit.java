package org.marsad.consumer.operations.decisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;

/** What became of every decision. */
public final class Audit {
  /** What became of one. */
  public enum State {
    /** In force. */
    STANDING,
    /** The taking back of one. */
    WITHDRAWN,
    /** A newer revision says otherwise. */
    REPLACED,
    /** The opposite was decided later about the same reports. */
    OVERRULED
  }

  /** A revision of a decision, and what became of it. */
  public record Entry(Decision decision, State state) {}

  private Audit() {}

  /**
   * The decisions with their states, in the order given.
   *
   * @param inTime every revision, in the order in which they were taken
   */
  public static List<Entry> of(List<Decision> inTime) {
    var newest = new HashMap<String, Decision>();
    for (var decision : inTime) {
      newest.merge(
          decision.getDecisionId(),
          decision,
          (one, other) -> one.getRevision() > other.getRevision() ? one : other);
    }
    return inTime.stream().map(decision -> new Entry(decision, state(decision, newest))).toList();
  }

  private static State state(Decision decision, Map<String, Decision> newest) {
    if (decision.getStatus() == DecisionStatus.WITHDRAWN) {
      return State.WITHDRAWN;
    }
    if (!decision.equals(newest.get(decision.getDecisionId()))) {
      return State.REPLACED;
    }
    return newest.values().stream().anyMatch(other -> overrules(other, decision))
        ? State.OVERRULED
        : State.STANDING;
  }

  private static boolean overrules(Decision other, Decision decision) {
    return other.getStatus() == DecisionStatus.STANDING
        && other.getKind() != decision.getKind()
        && other.getKind() != DecisionKind.PREFER
        && decision.getKind() != DecisionKind.PREFER
        && other.getReportIds().equals(decision.getReportIds())
        && other.getDecidedAt().isAfter(decision.getDecidedAt());
  }
}
