package org.marsad.consumer.fanout.replies;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.channel.Replies;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;

/** The ways to answer that go out with a message. */
public final class ReplyOffer {
  /** Nobody can answer. */
  public static final ReplyOffer NONE = new ReplyOffer(null, null, () -> false);

  /** How long after the alert its links still work: the answer of a late team is news too. */
  static final Duration GRACE = Duration.ofHours(1);

  private static final Map<Role, List<Intent>> INTENTS =
      new EnumMap<>(
          Map.of(
              Role.RESCUE, List.of(Intent.SEEN, Intent.EN_ROUTE, Intent.CANNOT),
              Role.HOSPITAL, List.of(Intent.SEEN, Intent.PREPARED, Intent.CANNOT),
              Role.OPS, List.of(Intent.SEEN, Intent.CANNOT),
              Role.PUBLIC, List.of(),
              Role.ARCHIVE, List.of()));

  private final @Nullable ReplyKey key;
  private final @Nullable URI base;
  private final BooleanSupplier codes;

  private ReplyOffer(@Nullable ReplyKey key, @Nullable URI base, BooleanSupplier codes) {
    this.key = key;
    this.base = base;
    this.codes = codes;
  }

  /**
   * An offer.
   *
   * @param base where receivers reach our routes; null: no links
   * @param codes whether somebody takes answers by SMS now; safe from any thread
   */
  public static ReplyOffer of(ReplyKey key, @Nullable URI base, BooleanSupplier codes) {
    return new ReplyOffer(key, base, codes);
  }

  /** What a role can answer, in the order in which it is offered. */
  static List<Intent> intents(Role role) {
    return INTENTS.getOrDefault(role, List.of());
  }

  /**
   * The ways to answer one message. A withdrawal asks for no answer.
   *
   * @param channel that the message goes out over
   */
  public Replies to(Message message, Subscriber subscriber, String channel) {
    var intents = intents(subscriber.role());
    if (key == null
        || intents.isEmpty()
        || message.alert().getMessageType() == MessageType.CANCEL) {
      return Replies.NONE;
    }
    var links = new EnumMap<Intent, URI>(Intent.class);
    if (base != null) {
      var tickets = new Tickets(key);
      intents.forEach(
          intent ->
              links.put(
                  intent,
                  LinkUrl.of(base, tickets.sign(ticket(message, subscriber, channel, intent)))));
    }
    var code =
        codes.getAsBoolean()
            ? new ReplyCodes(key).of(message.alert().getAlertId(), subscriber.id())
            : null;
    return new Replies(links, code);
  }

  private static Ticket ticket(
      Message message, Subscriber subscriber, String channel, Intent intent) {
    var alert = message.alert();
    return new Ticket(
        alert.getAlertId(),
        alert.getRevision(),
        subscriber.id(),
        channel,
        intent,
        message.language(),
        alert.getExpiresAt().plus(GRACE));
  }
}
