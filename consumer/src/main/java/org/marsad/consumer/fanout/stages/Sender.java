package org.marsad.consumer.fanout.stages;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.channel.Replies;
import org.marsad.message.Alert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stage 5: hands one message to a recipient's channel, and sees what comes back. */
final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final Recipient recipient;
  private final Ledger ledger;
  private final LastTold lastTold = new LastTold();

  Sender(Recipient recipient, Ledger ledger) {
    this.recipient = recipient;
    this.ledger = ledger;
  }

  /** Tries once; a channel that fails gives an answer too. */
  CompletableFuture<Answer> send(Alert alert) {
    return attempt(alert)
        .handle((answer, failure) -> failure == null ? answer : answerFor(failure));
  }

  /** The recipient has it. */
  void arrived(Alert alert) {
    recipient.view(alert).ifPresent(lastTold::told);
  }

  private CompletableFuture<Answer> attempt(Alert alert) {
    try {
      var view = recipient.view(alert).orElseThrow(); // without one it was suppressed
      return recipient
          .channel()
          .send(
              new Message(
                  IdempotencyKey.of(alert, recipient.id()),
                  view,
                  recipient.subscriber().language(),
                  Replies.NONE,
                  earlier(alert)));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What the recipient has of this alert. */
  private Message.@Nullable Earlier earlier(Alert alert) {
    var revision = ledger.told(alert, recipient.id());
    var id = alert.getAlertId();
    return revision == 0
        ? null
        : new Message.Earlier(
            IdempotencyKey.of(id, revision, recipient.id()), lastTold.of(id, revision));
  }

  private Answer answerFor(Throwable failure) {
    LOG.warn(
        "channel failed subscriber={} channel={}",
        recipient.subscriber().id(),
        recipient.name(),
        failure);
    return new Answer.TryAgain("FAILED");
  }
}
