package org.marsad.consumer.feeds;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
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

  /**
   * Shows what is kept of an area as it may be shown now: what has become confidential must go,
   * also from what was published.
   *
   * @param now the alert as it may be shown; empty: not at all
   */
  synchronized void review(String area, Function<Alert, Optional<Alert>> now) {
    for (var kept : List.copyOf(alerts.values())) {
      if (!kept.newest().alert().getArea().equals(area)) {
        continue;
      }
      var reviewed =
          kept.revisions().stream().flatMap(message -> message.reviewed(now).stream()).toList();
      if (!reviewed.equals(kept.revisions())) {
        replace(kept, reviewed);
        changes++;
      }
    }
  }

  private void replace(KeptAlert kept, List<FeedMessage> left) {
    newest.remove(kept.newest());
    kept.revisions().forEach(superseded::remove);
    if (left.isEmpty()) {
      alerts.remove(kept.newest().alert().getAlertId());
      return;
    }
    var after = new KeptAlert(left);
    alerts.put(after.newest().alert().getAlertId(), after);
    newest.add(after.newest());
    superseded.addAll(left.subList(0, left.size() - 1));
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
    return List.of(new AlertReference(last.getRevision(), last.getSentAt(), last.getInterrupts()));
  }

  private void drop(@Nullable FeedMessage message) {
    if (message != null) {
      var alertId = message.alert().getAlertId();
      alerts.computeIfPresent(alertId, (id, alert) -> alert.without(message).orElse(null));
    }
  }
}
