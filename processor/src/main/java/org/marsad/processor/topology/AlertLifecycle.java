package org.marsad.processor.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.MessageType;
import org.marsad.message.Reason;
import org.marsad.processor.settings.Expiry;
import org.marsad.schemas.MessageCodec;

/**
 * Turns claims into revisions: a new claim is an ALERT, a changed one an UPDATE, and one whose
 * ground fell away a CANCEL. What says nothing new is not published.
 */
final class AlertLifecycle {
  private static final Set<String> OF_A_REVISION =
      Set.of(
          "revision", "messageType", "urgency", "sentAt", "expiresAt", "references", "rulesHash");
  private static final List<Schema.Field> CLAIMED =
      Alert.getClassSchema().getFields().stream()
          .filter(field -> !OF_A_REVISION.contains(field.name()))
          .toList();

  private final MessageCodec<Alert> codec = MessageCodec.of(Alert.class);
  private final KeyValueStore<Bytes, byte[]> alerts;
  private final Expiry expiry;

  AlertLifecycle(KeyValueStore<Bytes, byte[]> alerts, Expiry expiry) {
    this.alerts = alerts;
    this.expiry = expiry;
  }

  /** Publishes a claim that holds now, unless the standing revision says the same. */
  Optional<Alert> claim(Alert claim) {
    return claim(claim, false);
  }

  /**
   * Publishes a claim that holds as long as it is not withdrawn: what says the same is said again
   * when half of its time as news is over.
   */
  Optional<Alert> renew(Alert claim) {
    var known = find(claim.getAlertId());
    var half = expiry.of(claim.getRule()).dividedBy(2);
    return claim(
        claim, known != null && !claim.getSentAt().isBefore(known.getExpiresAt().minus(half)));
  }

  private Optional<Alert> claim(Alert claim, boolean again) {
    var known = find(claim.getAlertId());
    if (known == null) {
      return Optional.of(keep(claim));
    }
    var type =
        known.getMessageType() == MessageType.CANCEL ? MessageType.ALERT : MessageType.UPDATE;
    if (type == MessageType.UPDATE && !again && saysTheSame(claim, known)) {
      return Optional.empty();
    }
    return Optional.of(
        keep(following(claim, known, claim.getSentAt()).setMessageType(type).build()));
  }

  /** Withdraws an alert, where one stands. */
  Optional<Alert> withdraw(String alertId, Reason why, Instant now) {
    var known = find(alertId);
    if (known == null || known.getMessageType() == MessageType.CANCEL) {
      return Optional.empty();
    }
    return Optional.of(
        keep(
            following(known, known, now)
                .setMessageType(MessageType.CANCEL)
                .setReason(why)
                .build()));
  }

  /** Whether an alert stands. */
  boolean stands(String alertId) {
    var known = find(alertId);
    return known != null && known.getMessageType() != MessageType.CANCEL;
  }

  private Alert.Builder following(Alert content, Alert known, Instant now) {
    return Alert.newBuilder(content)
        .setRevision(known.getRevision() + 1)
        .setSentAt(now)
        .setExpiresAt(now.plus(expiry.of(content.getRule())))
        .setReferences(references(known, now));
  }

  private List<AlertReference> references(Alert known, Instant now) {
    var references = new ArrayList<>(known.getReferences());
    references.add(new AlertReference(known.getRevision(), known.getSentAt()));
    var expireAfter = expiry.of(known.getRule());
    references.removeIf(earlier -> earlier.getSentAt().plus(expireAfter).isBefore(now));
    return references;
  }

  /** Compares what they claim, not when and as which revision they claim it. */
  private static boolean saysTheSame(Alert claim, Alert known) {
    return CLAIMED.stream()
        .allMatch(field -> Objects.equals(claim.get(field.pos()), known.get(field.pos())));
  }

  private @Nullable Alert find(String alertId) {
    var bytes = alerts.get(Keys.of(alertId).key());
    return bytes == null ? null : codec.decode(bytes);
  }

  private Alert keep(Alert alert) {
    alerts.put(Keys.of(alert.getAlertId()).key(), codec.encode(alert));
    return alert;
  }
}
