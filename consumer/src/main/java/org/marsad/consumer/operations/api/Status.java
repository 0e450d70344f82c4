package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.Viewer;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.consumer.reading.ReadingStatus;
import org.marsad.schemas.launch.Readiness;

/** How things stand, as the strip of the page and the heartbeat of the stream say it. */
public final class Status {
  /** An idle reader asks the broker every ten seconds whether it is there. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final Board board;
  private final Supplier<ReadingStatus> reading;
  private final Supplier<Readiness> health;
  private final Clock clock;

  /**
   * @param reading how far the reading of the topics has come
   * @param health what is wrong with the service
   */
  public Status(
      Board board, Supplier<ReadingStatus> reading, Supplier<Readiness> health, Clock clock) {
    this.board = board;
    this.reading = reading;
    this.health = health;
    this.clock = clock;
  }

  /** Its route, which answers at any time. */
  public List<Route> routes(Viewers viewers) {
    return List.of(
        Route.get("/status", "getStatus")
            .summary("What is wrong, if anything: broker, silent sources, who could not be told.")
            .access(Access.of(UserRole.VIEWER).orBound(UserRole.VIEWER))
            .answers("Status")
            .by(request -> Reply.json(json(viewers.of(request)))));
  }

  /** The same routes, which answer only once everything has been read. */
  public List<Route> onceRead(List<Route> routes) {
    return routes.stream()
        .map(
            route ->
                route.handledBy(
                    request -> isCaughtUp() ? route.handler().answer(request) : notYet()))
        .toList();
  }

  private static Reply notYet() {
    return Problem.of(503, "Still reading the topics: try again.").reply().with("Retry-After", "2");
  }

  /** Why nobody should rely on what is shown; empty: it is as the topics have it. */
  public Optional<String> obstacle() {
    var status = reading.get();
    var seenAt = status.brokerSeenAt();
    if (seenAt == null) {
      return Optional.of("the broker has not answered yet");
    }
    var silence = Duration.between(seenAt, clock.instant());
    if (silence.compareTo(LONGEST_SILENCE) > 0) {
      return Optional.of(
          "the broker has not answered for %d seconds: what is shown may be old"
              .formatted(silence.toSeconds()));
    }
    return status.caughtUp() ? Optional.empty() : Optional.of("catching up with the topics");
  }

  /** Whether everything that there was at the start has been read. */
  public boolean isCaughtUp() {
    return reading.get().caughtUp();
  }

  /** What anybody who is signed in may know; no number in it depends on what some may not see. */
  public ObjectNode heartbeat() {
    var status = reading.get();
    var now = clock.instant();
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("now", now.toString())
            .put("since", board.since().toString())
            .put("caughtUp", status.caughtUp())
            .put("areas", board.areas().changes());
    if (status.brokerSeenAt() != null) {
      json.put("brokerSecondsAgo", Duration.between(status.brokerSeenAt(), now).toSeconds());
    }
    return json;
  }

  /** All that a viewer may know. */
  ObjectNode json(Viewer viewer) {
    var json = heartbeat();
    var readiness = health.get();
    readiness.reason().ifPresent(reason -> json.put("reason", reason));
    if (viewer.subscriber() == null) {
      json.put("silentSources", board.silentSources())
          .put("standingMutes", board.standingMutes(viewer))
          .put("channelsNotTelling", board.channelsNotTelling(viewer))
          .put("readers", board.readers(viewer));
      json.set("unreadable", board.unreadable().json(viewer.seesPrivate()));
      var warnings = json.putArray("warnings");
      readiness.warnings().forEach(warning -> warnings.add(warning.text()));
    }
    return json;
  }
}
