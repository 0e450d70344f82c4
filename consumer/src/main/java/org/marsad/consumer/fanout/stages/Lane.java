package org.marsad.consumer.fanout.stages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.fanout.channel.Answer;

/**
 * The way to one recipient: one message at a time, the most urgent first. A lane that waits for its
 * receiver occupies no thread and holds no other lane up.
 *
 * <p>Confined to the loop's thread. The next message starts only when the outcome of the one before
 * is recorded, so that a crash repeats one delivery of a lane at most.
 */
final class Lane {
  private final Recipient recipient;
  private final Context context;
  private final Gate gate;
  private final Sender sender;
  private final Recorder recorder;
  private final LaneQueue queue;
  private final Pause pause;
  private RateLimit rate;
  private @Nullable Task sending;
  private @Nullable Instant slot;
  private int failures;

  /** What all lanes share. */
  record Context(
      Ledger ledger,
      Silences silences,
      DeliveryLog log,
      Backoff backoff,
      Clock clock,
      Loop loop,
      Tally tally) {}

  Lane(Recipient recipient, Context context) {
    this.recipient = recipient;
    this.context = context;
    this.gate = new Gate(recipient, context.ledger, context.silences);
    this.sender = new Sender(recipient, context.ledger);
    this.recorder =
        new Recorder(recipient, context.ledger, context.tally, context.log, context.clock);
    this.queue = new LaneQueue(this::priority, this::supersedes);
    this.rate = rateOf(recipient);
    this.pause = new Pause(context.loop, this::next);
  }

  Recipient recipient() {
    return recipient;
  }

  void add(Task task) {
    for (var older : queue.add(task)) {
      conclude(older, new Outcome.Suppressed("SUPERSEDED"));
    }
    next();
  }

  /** What waits goes on as the newer one wants it; an attempt under way ends as it began. */
  void become(Recipient newer) {
    var known = recipient.subscriber().ratePerMinute(recipient.name());
    recipient.become(newer);
    if (!newer.subscriber().ratePerMinute(newer.name()).equals(known)) {
      rate = rateOf(newer);
    }
  }

  /** Its subscriber is gone: nothing is attempted any more. */
  void retire() {
    recipient.leave();
    queue
        .removeIf(task -> !task.equals(sending))
        .forEach(task -> conclude(task, new Outcome.Suppressed("REMOVED")));
  }

  /** Leaves what has become another instance's work. */
  void dropRevoked() {
    queue
        .removeIf(task -> task.share().isRevoked() && !task.equals(sending))
        .forEach(this::finished);
    next();
  }

  private static RateLimit rateOf(Recipient recipient) {
    return new RateLimit(recipient.subscriber().ratePerMinute(recipient.name()));
  }

  private void next() {
    while (sending == null && !context.tally.isStopping()) {
      var task = queue.next();
      if (task == null) {
        return;
      }
      if (isDone(task)) {
        queue.remove(task);
        finished(task);
      } else if (!consider(task)) {
        return;
      }
    }
  }

  /** Whether the one after it may have its turn too. */
  private boolean consider(Task task) {
    var verdict = gate.judge(task, now());
    if (verdict instanceof Verdict.Never never) {
      queue.remove(task);
      conclude(task, never.why());
    } else if (verdict instanceof Verdict.Hold hold) {
      putOff(task, new Outcome.RetryLater(hold.reason(), hold.until()));
    } else if (mustPause(task) || mustWaitForItsSlot(task)) {
      queue.putBack(task);
      return false;
    } else {
      attempt(task);
    }
    return true;
  }

  /** Whether the receiver is left alone; a repeat strike is tried once all the same. */
  private boolean mustPause(Task task) {
    return pause.isOn() && priority(task) != Priority.REPEAT_STRIKE;
  }

  private boolean mustWaitForItsSlot(Task task) {
    var now = now();
    var free = rate.freeAt(now);
    if (Priority.bypasses(task.alert()) || !free.isAfter(now)) {
      return false;
    }
    recordOnce(task, new Outcome.RetryLater("RATE_LIMITED", free));
    if (!free.equals(slot)) {
      slot = free;
      context.loop.runAfter(Duration.between(now, free), this::useSlot);
    }
    return true;
  }

