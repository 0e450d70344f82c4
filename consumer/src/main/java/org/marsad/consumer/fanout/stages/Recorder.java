package org.marsad.consumer.fanout.stages;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Reasons;
import org.marsad.consumer.channels.Summary;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Stage 6: writes what became of each message, for the ledger, the limits, the tally and the log
 * alike.
 */
final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Recipient recipient;
  private final Ledger ledger;
  private final Interruptions interruptions;
  private final Tally tally;
  private final DeliveryLog log;
  private final Clock clock;

  Recorder(Recipient recipient, Lane.Context context) {
    this.recipient = recipient;
    this.ledger = context.ledger();
    this.interruptions = context.interruptions();
    this.tally = context.tally();
    this.log = context.log();
    this.clock = context.clock();
  }

  /**
   * Records an outcome; the future completes once it is safe.
   *
   * @param attempt its number; 0 when nothing was attempted
   * @param rang whether it made a sound
   */
  CompletableFuture<Void> record(Task task, Outcome outcome, int attempt, boolean rang) {
    var alert = task.alert();
    var delivery =
        delivery(outcome, attempt)
            .setAlertId(alert.getAlertId())
            .setRevision(alert.getRevision())
            .setMessageType(alert.getMessageType())
            .setIdempotencyKey(key(alert))
            .setSeverity(alert.getSeverity())
            .setReality(alert.getReality())
            .setInterrupts(rang)
            .setViewHash(outcome.tells() ? hash(task) : null)
            .build();
    ledger.add(delivery);
    return write(delivery, outcome, isPrivate(task));
  }

  /** Records what became of a summary, under an id of its own. */
  CompletableFuture<Void> record(
      Summary summary, Reality reality, Outcome outcome, int attempt, boolean isPrivate) {
    var delivery =
        delivery(outcome, attempt)
            .setAlertId(Reasons.SUMMARY + summary.from())
            .setRevision(1)
            .setMessageType(MessageType.ALERT)
            .setIdempotencyKey(summary.idempotencyKey())
            .setSeverity(gravest(summary))
            .setReality(reality)
            .setInterrupts(outcome.code() == DeliveryOutcome.DELIVERED)
            .build();
    return write(delivery, outcome, isPrivate);
  }

  /** What a confidential site is told of anything shows that there is one. */
  boolean isPrivate(Task task) {
    return task.isPrivate() || recipient.subscriber().siteKeySha256() != null;
  }

  private Delivery.Builder delivery(Outcome outcome, int attempt) {
    return Delivery.newBuilder()
        .setSubscriber(recipient.subscriber().id())
        .setChannel(recipient.name())
        .setOutcome(outcome.code())
        .setReason(outcome.reason())
        .setAttempt(attempt)
        .setAt(clock.instant())
        .setNextAttemptAt(outcome instanceof Outcome.RetryLater retry ? retry.at() : null);
  }

  private CompletableFuture<Void> write(Delivery delivery, Outcome outcome, boolean isPrivate) {
    interruptions.add(delivery, clock.instant());
    tally.count(outcome);
    report(delivery);
    return log.record(delivery, isPrivate);
  }

  /** What is shown already has only its sound to come. */
  private String key(Alert alert) {
    return ledger.past(alert, recipient.id()).isFinished(alert.getRevision())
        ? IdempotencyKey.ofTheSound(alert, recipient.id())
        : IdempotencyKey.of(alert, recipient.id());
  }

  private @Nullable String hash(Task task) {
    return task.views().of(recipient.subscriber()).map(View::hash).orElse(null);
  }

  private static Severity gravest(Summary summary) {
    return summary.views().stream()
        .map(Alert::getSeverity)
        .min(Severity::compareTo)
        .orElse(Severity.UNKNOWN);
  }

  private static void report(Delivery delivery) {
    var gaveUp = delivery.getOutcome() == DeliveryOutcome.GAVE_UP;
    LOG.atLevel(gaveUp ? Level.WARN : Level.DEBUG)
        .log(
            "delivery outcome={} reason={} alertId={} revision={} subscriber={} channel={}"
                + " attempt={}",
            delivery.getOutcome(),
            delivery.getReason(),
            delivery.getAlertId(),
            delivery.getRevision(),
            delivery.getSubscriber(),
            delivery.getChannel(),
            delivery.getAttempt());
  }
}
