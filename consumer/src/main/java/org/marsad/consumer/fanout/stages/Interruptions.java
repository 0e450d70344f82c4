package org.marsad.consumer.fanout.stages;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.marsad.consumer.fanout.outcome.Reasons;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

/**
 * How often each recipient was interrupted in the last hour, by reality: an exercise never uses up
 * what is meant for the real. It follows from the deliveries, so that a restart changes nothing.
 *
 * <p>Confined to the loop's thread.
 */
final class Interruptions {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Set<Severity> MAY_BE_EXTREME = Set.of(Severity.EXTREME, Severity.UNKNOWN);

  private final Map<RecipientId, Map<Reality, Map<Sound, Instant>>> lastHour = new HashMap<>();

  /** What a record is known by that is read again: its time is cut to milliseconds by then. */
  private record Sound(String alertId, int revision) {}

  /** Whether a summary may stand for an alert at all. */
  static boolean mayBeLimited(Alert alert) {
    return !MAY_BE_EXTREME.contains(alert.getSeverity())
        && alert.getMessageType() != MessageType.CANCEL
        && !Priority.bypasses(alert);
  }

  /**
   * Takes in what became of an attempt, once however often it is read, and in whatever order; only
   * what made a sound counts, and no summary.
   */
  void add(Delivery delivery, Instant now) {
    if (delivery.getInterrupts()
        && !Reasons.isSummary(delivery)
        && isOfTheHour(delivery.getAt(), now)) {
      var recipient = new RecipientId(delivery.getSubscriber(), delivery.getChannel());
      var times = times(recipient, delivery.getReality());
      times.put(new Sound(delivery.getAlertId(), delivery.getRevision()), delivery.getAt());
      forget(times, now);
    }
  }

  /** Whether one more would be too many. */
  boolean isOver(Recipient recipient, Reality reality, Instant now) {
    var times = times(recipient.id(), reality);
    forget(times, now);
    return times.size() >= recipient.subscriber().interruptionsPerHour();
  }

  private Map<Sound, Instant> times(RecipientId recipient, Reality reality) {
    return lastHour
        .computeIfAbsent(recipient, unknown -> new EnumMap<>(Reality.class))
        .computeIfAbsent(reality, unknown -> new HashMap<>());
  }

  private static void forget(Map<Sound, Instant> times, Instant now) {
    times.values().removeIf(at -> !isOfTheHour(at, now));
  }

  private static boolean isOfTheHour(Instant at, Instant now) {
    return at.plus(HOUR).isAfter(now);
  }
}
