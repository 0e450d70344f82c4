package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.QuietHours;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Severity;
import org.marsad.message.Urgency;

/**
 * What waits for the end of a subscriber's quiet hours: what is neither immediate nor extreme, nor
 * may be. A withdrawal never waits: somebody may be acting on what it withdraws.
 */
final class QuietRule {
  private static final Set<Urgency> PRESSING = Set.of(Urgency.IMMEDIATE, Urgency.UNKNOWN);
  private static final Set<Severity> GRAVE = Set.of(Severity.EXTREME, Severity.UNKNOWN);

  private QuietRule() {}

  /** When an alert may go at the earliest; empty: now. */
  static Optional<Instant> until(Alert alert, @Nullable QuietHours hours, Instant now) {
    return hours != null && canWait(alert) && hours.isQuiet(now)
        ? Optional.of(hours.endAfter(now))
        : Optional.empty();
  }

  private static boolean canWait(Alert alert) {
    return !Priority.bypasses(alert)
        && alert.getMessageType() != MessageType.CANCEL
        && !PRESSING.contains(alert.getUrgency())
        && !GRAVE.contains(alert.getSeverity());
  }
}
