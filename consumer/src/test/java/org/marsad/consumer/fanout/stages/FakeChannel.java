package org.marsad.consumer.fanout.stages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.channel.Message;

/** A receiver that answers as it was told, else accepts; it notes what came. */
final class FakeChannel implements Channel {
  final List<Message> received = new ArrayList<>();
  private final Queue<CompletableFuture<Answer>> answers = new ArrayDeque<>();

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
    var answer = answers.poll();
    return answer == null ? CompletableFuture.completedFuture(new Answer.Accepted()) : answer;
  }

  /** Revisions of what came. */
  List<Integer> revisions() {
    return received.stream().map(message -> message.alert().getRevision()).toList();
  }
}
