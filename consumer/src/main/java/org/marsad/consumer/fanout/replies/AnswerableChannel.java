package org.marsad.consumer.fanout.replies;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.channel.Summary;
import org.marsad.consumer.fanout.subscribers.Subscriber;

/**
 * A channel whose messages carry ways to answer.
 *
 * @param channel that they go out over
 * @param offer what ways there are
 * @param subscriber who can answer
 * @param name of the channel
 */
public record AnswerableChannel(
    Channel channel, ReplyOffer offer, Subscriber subscriber, String name) implements Channel {
  @Override
  public CompletableFuture<Answer> send(Message message) {
    return channel.send(message.answerable(offer.to(message, subscriber, name)));
  }

  /** A summary asks for no answer: it speaks of many alerts. */
  @Override
  public CompletableFuture<Answer> send(Summary summary) {
    return channel.send(summary);
  }

  @Override
  public void awaits(Summary coming) {
    channel.awaits(coming);
  }

  @Override
  public boolean isInPlace() {
    return channel.isInPlace();
  }

  @Override
  public String shown(Message message) {
    return channel.shown(message.answerable(offer.to(message, subscriber, name)));
  }

  @Override
  public String shown(Summary summary) {
    return channel.shown(summary);
  }

  @Override
  public @Nullable String disabled() {
    return channel.disabled();
  }

  @Override
  public void close() {
    channel.close();
  }
}
