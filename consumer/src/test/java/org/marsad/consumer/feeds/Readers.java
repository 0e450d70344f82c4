package org.marsad.consumer.feeds;

import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscriberBuilder;
import org.marsad.consumer.subscribers.TokenHash;

/** Subscribers with a feed; their token is {@code token of ID}. */
final class Readers {
  private Readers() {}

  static SubscriberBuilder of(String id, Role role) {
    return Subscriber.builder(id, role).areas("aleppo").channel(feed("feed", token(id)));
  }

  static String token(String id) {
    return "token of " + id;
  }

  static ChannelSettings feed(String name, String token) {
    return new ChannelSettings.Feed(name, TokenHash.of(token));
  }
}
