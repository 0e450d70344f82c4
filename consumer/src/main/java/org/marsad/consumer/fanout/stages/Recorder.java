package org.marsad.consumer.fanout.stages;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Stage 6: writes what became of each message, for the ledger, the tally and the log alike. */
final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Recipient recipient;
  private final Ledger ledger;
  private final Tally tally;
  private final DeliveryLog log;
  private final Clock clock;

  Recorder(Recipient recipient, Ledger ledger, Tally tally, DeliveryLog log, Clock clock) {
    this.recipient = recipient;
    this.ledger = ledger;
    this.tally = tally;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Records an outcome; the future completes once it is safe.
   *
   * @param attempt its number; 0 when nothing was attempted
   */
  CompletableFuture<Void> record(Alert alert, Outcome outcome, int attempt) {
    var later = outcome instanceof Outcome.RetryLater retry ? retry.at() : null;
    var delivery =
        Delivery.newBuilder()
            .setAlertId(alert.getAlertId())
            .setRevision(alert.getRevision())
            .setMessageType(alert.getMessageType())
            .setSubscriber(recipient.subscriber().id())
            .setChannel(recipient.name())
            .setOutcome(outcome.code())
            .setReason(outcome.reason())
            .setAttempt(attempt)
            .setIdempotencyKey(IdempotencyKey.of(alert, recipient.id()))
            .setAt(clock.instant())
            .setNextAttemptAt(later)
            .setSeverity(alert.getSeverity())
            .build();
    ledger.add(delivery);
    tally.count(outcome);
    report(delivery);
    return log.record(delivery);
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
