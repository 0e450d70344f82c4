package org.marsad.consumer.fanout.stages;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.Summary;
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

  /**
   * Tries once; a channel that fails gives an answer too.
   *
   * @param key idempotency key
   * @param view of the revision
   * @param rings whether it may make a sound
   */
  CompletableFuture<Answer> send(String key, Alert view, boolean rings) {
    var language = recipient.subscriber().language();
    var message = new Message(key, told(view), language, Replies.NONE, earlier(view), rings);
    return attempt(() -> recipient.channel().send(message));
  }

  /** Tries once; a channel that fails gives an answer too. */
  CompletableFuture<Answer> send(Summary summary) {
    return attempt(() -> recipient.channel().send(summary));
  }

  /** The view as the recipient is to be told it: as news where nothing of it was told before. */
  Alert told(Alert view) {
    return ledger.past(view, recipient.id()).isTold() ? view : FirstContact.of(view);
  }

  /** The recipient has it. */
  void arrived(Alert view) {
    lastTold.told(view);
  }

  private CompletableFuture<Answer> attempt(Supplier<CompletableFuture<Answer>> sending) {
    CompletableFuture<Answer> answer;
    try {
      answer = sending.get();
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    return answer.handle((given, failure) -> failure == null ? given : answerFor(failure));
  }

  /** What the recipient has of this alert. */
  private Message.@Nullable Earlier earlier(Alert view) {
    var revision = ledger.past(view, recipient.id()).told();
    var id = view.getAlertId();
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
