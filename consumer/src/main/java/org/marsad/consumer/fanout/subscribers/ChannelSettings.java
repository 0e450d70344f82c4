package org.marsad.consumer.fanout.subscribers;

import java.net.URI;
import java.util.List;

/** How a subscriber is reached. No text of it shows a secret or a URL. */
public sealed interface ChannelSettings {
  /** Name, unique within the subscriber. */
  String name();

  /**
   * A signed webhook.
   *
   * @param secrets each signs each message; the current one first, while keys change one more
   */
  record Webhook(String name, Receiver receiver, List<Secret> secrets) implements ChannelSettings {
    public Webhook {
      secrets = List.copyOf(secrets);
      if (secrets.isEmpty()) {
        throw new IllegalArgumentException("secrets: [] (expected: one or more)");
      }
    }

    /** With one secret. */
    public Webhook(String name, URI url, Secret secret, boolean ownNetwork) {
      this(name, new Receiver(url, ownNetwork), List.of(secret));
    }
  }

  /** A line on the terminal. */
  record Terminal(String name) implements ChannelSettings {}
}
