package org.marsad.consumer.fanout.stages;

import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.subscribers.Subscriber;

/**
 * A subscriber and one of the channels that reach it. Both may change when the subscribers are read
 * again, or the subscriber may leave; who it is stays. Once handed to the loop, confined to it.
 */
public final class Recipient {
  private final RecipientId id;
  private Subscriber subscriber;
  private Channel channel;
  private boolean gone;

  /**
   * @param subscriber who
   * @param name of the channel, unique within the subscriber
   * @param channel how
   */
  public Recipient(Subscriber subscriber, String name, Channel channel) {
    this.id = new RecipientId(subscriber.id(), name);
    this.subscriber = subscriber;
    this.channel = channel;
  }

  public Subscriber subscriber() {
    return subscriber;
  }

  /** Name of the channel, unique within the subscriber. */
  public String name() {
    return id.channel();
  }

  public Channel channel() {
    return channel;
  }

  RecipientId id() {
    return id;
  }

  /** From the next attempt on it is as the newer one, which has the same id. */
  void become(Recipient newer) {
    subscriber = newer.subscriber;
    channel = newer.channel;
  }

  /** It is no longer among the subscribers. */
  void leave() {
    gone = true;
  }

  boolean isGone() {
    return gone;
  }
}
