package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

/**
 * The real alerts from SEVERE that stand, by area: beside them no exercise may fill a telephone.
 *
 * <p>Confined to the loop's thread.
 */
final class StandingAlerts {
  private static final Set<Severity> GRAVE =
      Set.of(Severity.EXTREME, Severity.SEVERE, Severity.UNKNOWN);

  private final Map<String, Map<String, Instant>> expiryByArea = new HashMap<>();

  /** Takes the newest revision of an alert in. */
  void take(Alert alert, Instant now) {
    if (alert.getReality() != Reality.ACTUAL) {
      return;
    }
    var standing = expiryByArea.computeIfAbsent(alert.getArea(), area -> new LinkedHashMap<>());
    standing.remove(alert.getAlertId());
    if (alert.getMessageType() != MessageType.CANCEL && GRAVE.contains(alert.getSeverity())) {
      standing.put(alert.getAlertId(), alert.getExpiresAt());
    }
    var unused = isAny(alert.getArea(), now); // what has expired goes
  }

  /** Whether any stands in an area; what has expired goes. */
  boolean isAny(String area, Instant now) {
    var standing = expiryByArea.getOrDefault(area, new HashMap<>()).values().iterator();
    while (standing.hasNext()) {
      if (!standing.next().isBefore(now)) {
        return true;
      }
      standing.remove();
    }
    expiryByArea.remove(area);
    return false;
  }
}
