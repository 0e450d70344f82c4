package org.marsad.consumer.fanout.stages;

import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;
import org.marsad.message.CancelReason;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;

/** One strike that grows, revision by revision, as the processor publishes it. */
final class Growing {
  private final List<AlertReference> earlier = new ArrayList<>();
  private final Alert.Builder alert;
  private int revision;
  private int killed = 10;

  private Growing(String id) {
    alert =
        residential()
            .setAlertId("strike:" + id)
            .setSubject(new Subject(SubjectKind.STRIKE, id))
            .setStrikeIds(List.of(id))
            .setSeverity(Severity.SEVERE);
  }

  static Growing strike(String id) {
    return new Growing(id);
  }

  /** It is otherwise too, from now on. */
  Growing with(Consumer<Alert.Builder> change) {
    change.accept(alert);
    return this;
  }

  /** The next revision, which says that more were killed, and interrupts. */
  Alert loud() {
    killed++;
    return next(true);
  }

  /** The next revision, which says that more were killed, and does not interrupt. */
  Alert quiet() {
    killed++;
    return next(false);
  }

  /** The next revision, which interrupts for one reason, and says that more were killed. */
  Alert changed(Change change) {
    return Alert.newBuilder(loud()).setChanges(List.of(change)).build();
  }

  /** The next revision, which shows nothing new. */
  Alert same(boolean interrupts) {
    return next(interrupts);
  }

  /** It is taken back. */
  Alert cancel(CancelReason reason, Instant at) {
    alert
        .setMessageType(MessageType.CANCEL)
        .setReason(reason)
        .setSentAt(at)
        .setExpiresAt(at.plus(Duration.ofDays(1)));
    return next(reason != CancelReason.CORRECTED && reason != CancelReason.REPLACED);
  }

  private Alert next(boolean interrupts) {
    revision++;
    if (alert.getMessageType() != MessageType.CANCEL) {
      alert.setMessageType(revision == 1 ? MessageType.ALERT : MessageType.UPDATE);
    }
    var next =
        alert
            .setRevision(revision)
            .setKilled(new CountRange(killed, killed, killed))
            .setInterrupts(interrupts)
            .setReferences(references())
            .build();
    earlier.add(new AlertReference(revision, SENT, interrupts));
    return next;
  }

  /** The revision before and those that interrupt, at most ten. */
  private List<AlertReference> references() {
    var kept = new ArrayList<AlertReference>();
    for (var reference : earlier) {
      if (reference.getInterrupts() || reference.getRevision() == revision - 1) {
        kept.add(reference);
      }
    }
    return kept.subList(Math.max(0, kept.size() - 10), kept.size());
  }
}
