package org.marsad.consumer.subscribers.matching;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;

/**
 * What a subscriber wants, whatever the place. Many subscribers have the same.
 *
 * @param subjects kinds of subjects
 * @param findings of which an alert must have one; empty: none is asked for
 * @param least severity by kind of subject; any where there is none
 */
record Wishes(
    Role role,
    Set<SubjectKind> subjects,
    Set<Rule> findings,
    Map<SubjectKind, Severity> least,
    Set<Reality> realities) {
  static Wishes of(Subscriber subscriber) {
    var least = new EnumMap<SubjectKind, Severity>(SubjectKind.class);
    for (var kind : subscriber.subjects()) {
      var severity = subscriber.leastSeverity(kind);
      if (severity != null) {
        least.put(kind, severity);
      }
    }
    return new Wishes(
        subscriber.role(),
        subscriber.subjects(),
        subscriber.findings(),
        least,
        subscriber.realities());
  }

  /** Whether they ask for such an alert; the public only for what is likely at least. */
  boolean include(Alert alert) {
    return realities.contains(alert.getReality())
        && subjects.contains(alert.getSubject().getKind())
        && (findings.isEmpty() || hasAny(alert))
        && isSevereEnough(alert.getSeverity(), least.get(alert.getSubject().getKind()))
        && (!role.asksForTheLikely() || Findings.isLikely(alert.getCertainty()));
  }

  /** Whether an alert may concern others of this role than the site that it is addressed to. */
  boolean isForMoreThanTheAddressee(Alert alert) {
    return role != Role.HOSPITAL || alert.getAddressee() == null;
  }

  private boolean hasAny(Alert alert) {
    return alert.getFindings().stream().anyMatch(finding -> findings.contains(finding.getRule()));
  }

  /** What is unknown may be severe. */
  private static boolean isSevereEnough(Severity severity, @Nullable Severity least) {
    return least == null || severity == Severity.UNKNOWN || severity.compareTo(least) <= 0;
  }
}
