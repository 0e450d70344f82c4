package org.marsad.consumer.fanout.stages;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.marsad.consumer.channels.Reasons;
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

  private final Map<RecipientId, Map<Reality, LastHour>> lastHours = new HashMap<>();

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
      lastHour(recipient, delivery.getReality())
          .add(new Sound(delivery.getAlertId(), delivery.getRevision()), delivery.getAt(), now);
    }
  }

  /** Whether one more would be too many. */
  boolean isOver(Recipient recipient, Reality reality, Instant now) {
    return lastHour(recipient.id(), reality).count(now)
        >= recipient.subscriber().interruptionsPerHour();
  }

  private LastHour lastHour(RecipientId recipient, Reality reality) {
    return lastHours
        .computeIfAbsent(recipient, unknown -> new EnumMap<>(Reality.class))
        .computeIfAbsent(reality, unknown -> new LastHour());
  }

  private static boolean isOfTheHour(Instant at, Instant now) {
    return at.plus(HOUR).isAfter(now);
  }

  /**
   * What made a sound within the hour, also by its time, so that only what is over is looked at.
   */
  private static final class LastHour {
    private final Map<Sound, Instant> times = new HashMap<>();
    private final NavigableMap<Instant, Set<Sound>> byTime = new TreeMap<>();

    void add(Sound sound, Instant at, Instant now) {
      var before = times.put(sound, at);
      if (before != null) {
        remove(sound, before);
      }
      byTime.computeIfAbsent(at, time -> new HashSet<>()).add(sound);
      forget(now);
    }

    int count(Instant now) {
      forget(now);
      return times.size();
    }

    private void forget(Instant now) {
      while (!byTime.isEmpty() && !isOfTheHour(byTime.firstKey(), now)) {
        times.keySet().removeAll(byTime.pollFirstEntry().getValue());
      }
    }

    private void remove(Sound sound, Instant at) {
      var sameTime = byTime.get(at);
      if (sameTime != null && sameTime.remove(sound) && sameTime.isEmpty()) {
        byTime.remove(at);
      }
    }
  }
}
