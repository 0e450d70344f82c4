package org.marsad.consumer.replies;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
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
   * The links that answer an alert, by what each says. A withdrawal asks for no answer.
   *
   * @param language of the pages behind them
   * @param channel that the alert goes out over
   * @return in the order in which they are offered; empty: none
   */
  public Map<Intent, URI> links(
      Alert alert, Locale language, Subscriber subscriber, String channel) {
    var links = new EnumMap<Intent, URI>(Intent.class);
    if (key == null || base == null || !asks(alert, subscriber)) {
      return links;
    }
    var tickets = new Tickets(key);
    for (var intent : intents(subscriber.role())) {
      var ticket =
          new Ticket(
              alert.getAlertId(),
              alert.getRevision(),
              subscriber.id(),
              channel,
              intent,
              language,
              alert.getExpiresAt().plus(GRACE));
      links.put(intent, LinkUrl.of(base, tickets.sign(ticket)));
    }
    return links;
  }

  /** The code that answers an alert by SMS; null: none. */
  public @Nullable String code(Alert alert, Subscriber subscriber) {
    return key != null && asks(alert, subscriber) && codes.getAsBoolean()
        ? new ReplyCodes(key).of(alert.getAlertId(), subscriber.id())
        : null;
  }

  private static boolean asks(Alert alert, Subscriber subscriber) {
    return !intents(subscriber.role()).isEmpty() && alert.getMessageType() != MessageType.CANCEL;
  }
}