  private void useSlot() {
    slot = null;
    next();
  }

  private void attempt(Task task) {
    sending = task;
    rate.count(now());
    task.share().attemptBegins();
    var attempt = attempts(task) + 1;
    context.tally.attemptBegins();
    var unused =
        sender
            .send(task.alert())
            .thenAccept(
                answer ->
                    context.loop.run(
                        () -> {
                          answered(task, attempt, answer);
                          context.tally.attemptEnds();
                        }));
  }

  private void answered(Task task, int attempt, Answer answer) {
    if (answer instanceof Answer.TryAgain failed) {
      failed(task, attempt, failed);
      return;
    }
    failures = 0;
    pause.end();
    if (answer instanceof Answer.Refused refused) {
      settle(task, new Outcome.GaveUp(refused.reason()), attempt);
    } else {
      sender.arrived(task.alert());
      settle(task, new Outcome.Delivered(), attempt);
    }
  }

  private void failed(Task task, int attempt, Answer.TryAgain failed) {
    failures++;
    if (attempt >= failed.mostAttempts()) {
      settle(task, new Outcome.GaveUp(failed.reason()), attempt);
      return;
    }
    var backoff = context.backoff.after(Math.max(attempt, failures));
    var wait = backoff.compareTo(failed.notBefore()) >= 0 ? backoff : failed.notBefore();
    var at = now().plus(wait);
    if (task.alert().getExpiresAt().isBefore(at)) {
      settle(task, new Outcome.GaveUp("EXPIRED"), attempt);
      return;
    }
    var unused =
        recorder
            .record(task.alert(), new Outcome.RetryLater(failed.reason(), at), attempt)
            .thenRun(task.share()::attemptEnds);
    sending = null;
    if (failed.mostAttempts() < Integer.MAX_VALUE) {
      context.loop.runAfter(wait, () -> release(task)); // this message's fault, not the receiver's
    } else {
      queue.putBack(task);
      pause.begin(wait);
    }
    next();
  }

  private void settle(Task task, Outcome outcome, int attempt) {
    onceRecorded(
        recorder.record(task.alert(), outcome, attempt),
        () -> {
          task.share().attemptEnds();
          queue.remove(task);
          finished(task);
          sending = null;
          next();
        });
  }

  /** Records what is not attempted any more. */
  private void conclude(Task task, Outcome outcome) {
    onceRecorded(recorder.record(task.alert(), outcome, attempts(task)), () -> finished(task));
  }

  private void putOff(Task task, Outcome.RetryLater later) {
    recordOnce(task, later);
    context.loop.runAfter(Duration.between(now(), later.at()), () -> release(task));
  }

  /** Records that a message has to wait for its time, unless that is known. */
  private void recordOnce(Task task, Outcome.RetryLater later) {
    if (!context.ledger.isPutOff(task.alert(), recipient.id())) {
      var unused = recorder.record(task.alert(), later, attempts(task));
    }
  }

  private void release(Task task) {
    queue.putBack(task);
    next();
  }

  private Priority priority(Task task) {
    var told = context.ledger.wasTold(task.alert(), recipient.id());
    return Priority.of(task.alert(), told, attempts(task) > 0);
  }

  private boolean supersedes(Task newer, Task waiting) {
    return !recipient.subscriber().history()
        && !waiting.equals(sending)
        && attempts(waiting) == 0
        && newer.alert().getRevision() > waiting.alert().getRevision()
        && Grouping.supersedes(newer.alert(), waiting.alert());
  }

  private boolean isDone(Task task) {
    return task.share().isRevoked() || context.ledger.isFinished(task.alert(), recipient.id());
  }

  private int attempts(Task task) {
    return context.ledger.attempts(task.alert(), recipient.id());
  }

  private void finished(Task task) {
    task.share().finish(task.offset());
    context.tally.finished();
  }

  /** An outcome that cannot be recorded is never final: the log has told of it. */
  private void onceRecorded(CompletableFuture<Void> recorded, Runnable task) {
    var unused = recorded.thenRun(() -> context.loop.run(task));
  }

  private Instant now() {
    return context.clock.instant();
  }
}
