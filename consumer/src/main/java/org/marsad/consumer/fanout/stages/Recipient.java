package org.marsad.consumer.fanout.stages;

import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.subscribers.Subscriber;

/**
 * A subscriber and one of the channels that reach it.
 *
 * @param subscriber who
 * @param name of the channel, unique within the subscriber
 * @param channel how
 */
public record Recipient(Subscriber subscriber, String name, Channel channel) {
  RecipientId id() {
    return new RecipientId(subscriber.id(), name);
  }
}
