package org.marsad.consumer.fanout.replies;

import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.fanout.channel.Answer;
import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.channel.Message;
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
    return channel.send(
        new Message(
            message.idempotencyKey(),
            message.alert(),
            message.language(),
            offer.to(message, subscriber, name),
            message.earlier()));
  }

  @Override
  public void close() {
    channel.close();
  }
}
