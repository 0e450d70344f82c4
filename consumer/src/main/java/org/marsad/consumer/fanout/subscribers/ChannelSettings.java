package org.marsad.consumer.fanout.subscribers;

import java.net.URI;

/** How a subscriber is reached. */
public sealed interface ChannelSettings {
  /** Name, unique within the subscriber. */
  String name();

  /**
   * A signed webhook.
   *
   * @param url https, or http too with {@code ownNetwork}
   * @param secret signs each message
   * @param ownNetwork the receiver is on the operator's own network: private addresses are allowed
   */
  record Webhook(String name, URI url, Secret secret, boolean ownNetwork)
      implements ChannelSettings {}

  /** A line on the terminal. */
  record Terminal(String name) implements ChannelSettings {}
}
