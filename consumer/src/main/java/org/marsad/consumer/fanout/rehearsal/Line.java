package org.marsad.consumer.fanout.rehearsal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Reasons;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;

/**
 * What would have become of one revision for one subscriber over one channel; or of a summary,
 * which has an id of its own.
 *
 * @param subscriber its id
 * @param channel its name
 * @param alertId of the alert, or of the summary
 * @param revision of the alert; 1 for a summary
 * @param interrupts whether it rings there, first contact included
 * @param outcome {@code DELIVERED}: it would have been sent; else {@code SUPPRESSED}
 * @param reason why not; null where it would have been sent
 * @param at when, in event time, UTC
 * @param text the words that would have been shown, or are withheld
 */
public record Line(
    String subscriber,
    String channel,
    String alertId,
    int revision,
    boolean interrupts,
    String outcome,
    @Nullable String reason,
    Instant at,
    String text) {
  /** The line of a delivery that is final; empty where it is not. */
  static Optional<Line> of(Delivery delivery, String text) {
    if (delivery.getOutcome() == DeliveryOutcome.RETRY_LATER) {
      return Optional.empty();
    }
    return Optional.of(
        new Line(
            delivery.getSubscriber(),
            delivery.getChannel(),
            delivery.getAlertId(),
            delivery.getRevision(),
            delivery.getInterrupts(),
            delivery.getOutcome().name(),
            delivery.getReason(),
            delivery.getAt(),
            text));
  }

  /** Whether it stands for many alerts. */
  public boolean isSummary() {
    return alertId.startsWith(Reasons.SUMMARY);
  }

  /** Whether it would have been sent. */
  public boolean isDelivered() {
    return outcome.equals(DeliveryOutcome.DELIVERED.name());
  }

  /** One line of JSON; {@code reason} is absent where it would have been sent. */
  public String json() {
    var line =
        JsonNodeFactory.instance
            .objectNode()
            .put("subscriber", subscriber)
            .put("channel", channel)
            .put("alertId", alertId)
            .put("revision", revision)
            .put("interrupts", interrupts)
            .put("outcome", outcome);
    if (reason != null) {
      line.put("reason", reason);
    }
    return line.put("at", at.toString()).put("text", text).toString();
  }
}
