package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Reasons;
import org.marsad.consumer.channels.Summary;
import org.marsad.message.Alert;
import org.marsad.message.Reality;

/**
 * What stands for a lane's messages when there were too many interruptions: one summary every
 * quarter of an hour. A channel in place has shown them all; there one sound stands for theirs.
 *
 * <p>Until it has arrived its messages are not final, so that no restart loses one.
 */
final class Summaries {
  private final Map<Reality, Digest> digests = new EnumMap<>(Reality.class);
  private final Lane lane;
  private final Gate gate;
  private final Sender sender;
  private final Recorder recorder;
  private final Lane.Context context;

  Summaries(Lane lane, Gate gate, Sender sender, Recorder recorder, Lane.Context context) {
    this.lane = lane;
    this.gate = gate;
    this.sender = sender;
    this.recorder = recorder;
    this.context = context;
  }

  /** Takes in a message that a summary is to stand for. */
  void add(Task task, Instant now) {
    var digest = digests.computeIfAbsent(task.alert().getReality(), reality -> new Digest());
    var before = digest.tasks().size();
    var due = digest.add(task, now);
    var tasks = digest.tasks();
    lane.recordOnce(task, new Outcome.RetryLater(Reasons.SUMMARISED, due));
    if (before == 0) {
      lane.wakeUpAt(due);
    }
    if (tasks.size() > before && Integer.bitCount(tasks.size()) == 1) { // 1, 2, 4, 8 …
      lane.recipient().channel().awaits(summary(tasks, digest.from(), due));
    }
  }

  boolean isDue(Instant now) {
    return digests.values().stream().anyMatch(digest -> digest.isDue(now));
  }

  /** Sends the first that is due, if any of its messages still waits for it. */
  void send(Instant now) {
    for (var entry : digests.entrySet()) {
      if (entry.getValue().isDue(now)) {
        send(entry.getKey(), entry.getValue(), now);
        return;
      }
    }
  }

  private void send(Reality reality, Digest digest, Instant now) {
    var tasks = waiting(digest, now);
    if (tasks.isEmpty()) {
      return;
    }
    if (lane.recipient().channel().isInPlace()) {
      digest.sent(now);
      tasks.subList(0, tasks.size() - 1).forEach(lane::rung);
      lane.ring(tasks.get(tasks.size() - 1));
    } else {
      attempt(reality, digest, tasks, now);
    }
  }

  /** What was overtaken, muted or withdrawn meanwhile takes its own way. */
  private List<Task> waiting(Digest digest, Instant now) {
    var waiting = new ArrayList<Task>();
    for (var task : digest.tasks()) {
      if (lane.isWaiting(task)) {
        var verdict = gate.judge(task, now);
        var rings = verdict instanceof Verdict.Go go && go.rings();
        if (rings || verdict instanceof Verdict.Summarise) {
          waiting.add(task);
          continue;
        }
        lane.release(task);
      }
      digest.remove(task);
    }
    return waiting;
  }

  private void attempt(Reality reality, Digest digest, List<Task> tasks, Instant now) {
    var summary = summary(tasks, digest.from(), now);
    var attempt = digest.attempt();
    lane.begin(new LinkedHashSet<>(tasks), true);
    var unused =
        sender
            .send(summary)
            .thenAccept(
                answer ->
                    context
                        .loop()
                        .run(
                            () -> {
                              answered(new Sent(reality, digest, tasks, summary, attempt), answer);
                              context.tally().attemptEnds();
                            }));
  }

  private Summary summary(List<Task> tasks, Instant from, Instant until) {
    var recipient = lane.recipient();
    return new Summary(
        IdempotencyKey.ofSummary(tasks.stream().map(Summaries::name).toList(), recipient.id()),
        recipient.subscriber().language(),
        tasks.stream().map(this::view).map(sender::told).toList(),
        from,
        until);
  }

  /** One attempt. */
  private record Sent(
      Reality reality, Digest digest, List<Task> tasks, Summary summary, int attempt) {}

  private void answered(Sent sent, Answer answer) {
    var now = context.clock().instant();
    var wait = lane.wait(sent.attempt, answer);
    if (answer instanceof Answer.TryAgain failed) {
      retry(sent, failed.reason(), now.plus(wait).plus(Lane.behindOthers(sent.attempt)));
    } else if (answer instanceof Answer.Rejected rejected) {
      retry(sent, rejected.reason(), now.plus(wait));
    } else if (answer instanceof Answer.Refused refused) {
      var outcome = new Outcome.GaveUp(refused.reason());
      conclude(sent, outcome, outcome, now);
    } else {
      sent.tasks.forEach(task -> sender.arrived(view(task)));
      conclude(sent, new Outcome.Delivered(), new Outcome.Suppressed(Reasons.SUMMARISED), now);
    }
  }

  private void retry(Sent sent, String reason, Instant at) {
    var outcome = new Outcome.RetryLater(reason, at);
    var unused = recorded(sent, outcome);
    sent.digest.dueAgain(at);
    lane.wakeUpAt(at);
    lane.end(false);
  }

  private void conclude(Sent sent, Outcome ofTheSummary, Outcome ofEach, Instant now) {
    var recorded = new ArrayList<CompletableFuture<Void>>();
    recorded.add(recorded(sent, ofTheSummary));
    sent.tasks.forEach(task -> recorded.add(recorder.record(task, ofEach, 0, false)));
    sent.digest.sent(now);
    var unused =
        CompletableFuture.allOf(recorded.toArray(new CompletableFuture<?>[0]))
            .thenRun(() -> context.loop().run(() -> lane.end(true)));
  }

  private CompletableFuture<Void> recorded(Sent sent, Outcome outcome) {
    var isPrivate = sent.tasks.stream().anyMatch(recorder::isPrivate);
    return recorder.record(sent.summary, sent.reality, outcome, sent.attempt, isPrivate);
  }

  private Alert view(Task task) {
    return task.views().of(lane.recipient().subscriber()).orElseThrow().alert();
  }

  private static String name(Task task) {
    return task.alert().getAlertId() + " " + task.alert().getRevision();
  }
}
