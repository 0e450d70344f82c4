package org.marsad.consumer.fanout.stages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Reasons;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;

/**
 * The way to one recipient: one message at a time, the most urgent first. A lane that waits for its
 * receiver occupies no thread and holds no other lane up.
 *
 * <p>Confined to the loop's thread. The next message starts only when the outcome of the one before
 * is recorded, so that a crash repeats one delivery of a lane at most.
 */
final class Lane {
  /** So many messages rejected in a row are not the messages' fault. */
  private static final int REJECTED_FOR_GOOD = 5;

  /** A message that failed so often lets another one find out whether it is the receiver. */
  private static final int FAILED_IN_A_ROW = 3;

  private final Recipient recipient;
  private final Context context;
  private final Gate gate;
  private final Sender sender;
  private final Recorder recorder;
  private final LaneQueue queue;
  private final Pause pause;
  private final Summaries summaries;
  private RateLimit rate;
  private Set<Task> sending = Set.of();
  private boolean ringing;
  private @Nullable Instant slot;
  private int failures;
  private final Set<Task> rejectedInARow = new HashSet<>();

  /**
   * What all lanes share.
   *
   * @param knows whether a subscriber may know of what a task tells
   */
  record Context(
      Ledger ledger,
      Mutes mutes,
      StandingAlerts standing,
      Interruptions interruptions,
      BiPredicate<Subscriber, Task> knows,
      DeliveryLog log,
      Backoff backoff,
      Clock clock,
      Loop loop,
      Tally tally) {
    boolean mayKnow(Subscriber subscriber, Task task) {
      return knows.test(subscriber, task);
    }
  }

  Lane(Recipient recipient, Context context) {
    this.recipient = recipient;
    this.context = context;
    this.gate = new Gate(recipient, context);
    this.sender = new Sender(recipient, context.ledger);
    this.recorder = new Recorder(recipient, context);
    this.queue = new LaneQueue(this::priority, this::supersedes);
    this.rate = rateOf(recipient);
    this.pause = new Pause(context.loop, this::next);
    this.summaries = new Summaries(this, gate, sender, recorder, context);
  }

  Recipient recipient() {
    return recipient;
  }

