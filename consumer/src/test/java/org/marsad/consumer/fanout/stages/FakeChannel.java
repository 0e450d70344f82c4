package org.marsad.consumer.fanout.stages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Summary;

/** A receiver that answers as it was told, else accepts; it notes what came. */
class FakeChannel implements Channel {
  final List<Message> received = new ArrayList<>();
  final List<Summary> summaries = new ArrayList<>();
  final List<Summary> awaited = new ArrayList<>();
  private final Queue<CompletableFuture<Answer>> answers = new ArrayDeque<>();
  private final boolean isInPlace;

  /** A later revision replaces the one before. */
  FakeChannel() {
    this(true);
  }

  private FakeChannel(boolean isInPlace) {
    this.isInPlace = isInPlace;
  }

  /** Each message stays, as on a telephone. */
  static FakeChannel appending() {
    return new FakeChannel(false);
  }

  FakeChannel answers(Answer... next) {
    for (var answer : next) {
      answers.add(CompletableFuture.completedFuture(answer));
    }
    return this;
  }

  /** The next answer comes when the test gives it. */
  CompletableFuture<Answer> hangs() {
    var answer = new CompletableFuture<Answer>();
    answers.add(answer);
    return answer;
  }

  @Override
  public CompletableFuture<Answer> send(Message message) {
    received.add(message);
    return answer();
  }

  @Override
  public CompletableFuture<Answer> send(Summary summary) {
    summaries.add(summary);
    return answer();
  }

  @Override
  public void awaits(Summary coming) {
    awaited.add(coming);
  }

  @Override
  public boolean isInPlace() {
    return isInPlace;
  }

  @Override
  public String shown(Message message) {
    return message.alert().getAlertId() + " " + message.alert().getRevision();
  }

  @Override
  public String shown(Summary summary) {
    return summary.views().size() + " alerts";
  }

  /** Revisions of what came. */
  List<Integer> revisions() {
    return received.stream().map(message -> message.alert().getRevision()).toList();
  }

  /** Revisions of what made a sound. */
  List<Integer> rang() {
    return received.stream()
        .filter(Message::interrupts)
        .map(message -> message.alert().getRevision())
        .toList();
  }

  /** Alerts and revisions of what came. */
  List<String> sent() {
    return received.stream().map(this::shown).toList();
  }

  private CompletableFuture<Answer> answer() {
    var answer = answers.poll();
    return answer == null ? CompletableFuture.completedFuture(new Answer.Accepted()) : answer;
  }
}
