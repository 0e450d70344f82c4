package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marsad.message.Alert;
import org.marsad.message.Mute;
import org.marsad.message.Severity;

/**
 * The mutes in force, and what each covers. Where it is unclear whether one covers an alert, it
 * does not.
 *
 * <p>Confined to the loop's thread.
 */
final class Mutes {
  private static final Set<Severity> MAY_BE_EXTREME = Set.of(Severity.EXTREME, Severity.UNKNOWN);
  private static final Comparator<Mute> OLDEST_FIRST =
      Comparator.comparing(Mute::getSetAt).thenComparing(Mute::getMuteId);

  private final Map<String, Map<String, Mute>> byArea = new HashMap<>();

  /** Takes a mute in, in place of an earlier record of it. What is over is not kept. */
  void take(Mute mute, Instant now) {
    var mutes = byArea.computeIfAbsent(mute.getArea(), area -> new HashMap<>());
    mutes.put(mute.getMuteId(), mute);
    mutes.values().removeIf(known -> isOver(known, now));
  }

  /** The oldest that covers an alert to a subscriber. */
  Optional<Mute> covering(Alert alert, String subscriber, Instant now) {
    return byArea.getOrDefault(alert.getArea(), Map.of()).values().stream()
        .filter(mute -> holds(mute, now) && covers(mute, alert, subscriber))
        .min(OLDEST_FIRST);
  }

  private static boolean holds(Mute mute, Instant now) {
    return !isOver(mute, now) && !now.isBefore(mute.getSetAt());
  }

  private static boolean isOver(Mute mute, Instant now) {
    return mute.getLiftedAt() != null || !now.isBefore(mute.getExpiresAt());
  }

  private static boolean covers(Mute mute, Alert alert, String subscriber) {
    return mute.getReality() == alert.getReality()
        && (mute.getSubject() == null || mute.getSubject() == alert.getSubject().getKind())
        && (mute.getSubscriber() == null || mute.getSubscriber().equals(subscriber))
        && (mute.getExtreme() || !MAY_BE_EXTREME.contains(alert.getSeverity()))
        && coversPlace(mute, alert);
  }

  /** An alert that is also about another neighbourhood, or about no known one, is not covered. */
  private static boolean coversPlace(Mute mute, Alert alert) {
    return mute.getNeighbourhood() == null
        || (alert.getNeighbourhoodsInAll() <= 1
            && Set.copyOf(alert.getNeighbourhoods()).equals(Set.of(mute.getNeighbourhood())));
  }
}
