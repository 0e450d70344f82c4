package org.marsad.consumer.fanout.stages;

import java.util.Optional;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.fanout.channel.Channel;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.message.Alert;

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

  /** Stage 2: the alert as this recipient may see it; or not at all. */
  Optional<Alert> view(Alert alert) {
    return Projection.of(alert, subscriber.role(), subscriber.site());
  }
}
