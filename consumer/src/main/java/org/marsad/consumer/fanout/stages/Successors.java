package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.marsad.consumer.fanout.memory.AgingMap;
import org.marsad.message.Alert;

/**
 * Which alerts were replaced by others, such as those of strikes that were merged: who was told of
 * the one replaced knows of the strike that the other speaks for now.
 *
 * <p>Confined to the loop's thread.
 */
final class Successors {
  private final AgingMap<String, Set<String>> replaced = new AgingMap<>();

  void take(Alert alert, Instant now) {
    if (alert.getReplacedBy() != null) {
      replaced.touch(alert.getReplacedBy(), now, LinkedHashSet::new).add(alert.getAlertId());
    }
  }

  /** An alert and those that it replaces. */
  Stream<String> withThoseBefore(String alertId) {
    var before = replaced.get(alertId);
    return before == null ? Stream.of(alertId) : Stream.concat(Stream.of(alertId), before.stream());
  }

  void forget(Instant before, int most) {
    replaced.forget(before, ids -> true, most);
  }
}
