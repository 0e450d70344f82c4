package org.marsad.consumer.subscribers;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a subscriber is reached. No text of it shows a secret, a URL or a number. */
public sealed interface ChannelSettings {
  /** Name, unique within the subscriber. */
  String name();

  /** Whether nothing is sent over it, because the subscriber comes and fetches. */
  default boolean isFetched() {
    return false;
  }

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

  /**
   * What takes webhooks of Prometheus Alertmanager, version 4.
   *
   * @param token sent as bearer; null: none
   */
  record Alertmanager(String name, Receiver receiver, @Nullable Hidden token)
      implements ChannelSettings {}

  /**
   * Push notifications.
   *
   * @param receiver the ntfy server
   * @param topic that the subscriber's devices listen to; who knows it reads along
   * @param token of a user who may publish there; null: none
   */
  record Ntfy(String name, Receiver receiver, Hidden topic, @Nullable Hidden token)
      implements ChannelSettings {}

  /**
   * SMS over a gateway that speaks HTTP.
   *
   * @param numbers that each message goes to
   * @param request what the gateway wants to be asked
   */
  record Sms(String name, Receiver receiver, Set<PhoneNumber> numbers, SmsRequest request)
      implements ChannelSettings {
    public Sms {
      numbers = Set.copyOf(numbers);
    }
  }

  /**
   * A request to an SMS gateway, with places to fill in: {@code {to}} and {@code {digits}} (the
   * number with and without its plus), {@code {text}}, {@code {id}} (the same over all attempts)
   * and {@code {token}}.
   *
   * @param method POST, PUT or GET
   * @param query appended to the URL; null: none
   * @param headers by name, with places for id and token only
   * @param contentType of the body
   * @param body null: none
   * @param token null: none
   */
  record SmsRequest(
      String method,
      @Nullable Template query,
      Map<String, Template> headers,
      String contentType,
      @Nullable Template body,
      @Nullable Hidden token) {
    public SmsRequest {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * A mail to one address.
   *
   * @param server that takes it in
   * @param from who it comes from; its domain names all mails of it
   * @param to who it goes to
   */
  record Email(String name, MailServer server, MailAddress from, MailAddress to)
      implements ChannelSettings {}

  /** A line on the terminal. */
  record Terminal(String name) implements ChannelSettings {}

  /**
   * A feed, which the subscriber fetches itself.
   *
   * @param tokenSha256 SHA-256 of the token that it shows, 64 hexadecimal digits, lower case
   */
  record Feed(String name, String tokenSha256) implements ChannelSettings {
    @Override
    public boolean isFetched() {
      return true;
    }

    /** No text shows the hash: a weak token could be guessed from it. */
    @Override
    public String toString() {
      return "Feed[name=" + name + "]";
    }
  }
}
