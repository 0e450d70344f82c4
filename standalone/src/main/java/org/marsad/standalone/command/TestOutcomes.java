package org.marsad.standalone.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;

/** What became of a test, by channel, and when each last reached its receiver before. */
final class TestOutcomes {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private final String alertId;
  private final String subscriber;
  private final Collection<String> channels;
  private final Map<String, Delivery> outcomes = new TreeMap<>();
  private final Map<String, Instant> successes = new TreeMap<>();
  private @Nullable Long newest;

  /**
   * @param channels to wait for; empty: not known
   */
  TestOutcomes(String alertId, String subscriber, Collection<String> channels) {
    this.alertId = alertId;
    this.subscriber = subscriber;
    this.channels = channels;
  }

  /** Takes a delivery in, of whatever alert and whomever. */
  synchronized void add(Delivery delivery) {
    if (!delivery.getSubscriber().equals(subscriber)) {
      return;
    }
    if (delivery.getAlertId().equals(alertId)) {
      outcomes.put(delivery.getChannel(), delivery);
      newest = System.nanoTime();
    } else if (delivery.getOutcome() == DeliveryOutcome.DELIVERED) {
      successes.merge(
          delivery.getChannel(),
          delivery.getAt(),
          (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /**
   * Whether every channel has its final outcome.
   *
   * @param settled how long nothing may have come, where the channels are not known
   */
  synchronized boolean isComplete(Duration settled) {
    var since = newest;
    var waits =
        outcomes.values().stream().anyMatch(d -> d.getOutcome() == DeliveryOutcome.RETRY_LATER);
    if (since == null || waits || !outcomes.keySet().containsAll(channels)) {
      return false;
    }
    return !channels.isEmpty() || System.nanoTime() - since > settled.toNanos();
  }

  synchronized boolean isEmpty() {
    return outcomes.isEmpty();
  }

  synchronized boolean allDelivered() {
    return !outcomes.isEmpty()
        && outcomes.keySet().containsAll(channels)
        && outcomes.values().stream().allMatch(d -> d.getOutcome() == DeliveryOutcome.DELIVERED);
  }

  /** A line for each channel. */
  synchronized List<String> lines(Instant now) {
    var all = new TreeSet<>(outcomes.keySet());
    all.addAll(channels);
    var lines = new ArrayList<String>();
    for (var channel : all) {
      var before = successes.get(channel);
      lines.add(
          "%-16s %-24s last success before: %s"
              .formatted(
                  channel,
                  outcome(outcomes.get(channel)),
                  before == null ? "never" : age(Duration.between(before, now)) + " ago"));
    }
    return lines;
  }

  private static String outcome(@Nullable Delivery delivery) {
    if (delivery == null) {
      return "nothing yet";
    }
    return delivery.getReason() == null
        ? delivery.getOutcome().name()
        : delivery.getOutcome() + " " + delivery.getReason();
  }

  private static String age(Duration age) {
    var seconds = Math.max(0, age.toSeconds());
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " min";
    }
    return seconds < DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
  }
}
