package org.marsad.processor.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.Urgency;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.mapping.Limits;
import org.marsad.processor.rules.AreaMap;

/** What all alerts have. Revision, type and times are set when an alert becomes a revision. */
final class Drafts {
  /** So long after its end people may still lie under the rubble, and nothing can wait. */
  private static final Duration IMMEDIATE = Duration.ofHours(6);

  /** Longer after its end an event is past. */
  private static final Duration EXPECTED = Duration.ofDays(1);

  private final String rulesHash;

  Drafts(String rulesHash) {
    this.rulesHash = rulesHash;
  }

  Alert.Builder draft(
      Subject subject,
      Reality reality,
      String area,
      AreaMap map,
      org.marsad.processor.rules.Severity severity,
      Collection<Finding> findings) {
    return Alert.newBuilder()
        .setAlertId(AlertIds.of(subject, reality))
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(subject)
        .setReality(reality)
        .setSeverity(Domain.to(Severity.class, severity))
        .setArea(area)
        .setTimeZone(map.zone().getId())
        .setFindings(FindingOrder.sorted(findings))
        .setSentAt(Instant.EPOCH)
        .setExpiresAt(Instant.EPOCH)
        .setInterrupts(false)
        .setRulesHash(rulesHash);
  }

  /**
   * The neighbourhoods with their number; of too many the number alone. Nothing where that of a
   * strike is not known: it may have been any, so the whole area is concerned.
   *
   * @param hit the neighbourhoods with the number of strikes on each
   * @param strikes how many there were
   */
  static Alert.Builder neighbourhoods(
      Alert.Builder alert, SortedMap<String, Integer> hit, int strikes) {
    var isEachKnown = hit.values().stream().mapToInt(Integer::intValue).sum() == strikes;
    return alert
        .setNeighbourhoods(
            isEachKnown && hit.size() <= Limits.NEIGHBOURHOODS
                ? List.copyOf(hit.keySet())
                : List.of())
        .setNeighbourhoodsInAll(isEachKnown ? hit.size() : 0);
  }

  static Urgency urgency(Instant end, Instant now) {
    if (end.plus(EXPECTED).isBefore(now)) {
      return Urgency.PAST;
    }
    return end.plus(IMMEDIATE).isBefore(now) ? Urgency.EXPECTED : Urgency.IMMEDIATE;
  }
}
