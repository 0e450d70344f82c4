package org.marsad.processor.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.Urgency;
import org.marsad.processor.rules.AreaMap;

/** What all alerts have. Revision, type and times are set when an alert becomes a revision. */
final class Drafts {
  /** Longer after its end an event is past, not immediate. */
  private static final Duration IMMEDIATE = Duration.ofDays(1);

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

  /** The neighbourhoods with their number; of too many the number alone. */
  static Alert.Builder neighbourhoods(Alert.Builder alert, List<String> sorted) {
    return alert
        .setNeighbourhoods(sorted.size() > Limits.NEIGHBOURHOODS ? List.of() : sorted)
        .setNeighbourhoodsInAll(sorted.size());
  }

  static Urgency urgency(Instant end, Instant now) {
    return end.plus(IMMEDIATE).isBefore(now) ? Urgency.PAST : Urgency.IMMEDIATE;
  }
}
