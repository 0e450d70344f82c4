package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marsad.message.Alert;
import org.marsad.message.Severity;
import org.marsad.message.Silence;

/**
 * The silences in force, and what each covers. Where it is unclear whether one covers an alert, it
 * does not.
 *
 * <p>Confined to the loop's thread.
 */
final class Silences {
  private static final Set<Severity> MAY_BE_EXTREME = Set.of(Severity.EXTREME, Severity.UNKNOWN);
  private static final Comparator<Silence> OLDEST_FIRST =
      Comparator.comparing(Silence::getSetAt).thenComparing(Silence::getSilenceId);

  private final Map<String, Silence> silences = new HashMap<>();

  /** Takes a silence in, in place of an earlier record of it. */
  void take(Silence silence) {
    silences.put(silence.getSilenceId(), silence);
  }

  /** The oldest that covers an alert to a subscriber. */
  Optional<Silence> covering(Alert alert, String subscriber, Instant now) {
    return silences.values().stream()
        .filter(silence -> holds(silence, now) && covers(silence, alert, subscriber))
        .min(OLDEST_FIRST);
  }

  private static boolean holds(Silence silence, Instant now) {
    return silence.getLiftedAt() == null
        && !now.isBefore(silence.getSetAt())
        && now.isBefore(silence.getExpiresAt());
  }

  private static boolean covers(Silence silence, Alert alert, String subscriber) {
    return silence.getReality() == alert.getReality()
        && silence.getArea().equals(alert.getArea())
        && (silence.getRule() == null || silence.getRule() == alert.getRule())
        && (silence.getSubscriber() == null || silence.getSubscriber().equals(subscriber))
        && (silence.getExtreme() || !MAY_BE_EXTREME.contains(alert.getSeverity()))
        && coversPlace(silence, alert);
  }

  /** An alert that is also about another neighbourhood, or about no known one, is not covered. */
  private static boolean coversPlace(Silence silence, Alert alert) {
    return silence.getNeighbourhood() == null
        || Set.copyOf(alert.getNeighbourhoods()).equals(Set.of(silence.getNeighbourhood()));
  }
}
