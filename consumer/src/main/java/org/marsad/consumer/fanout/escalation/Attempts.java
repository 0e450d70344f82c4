package org.marsad.consumer.fanout.escalation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Reasons;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;

/** What became of the attempts to tell one subscriber of one alert, by channel. */
final class Attempts {
  private final Map<String, Channel> channels = new HashMap<>();

  /**
   * @param triedAt when it was first tried; null: not yet
   * @param toldAt when it first arrived; null: not yet
   * @param last the newest outcome
   */
  private record Channel(
      @Nullable Instant triedAt, @Nullable Instant toldAt, DeliveryOutcome last) {}

  void add(Delivery delivery) {
    var known = channels.get(delivery.getChannel());
    var tried = known == null ? null : known.triedAt;
    var told = known == null ? null : known.toldAt;
    var outcome = delivery.getOutcome();
    if (tried == null && delivery.getAttempt() > 0 && outcome != DeliveryOutcome.SUPPRESSED) {
      tried = delivery.getAt();
    }
    if (told == null && Reasons.tells(delivery)) {
      told = delivery.getAt();
    }
    channels.put(delivery.getChannel(), new Channel(tried, told, outcome));
  }

  /** Whether a channel was tried. */
  boolean isTried(String channel) {
    var known = channels.get(channel);
    return known != null && known.triedAt != null;
  }

  /** When the first of these channels had it, else when the first was tried; null: none was. */
  @Nullable Instant since(Collection<String> names) {
    Instant tried = null;
    Instant told = null;
    for (var name : names) {
      var known = channels.get(name);
      tried = known == null ? tried : first(tried, known.triedAt);
      told = known == null ? told : first(told, known.toldAt);
    }
    return told == null ? tried : told;
  }

  /** Whether something is recorded of any of these channels. */
  boolean isKnown(Collection<String> names) {
    return names.stream().anyMatch(channels::containsKey);
  }

  /** Whether each of these channels was given up, and none was ever reached. */
  boolean isGivenUp(Collection<String> names) {
    return !names.isEmpty()
        && names.stream()
            .map(channels::get)
            .allMatch(
                known ->
                    known != null && known.toldAt == null && known.last == DeliveryOutcome.GAVE_UP);
  }

  private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
