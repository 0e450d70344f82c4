package org.marsad.consumer.fanout.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

/**
 * What a subscriber wants and may have, whatever the place. Many subscribers have the same.
 *
 * @param rules empty means all
 * @param minimumSeverity null: any
 */
record Wishes(
    Role role, Set<Rule> rules, @Nullable Severity minimumSeverity, Set<Reality> realities) {
  /** A strike without a place and a silent source are for those who can look into it. */
  private static final Set<Rule> FOR_OPERATIONS = Set.of(Rule.UNPLACED_STRIKE, Rule.SOURCE_SILENT);

  static Wishes of(Subscriber subscriber) {
    return new Wishes(
        subscriber.role(),
        subscriber.rules(),
        subscriber.minimumSeverity(),
        subscriber.realities());
  }

  /** Whether they ask for such an alert and their role may have it. */
  boolean include(Alert alert) {
    return realities.contains(alert.getReality())
        && (rules.isEmpty() || rules.contains(alert.getRule()))
        && isSevereEnough(alert.getSeverity())
        && (role == Role.OPS || mayHave(alert));
  }

  /** Whether their role may have it without being its addressee. */
  boolean isForMoreThanAddressees(Alert alert) {
    return role == Role.OPS || alert.getAddressees().isEmpty();
  }

  /** What is unknown may be severe. */
  private boolean isSevereEnough(Severity severity) {
    return minimumSeverity == null
        || severity == Severity.UNKNOWN
        || severity.compareTo(minimumSeverity) <= 0;
  }

  private boolean mayHave(Alert alert) {
    if (FOR_OPERATIONS.contains(alert.getRule())) {
      return false;
    }
    if (!alert.getAddressees().isEmpty()) {
      return role == Role.HOSPITAL; // and only one of those that it is addressed to
    }
    return role != Role.PUBLIC
        || alert.getCertainty() == Certainty.OBSERVED
        || alert.getCertainty() == Certainty.LIKELY;
  }
}
