package org.marsad.consumer.fanout;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.replies.ReplyOffer;
import org.marsad.consumer.subscribers.Subscriber;

/**
 * A channel whose messages carry ways to answer.
 *
 * @param channel that they go out over
 * @param offer what ways there are
 * @param subscriber who can answer
 * @param name of the channel
 */
record AnswerableChannel(Channel channel, ReplyOffer offer, Subscriber subscriber, String name)
    implements Channel {
  @Override
  public CompletableFuture<Answer> send(Message message) {
    return channel.send(answerable(message));
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
    return channel.shown(answerable(message));
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

  private Message answerable(Message message) {
    var alert = message.alert();
    var links = offer.links(alert, message.language(), subscriber, name);
    return message.answerable(new Replies(links, offer.code(alert, subscriber)));
  }
}
