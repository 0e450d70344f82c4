package org.marsad.consumer.fanout.stages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.channel.Replies;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The way to one recipient: one alert after the other, in order. A lane that waits for its receiver
 * occupies no thread and holds no other lane up.
 *
 * <p>Confined to the loop's thread. The next alert starts only when the outcome of the one before
 * is recorded, so that a crash repeats one delivery of a lane at most.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final Recipient recipient;
  private final Context context;
  private final Queue<Task> queue = new ArrayDeque<>();
  private final LastTold lastTold = new LastTold();
  private boolean busy;
  private @Nullable Task waiting;

  /** What all lanes share. */
  record Context(
      Ledger ledger, DeliveryLog log, Backoff backoff, Clock clock, Loop loop, Tally tally) {}

  /**
   * One alert for this recipient.
   *
   * @param onlyIfTold send only where an earlier revision was delivered
   */
  record Task(Alert alert, boolean onlyIfTold, Share share, long offset) {}

  Lane(Recipient recipient, Context context) {
    this.recipient = recipient;
    this.context = context;
  }

  Recipient recipient() {
    return recipient;
  }

  void add(Task task) {
    queue.add(task);
    next();
  }

  /** Leaves what has become another instance's work, instead of waiting to retry it. */
  void dropRevoked() {
    if (waiting != null && waiting.share.isRevoked()) {
      attempt(waiting);
    }
  }

  private void next() {
    while (!busy && !context.tally.isStopping()) {
      var task = queue.poll();
      if (task == null) {
        return;
      }
      if (task.share.isRevoked() || context.ledger.isFinished(task.alert, recipient.id())) {
        finished(task);
      } else {
        consider(task);
      }
    }
  }

  private void consider(Task task) {
    var why = suppression(task);
    if (why == null) {
      busy = true;
      attempt(task);
    } else {
      onceRecorded(record(task, new Outcome.Suppressed(why), 0), () -> finished(task));
    }
  }

  /** Stage 4: silences. The reason not to send, or null. */
  private @Nullable String suppression(Task task) {
    if (view(task.alert).isEmpty()) {
      return "CONFIDENTIAL";
    }
    if (task.onlyIfTold && !context.ledger.wasTold(task.alert, recipient.id())) {
      return "NOT_TOLD";
    }
    var untried = context.ledger.attempts(task.alert, recipient.id()) == 0;
    return untried && isExpired(task.alert, now()) && !recipient.subscriber().history()
        ? "STALE"
        : null;
  }

  /** Stage 5: send, and see what comes back. */
  private void attempt(Task task) {
    waiting = null;
    if (context.tally.isStopping()) {
      return;
    }
    if (task.share.isRevoked()) {
      proceed(task);
      return;
    }
    var attempt = context.ledger.attempts(task.alert, recipient.id()) + 1;
    if (attempt > 1 && isExpired(task.alert, now())) {
      conclude(task, new Outcome.GaveUp("EXPIRED"), attempt - 1);
      return;
    }
    context.tally.attemptBegins();
    var unused =
        send(task.alert)
            .whenComplete(
                (answer, failure) ->
                    onLoop(
                        () -> {
                          var outcome = outcome(task.alert, attempt, answered(answer, failure));
                          conclude(task, outcome, attempt);
                          context.tally.attemptEnds();
                        }));
  }

  private CompletableFuture<Answer> send(Alert alert) {
    try {
      var view = view(alert).orElseThrow(); // without one it was suppressed
      return recipient
          .channel()
          .send(
              new Message(
                  IdempotencyKey.of(alert, recipient.id()),
                  view,
                  Locale.ENGLISH,
                  Replies.NONE,
                  earlier(alert)));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What the recipient has of this alert. */
  private Message.@Nullable Earlier earlier(Alert alert) {
    var revision = context.ledger.told(alert, recipient.id());
    var id = alert.getAlertId();
    return revision == 0
        ? null
        : new Message.Earlier(
            IdempotencyKey.of(id, revision, recipient.id()), lastTold.of(id, revision));
  }

  /** Stage 2: the alert as this recipient may see it. */
  private Optional<Alert> view(Alert alert) {
    var subscriber = recipient.subscriber();
    return Projection.of(alert, subscriber.role(), subscriber.site());
  }

  private Answer answered(@Nullable Answer answer, @Nullable Throwable failure) {
    if (answer != null) {
      return answer;
    }
    LOG.warn(
        "channel failed subscriber={} channel={}",
        recipient.subscriber().id(),
        recipient.name(),
        failure);
    return new Answer.TryAgain("FAILED");
  }

  private Outcome outcome(Alert alert, int attempt, Answer answer) {
    if (answer instanceof Answer.Accepted) {
      return new Outcome.Delivered();
    }
    if (answer instanceof Answer.Refused refused) {
      return new Outcome.GaveUp(refused.reason());
    }
    var failed = (Answer.TryAgain) answer;
    if (attempt >= failed.mostAttempts()) {
      return new Outcome.GaveUp(failed.reason());
    }
    var at = now().plus(longer(context.backoff.after(attempt), failed.notBefore()));
    return isExpired(alert, at)
        ? new Outcome.GaveUp("EXPIRED")
        : new Outcome.RetryLater(failed.reason(), at);
  }

  private void conclude(Task task, Outcome outcome, int attempt) {
    var recorded = record(task, outcome, attempt);
    if (outcome instanceof Outcome.Delivered) {
      view(task.alert).ifPresent(lastTold::told);
    }
    if (outcome instanceof Outcome.RetryLater later) {
      waiting = task;
      context.loop.runAfter(Duration.between(now(), later.at()), () -> retry(task));
    } else {
      onceRecorded(recorded, () -> proceed(task));
    }
  }

  private void retry(Task task) {
    if (task.equals(waiting)) {
      attempt(task);
    }
  }

  private void proceed(Task task) {
    finished(task);
    busy = false;
    next();
  }

  private CompletableFuture<Void> record(Task task, Outcome outcome, int attempt) {
    var alert = task.alert;
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
            .setAt(now())
            .setNextAttemptAt(later)
            .build();
    context.ledger.add(delivery);
    context.tally.count(outcome);
    report(delivery);
    return context.log.record(delivery);
  }

  private void report(Delivery delivery) {
    var gaveUp = delivery.getOutcome() == DeliveryOutcome.GAVE_UP;
    LOG.atLevel(gaveUp ? Level.WARN : Level.DEBUG)
        .log(
            "delivery outcome={} reason={} alertId={} revision={} subscriber={} channel={} attempt={}",
            delivery.getOutcome(),
            delivery.getReason(),
            delivery.getAlertId(),
            delivery.getRevision(),
            delivery.getSubscriber(),
            delivery.getChannel(),
            delivery.getAttempt());
  }

  private void finished(Task task) {
    task.share.finish(task.offset);
    context.tally.finished();
  }

  /** An outcome that cannot be recorded is never final: the log has told of it. */
  private void onceRecorded(CompletableFuture<Void> recorded, Runnable task) {
    var unused = recorded.thenRun(() -> onLoop(task));
  }

  private void onLoop(Runnable task) {
    context.loop.run(task);
  }

  private Instant now() {
    return context.clock.instant();
  }

  private static boolean isExpired(Alert alert, Instant at) {
    return alert.getExpiresAt().isBefore(at);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