  void add(Task task) {
    var waiting = queue.newest(task.alert().getAlertId());
    var rings = waiting != null && ringing && sending.contains(waiting);
    for (var older : queue.add(task.after(rings ? null : waiting))) {
      overtaken(older);
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
        .removeIf(task -> !sending.contains(task))
        .forEach(task -> conclude(task, new Outcome.Suppressed(Reasons.REMOVED)));
  }

  /** Leaves what has become another instance's work. */
  void dropRevoked() {
    queue
        .removeIf(task -> task.origin().isGone() && !sending.contains(task))
        .forEach(this::finished);
    next();
  }

  private static RateLimit rateOf(Recipient recipient) {
    return new RateLimit(recipient.subscriber().ratePerMinute(recipient.name()));
  }

  private void next() {
    while (sending.isEmpty() && !context.tally.isStopping()) {
      var task = queue.next();
      if (summaries.isDue(now())
          && !pause.isOn()
          && (task == null || !Priority.bypasses(task.alert()))) {
        if (task != null) {
          queue.putBack(task);
        }
        summaries.send(now());
      } else if (task == null) {
        return;
      } else if (task.origin().isGone()) {
        drop(task);
      } else if (!consider(task)) {
        return;
      }
    }
  }

  /** Whether the one after it may have its turn too. */
  private boolean consider(Task task) {
    var verdict = gate.judge(task, now());
    if (verdict instanceof Verdict.Go go) {
      return send(task, go.rings());
    }
    if (verdict instanceof Verdict.Done) {
      drop(task);
    } else if (verdict instanceof Verdict.Never never) {
      queue.remove(task);
      conclude(task, never.why());
    } else if (isOvertaken(task)) {
      queue.remove(task);
      overtaken(task);
    } else if (verdict instanceof Verdict.Hold hold) {
      putOff(task, new Outcome.RetryLater(hold.reason(), hold.until()));
    } else {
      summaries.add(task, now());
    }
    return true;
  }

  private boolean send(Task task, boolean rings) {
    if (mustPause(task) || mustWaitForItsSlot(task)) {
      queue.putBack(task);
      return false;
    }
    attempt(task, rings);
    return true;
  }

  /** Whether the receiver is left alone; a repeat strike is tried once all the same. */
  private boolean mustPause(Task task) {
    return pause.isOn() && priority(task) != Priority.REPEAT_STRIKE;
  }

  private boolean mustWaitForItsSlot(Task task) {
    var now = now();
    var free = rate.freeAt(now, isReal(task));
    if (Priority.bypasses(task.alert()) || !free.isAfter(now)) {
      return false;
    }
    recordOnce(task, new Outcome.RetryLater(Reasons.RATE_LIMITED, free));
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

  private void attempt(Task task, boolean rings) {
    var view = task.views().of(recipient.subscriber()).orElseThrow().alert(); // else suppressed
    begin(Set.of(task), rings);
    var attempt = attempts(task) + 1;
    var key =
        isShown(task)
            ? IdempotencyKey.ofTheSound(task.alert(), recipient.id())
            : IdempotencyKey.of(task.alert(), recipient.id());
    var unused =
        sender
            .send(key, view, rings)
            .thenAccept(
                answer ->
                    context.loop.run(
                        () -> {
                          if (answer instanceof Answer.Accepted) {
                            sender.arrived(view);
                          }
                          answered(task, rings, attempt, answer);
                          context.tally.attemptEnds();
                        }));
  }

  private void answered(Task task, boolean rings, int attempt, Answer answer) {
    var wait = wait(attempt, answer);
    if (answer instanceof Answer.TryAgain failed) {
      retry(task, attempt, failed.reason(), Reasons.EXPIRED, wait, () -> goOn(task, attempt, wait));
    } else if (answer instanceof Answer.Rejected rejected) {
      rejected(task, attempt, rejected.reason(), wait);
    } else if (answer instanceof Answer.Refused refused) {
      settle(task, new Outcome.GaveUp(refused.reason()), attempt, false);
    } else {
      rejectedInARow.clear();
      settle(task, new Outcome.Delivered(), attempt, rings);
    }
  }

  /** When the pause is over, what failed often stands in line only behind the next attempt. */
  private void goOn(Task task, int attempt, Duration wait) {
    var behind = behindOthers(attempt);
    if (behind.isZero()) {
      queue.putBack(task);
    } else {
      releaseAfter(wait.plus(behind), task);
    }
  }

  /** How much longer than the pause that waits which has failed so often: others go before it. */
  static Duration behindOthers(int attempt) {
    return attempt < FAILED_IN_A_ROW ? Duration.ZERO : Duration.ofMillis(1);
  }

  /**
   * A message that is rejected waits by itself, and others go on. Where one after the other is
   * rejected, it is the receiver that has to be mended: then one at a time finds out whether it is.
   */
  private void rejected(Task task, int attempt, String reason, Duration wait) {
    if (rejectedInARow.size() < REJECTED_FOR_GOOD) {
      rejectedInARow.add(task);
    }
    if (rejectedInARow.size() < REJECTED_FOR_GOOD) {
      retry(task, attempt, reason, reason, wait, () -> releaseAfter(wait, task));
    } else {
      pause.begin(wait);
      retry(task, attempt, reason, reason, wait, () -> queue.putBack(task));
    }
  }

  /**
   * Tries again after a while, unless the alert has expired by then.
   *
   * @param inTheEnd reason if it has
   */
  private void retry(
      Task task, int attempt, String reason, String inTheEnd, Duration wait, Runnable meanwhile) {
    var at = now().plus(wait);
    if (task.alert().getExpiresAt().isBefore(at)) {
      settle(task, new Outcome.GaveUp(inTheEnd), attempt, false);
      return;
    }
    var unused =
        recorder
            .record(task, new Outcome.RetryLater(reason, at), attempt, false)
            .thenRun(task.origin().share()::attemptEnds);
    sending = Set.of();
    if (isOvertaken(task)) {
      queue.remove(task);
      overtaken(task);
    } else {
      meanwhile.run();
    }
    next();
  }

  private void settle(Task task, Outcome outcome, int attempt, boolean rang) {
    onceRecorded(
        recorder.record(task, outcome, attempt, rang),
        () -> {
          task.origin().share().attemptEnds();
          sending = Set.of();
          if (outcome instanceof Outcome.Delivered && !rang) {
            queue.putBack(task); // its sound may follow
          } else {
            drop(task);
          }
          next();
        });
  }

  /** Records what is not attempted any more. */
  private void conclude(Task task, Outcome outcome) {
    onceRecorded(recorder.record(task, outcome, attempts(task), false), () -> finished(task));
  }

  /** A newer revision goes in its place; what is shown needs no other outcome. */
  private void overtaken(Task task) {
    if (isShown(task)) {
      finished(task);
    } else {
      conclude(
          task,
          attempts(task) > 0
              ? new Outcome.GaveUp(Reasons.SUPERSEDED)
              : new Outcome.Suppressed(Reasons.SUPERSEDED));
    }
  }

  private boolean isOvertaken(Task task) {
    var newest = queue.newest(task.alert().getAlertId());
    return newest != null && !newest.equals(task) && supersedes(newest, task);
  }

  private void putOff(Task task, Outcome.RetryLater later) {
    recordOnce(task, later);
    releaseAfter(Duration.between(now(), later.at()), task);
  }

  private void releaseAfter(Duration wait, Task task) {
    context.loop.runAfter(
        wait,
        () -> {
          queue.putBack(task);
          next();
        });
  }

  private Priority priority(Task task) {
    return Priority.of(task.alert(), past(task).isTold(), attempts(task) > 0);
  }

  private boolean supersedes(Task newer, Task waiting) {
    return !recipient.subscriber().history()
        && !sending.contains(waiting)
        && (isShown(waiting) || attempts(waiting) == 0 || isWithdrawalOfWhatWasTold(newer))
        && newer.alert().getRevision() > waiting.alert().getRevision()
        && Grouping.supersedes(newer.alert(), waiting.alert());
  }

  /** What was tried at last need not arrive where what was told before is over. */
  private boolean isWithdrawalOfWhatWasTold(Task newer) {
    return newer.alert().getMessageType() == MessageType.CANCEL && past(newer).isTold();
  }

  private boolean isShown(Task task) {
    return past(task).isFinished(task.alert().getRevision());
  }

  private static boolean isReal(Task task) {
    return task.alert().getReality() == Reality.ACTUAL || TestAlert.isOne(task.alert());
  }

  private Past past(Task task) {
    return context.ledger.past(task.alert(), recipient.id());
  }

  private int attempts(Task task) {
    return past(task).attempts(task.alert().getRevision());
  }

  private void drop(Task task) {
    queue.remove(task);
    finished(task);
  }

  private void finished(Task task) {
    task.origin().release();
    context.tally.finished();
  }

  /** An outcome that cannot be recorded is never final: the log has told of it. */
  private void onceRecorded(CompletableFuture<Void> recorded, Runnable task) {
    var unused = recorded.thenRun(() -> context.loop.run(task));
  }

  private Instant now() {
    return context.clock.instant();
  }

  /** Whether a task is still the next of its alert, and ours. */
  boolean isWaiting(Task task) {
    return queue.isFirst(task) && !task.origin().isGone();
  }

  /** Lets a task stand in line again. */
  void release(Task task) {
    queue.putBack(task);
  }

  /** Lets a revision that is shown make its sound now. */
  void ring(Task task) {
    attempt(task, true);
  }

  /** Another sound stood for that of a revision which is shown. */
  void rung(Task task) {
    past(task).ring(task.alert().getRevision());
    drop(task);
  }

  /** A message is under way that speaks for these. */
  void begin(Set<Task> tasks, boolean rings) {
    sending = tasks;
    ringing = rings;
    rate.count(now(), tasks.stream().anyMatch(Lane::isReal));
    tasks.forEach(task -> task.origin().share().attemptBegins());
    context.tally.attemptBegins();
  }

  /** The message that spoke for them has its outcome; the lane goes on. */
  void end(boolean isFinal) {
    var tasks = sending;
    sending = Set.of();
    tasks.forEach(task -> task.origin().share().attemptEnds());
    if (isFinal) {
      tasks.forEach(this::drop);
    }
    next();
  }

  /**
   * How long to wait after an answer. A receiver that cannot take anything now is left alone for
   * that long; one that rejects a message takes others, and so does one that fails on a message
   * again and again and has taken others since.
   */
  Duration wait(int attempt, Answer answer) {
    if (answer instanceof Answer.TryAgain failed) {
      if (failures == 0 && attempt > FAILED_IN_A_ROW && failed.notBefore().isZero()) {
        return context.backoff.after(attempt);
      }
      failures++;
      var backoff = context.backoff.after(Math.max(attempt, failures));
      var wait = backoff.compareTo(failed.notBefore()) >= 0 ? backoff : failed.notBefore();
      pause.begin(wait);
      return wait;
    }
    pause.end();
    if (answer instanceof Answer.Rejected) {
      var all = rejectedInARow.size() >= REJECTED_FOR_GOOD;
      failures = all ? failures + 1 : 0;
      return context.backoff.after(Math.max(attempt, failures));
    }
    failures = 0;
    return Duration.ZERO;
  }

  /** Goes on at that time with what is due; an alarm that goes off early is set again. */
  void wakeUpAt(Instant at) {
    context.loop.runAfter(
        Duration.between(now(), at),
        () -> {
          if (now().isBefore(at)) {
            wakeUpAt(at);
          } else {
            next();
          }
        });
  }

  /** Records that a message has to wait for its time, unless that is known. */
  void recordOnce(Task task, Outcome.RetryLater later) {
    if (!isShown(task) && !past(task).isPutOff(task.alert().getRevision())) {
      var unused = recorder.record(task, later, attempts(task), false);
    }
  }
}
