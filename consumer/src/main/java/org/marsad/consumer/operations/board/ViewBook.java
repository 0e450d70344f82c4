package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.marsad.consumer.operations.stream.EventHub;
import org.marsad.message.Alert;

/**
 * The alerts as one viewer sees them, and the stream of what changes in them. Once an alert has
 * concerned a viewer, the viewer keeps seeing what becomes of it. The board's lock guards it.
 */
public final class ViewBook {
  /** How many alerts are kept, the newest by sentAt. */
  static final int MOST_ALERTS = 5_000;

  /** What is kept for readers that come back: some thousand events. */
  private static final int HISTORY_BYTES = 2 * 1024 * 1024;

  private final Viewer viewer;
  private final LatestRevisions<AlertItem> alerts = new LatestRevisions<>(MOST_ALERTS);
  private final EventHub events = new EventHub(UUID.randomUUID().toString(), HISTORY_BYTES);

  ViewBook(Viewer viewer) {
    this.viewer = viewer;
  }

  /** Whose it is. */
  public Viewer viewer() {
    return viewer;
  }

  /** What happens, for those who listen. */
  public EventHub events() {
    return events;
  }

  /** The newest alerts that match, newest first. */
  public LatestRevisions.Listing<AlertItem> list(Predicate<AlertItem> matches, int limit) {
    return alerts.list(matches, limit);
  }

  /** An alert, where the viewer may know of it. */
  public Optional<AlertItem> find(String id) {
    return alerts.find(id);
  }

  /**
   * Takes a newer revision in.
   *
   * @return the alert as it is now shown; empty where nothing is new to this viewer
   */
  Optional<AlertItem> take(Alert alert, boolean isPrivate) {
    var isKnown = alerts.contains(alert.getAlertId());
    if (!isKnown && !viewer.isConcerned(alert, isPrivate)) {
      return Optional.empty();
    }
    var seen = viewer.view(alert, isPrivate);
    if (seen.isEmpty()) {
      remove(alert.getAlertId(), alert.getRevision());
      return Optional.empty();
    }
    return seen.map(view -> new AlertItem(view, isPrivate)).filter(alerts::put);
  }

  /**
   * Looks at an alert anew, because its area's profile changed.
   *
   * @param revisions as they may be seen now; empty: not at all
   * @return the alert as it is now shown, where that differs from what was shown
   */
  Optional<AlertItem> review(String alertId, List<Alert> revisions, boolean isPrivate) {
    var before = alerts.find(alertId);
    var concerns = revisions.stream().anyMatch(alert -> viewer.isConcerned(alert, isPrivate));
    var now =
        revisions.isEmpty() || (before.isEmpty() && !concerns)
            ? Optional.<Alert>empty()
            : viewer.view(revisions.get(revisions.size() - 1), isPrivate);
    if (now.equals(before.map(AlertItem::alert))) {
      return Optional.empty();
    }
    before.ifPresent(known -> remove(alertId, known.revision()));
    var item = now.map(view -> new AlertItem(view, isPrivate));
    item.ifPresent(alerts::putBack);
    return item;
  }

  void publish(String event, JsonNode json) {
    events.publish(event, json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Readers drop it; who was away is reset, so that no earlier event brings it back. */
  private void remove(String alertId, int revision) {
    if (alerts.remove(alertId, revision)) {
      publish(
          "removed",
          JsonNodeFactory.instance.objectNode().put("alertId", alertId).put("revision", revision));
      events.forget();
    }
  }
}
