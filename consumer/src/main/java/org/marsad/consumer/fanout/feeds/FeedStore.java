package org.marsad.consumer.fanout.feeds;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.AlertReference;

/**
 * The newest alerts with their revisions, as many as fit. Where it is full, superseded revisions go
 * first, the oldest of all; then the alerts that would be gone first anyway. Thread-safe.
 */
final class FeedStore {
  private final int capacity;
  private final Map<String, KeptAlert> alerts = new HashMap<>();
  private final TreeSet<FeedMessage> superseded =
      new TreeSet<>(
          Comparator.comparing(FeedMessage::sentAt).thenComparing(FeedMessage::identifier));
  private final TreeSet<FeedMessage> newest =
      new TreeSet<>(
          Comparator.comparing(FeedMessage::staysUntil).thenComparing(FeedMessage::identifier));
  private long changes;

  /**
   * An empty store.
   *
   * @param capacity how many revisions are kept, at least 1
   */
  FeedStore(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: " + capacity + " (expected: >= 1)");
    }
    this.capacity = capacity;
  }

  /** Takes a revision; one that is not newer than the newest known is ignored. */
  synchronized void put(Alert alert) {
    var known = alerts.get(alert.getAlertId());
    if (known != null && known.newest().alert().getRevision() >= alert.getRevision()) {
      return;
    }
    var message = new FeedMessage(alert, earlier(alert, known));
    if (known != null) {
      newest.remove(known.newest());
      superseded.add(known.newest());
    }
    newest.add(message);
    alerts.put(
        alert.getAlertId(), known == null ? new KeptAlert(List.of(message)) : known.with(message));
    if (superseded.size() + newest.size() > capacity) {
      drop(superseded.isEmpty() ? newest.pollFirst() : superseded.pollFirst());
    }
    changes++;
  }

  /** All alerts, in no order. */
  synchronized List<KeptAlert> alerts() {
    return List.copyOf(alerts.values());
  }

  /** How often it changed. */
  synchronized long changes() {
    return changes;
  }

  /** The alert that a message of this name belongs to. */
  synchronized Optional<KeptAlert> withMessage(String identifier) {
    return alerts.values().stream()
        .filter(
            alert -> alert.revisions().stream().anyMatch(m -> m.identifier().equals(identifier)))
        .findFirst();
  }

  /** Where all earlier revisions have expired, the latest of them: a message must name one. */
  private static List<AlertReference> earlier(Alert alert, @Nullable KeptAlert known) {
    if (!alert.getReferences().isEmpty() || known == null) {
      return alert.getReferences();
    }
    var last = known.newest().alert();
    return List.of(new AlertReference(last.getRevision(), last.getSentAt()));
  }

  private void drop(@Nullable FeedMessage message) {
    if (message != null) {
      var alertId = message.alert().getAlertId();
      alerts.computeIfPresent(alertId, (id, alert) -> alert.without(message).orElse(null));
    }
  }
}
