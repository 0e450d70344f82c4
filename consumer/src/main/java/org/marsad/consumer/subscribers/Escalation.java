package org.marsad.consumer.subscribers;

import java.time.Duration;

/** What happens when nobody has answered for a while. */
public sealed interface Escalation {
  /** How long nobody has answered, more than zero. */
  Duration after();

  /**
   * One of the subscriber's own channels is used too, which is held back until then.
   *
   * @param channel its name
   */
  record ToChannel(Duration after, String channel) implements Escalation {}

  /**
   * Another subscriber takes over, over all its channels that are not held back.
   *
   * @param subscriber its id, not the one who failed to answer
   */
  record ToSubscriber(Duration after, String subscriber) implements Escalation {}
}
