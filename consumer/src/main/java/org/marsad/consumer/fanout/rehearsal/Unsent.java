package org.marsad.consumer.fanout.rehearsal;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Summary;

/**
 * A channel over which nothing is sent: every message arrives at once.
 *
 * @param channel that would send it
 * @param shown is told of each message by its idempotency key, with the words that it shows
 */
record Unsent(Channel channel, BiConsumer<String, String> shown) implements Channel {
  @Override
  public CompletableFuture<Answer> send(Message message) {
    shown.accept(message.idempotencyKey(), channel.shown(message));
    return CompletableFuture.completedFuture(new Answer.Accepted());
  }

  @Override
  public CompletableFuture<Answer> send(Summary summary) {
    shown.accept(summary.idempotencyKey(), channel.shown(summary));
    return CompletableFuture.completedFuture(new Answer.Accepted());
  }

  @Override
  public boolean isInPlace() {
    return channel.isInPlace();
  }

  @Override
  public String shown(Message message) {
    return channel.shown(message);
  }

  @Override
  public String shown(Summary summary) {
    return channel.shown(summary);
  }

  @Override
  public void close() {
    channel.close();
  }
}
