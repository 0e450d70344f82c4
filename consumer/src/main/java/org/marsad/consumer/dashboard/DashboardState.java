package org.marsad.consumer.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Confidential;
import org.marsad.consumer.audience.Projection;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.operations.board.AnswerBook;
import org.marsad.consumer.operations.board.LatestRevisions;
import org.marsad.consumer.operations.stream.EventHub;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Strike;

/**
 * What the page shows: the latest revision of the newest alerts and strikes, and the areas. What
 * changes goes to everybody who watches. Thread-safe.
 */
public final class DashboardState {
  /** How many alerts are kept, the newest by sentAt. */
  public static final int MAX_ALERTS = 5_000;

  /** How many strikes are kept, the newest by occurredFrom. */
  public static final int MAX_STRIKES = 20_000;

  /** What is kept for readers that come back: some thousand events. */
  private static final int HISTORY_BYTES = 2 * 1024 * 1024;

  private final AreaDirectory areas;
  private final Function<String, Optional<String>> sites;
  private final Instant since;
  private final LatestRevisions<Item> alerts = new LatestRevisions<>(MAX_ALERTS);
  private final AnswerBook answers = new AnswerBook(MAX_ALERTS);
  private final LatestRevisions<Item> strikes = new LatestRevisions<>(MAX_STRIKES);
  private final AtomicLong unreadable = new AtomicLong();
  private final EventHub events = new EventHub(UUID.randomUUID().toString(), HISTORY_BYTES);

  /**
   * An empty state that watches from now on and does not know the subscribers: of a hospital it
   * takes the id for that of its site.
   *
   * @param areas fed by {@link #onArea}
   */
  public DashboardState(AreaDirectory areas, Clock clock) {
    this(areas, Optional::of, clock);
  }

  /**
   * An empty state that watches from now on.
   *
   * @param areas fed by {@link #onArea}
   * @param sites the site that a subscriber speaks for, by the subscriber's id
   */
  public DashboardState(
      AreaDirectory areas, Function<String, Optional<String>> sites, Clock clock) {
    this.areas = areas;
    this.sites = sites;
    this.since = clock.instant();
  }

  /**
   * Takes a revision of an alert; an older one than the known is ignored. Where it may not be seen,
   * the alert is shown no more.
   */
  public void onAlert(Alert alert) {
    var item = view(alert);
    if (item.isEmpty()) {
      remove(alert.getAlertId(), alert.getRevision());
    } else if (alerts.put(item.get())) {
      show(item.get());
    }
  }

  /**
   * Takes what a team answered; it shows only with its alert. What a confidential site answers
   * shows to nobody here: that somebody answered would tell that there is one.
   */
  public void onAcknowledgement(Acknowledgement answer) {
    if (!isConfidential(answer.getSubscriber())) {
      answers.add(answer);
      showAnswers(answer.getAlertId());
    }
  }

  /** Takes a revision of a strike; an older one than the known is ignored. */
  public void onStrike(Strike strike) {
    var item = OperatorView.of(strike);
    if (strikes.put(item)) {
      events.publish("strike", item.json());
    }
  }

  /**
   * Takes an area's profile; readers see with the next heartbeat that the map changed. Of alerts
   * that name a site which is confidential by now, they see what may still be seen.
   */
  public void onArea(AreaProfile area) {
    areas.onProfile(area);
    alerts
        .list(item -> item.area().equals(area.getCode()), MAX_ALERTS)
        .items()
        .forEach(this::hideSites);
  }

  /** Takes note of a message that could not be read, so that the page can say so. */
  public void onUnreadable() {
    unreadable.incrementAndGet();
  }

  private Optional<Item> view(Alert alert) {
    return Confidential.without(alert, areas::profile)
        .flatMap(shown -> Projection.of(shown, Role.OPS, null))
        .map(seen -> OperatorView.of(seen, alert));
  }

  private void hideSites(Item known) {
    var alert = known.alert();
    if (alert == null) {
      return;
    }
    var now = view(alert);
    if (now.isPresent() && Arrays.equals(now.get().json(), known.json())) {
      return;
    }
    remove(known.id(), known.revision());
    now.filter(alerts::putBack).ifPresent(this::show);
  }

  private void show(Item alert) {
    events.publish("alert", alert.json());
    showAnswers(alert.id()); // they may have been read before it
  }

  /** Readers drop it; who was away is reset, so that no earlier event brings it back. */
  private void remove(String alertId, int revision) {
    if (alerts.remove(alertId, revision)) {
      var said =
          JsonNodeFactory.instance.objectNode().put("alertId", alertId).put("revision", revision);
      events.publish("removed", said.toString().getBytes(StandardCharsets.UTF_8));
      events.forget();
    }
  }

  private void showAnswers(String alertId) {
    if (alerts.contains(alertId)) {
      answers
          .of(alertId, this::isConfidential)
          .ifPresent(
              view -> events.publish("answers", view.toString().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private boolean isConfidential(String subscriber) {
    return sites.apply(subscriber).filter(areas::isConfidential).isPresent();
  }

  /** The answers to each alert that is shown, newest alert first. */
  List<ObjectNode> answers() {
    return alerts.list(item -> true, MAX_ALERTS).items().stream()
        .flatMap(item -> answers.of(item.id(), this::isConfidential).stream())
        .toList();
  }

  AreaDirectory areas() {
    return areas;
  }

  /** When the watching began, UTC. */
  Instant since() {
    return since;
  }

  LatestRevisions<Item> alerts() {
    return alerts;
  }

  LatestRevisions<Item> strikes() {
    return strikes;
  }

  /** Messages that could not be read since the start, a count. */
  long unreadable() {
    return unreadable.get();
  }

  EventHub events() {
    return events;
  }
}
