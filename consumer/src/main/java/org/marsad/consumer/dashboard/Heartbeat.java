package org.marsad.consumer.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.marsad.consumer.operations.stream.SseFrame;
import org.marsad.consumer.reading.ReadingStatus;

/**
 * Says that we are alive, how far we have come and whether alerts go out, so that the page can tell
 * calm from silence. It has no id and is never replayed.
 */
final class Heartbeat {
  private final DashboardState state;
  private final Supplier<ReadingStatus> reading;
  private final Supplier<Optional<String>> trouble;
  private final Clock clock;

  /**
   * @param trouble why alerts are not being sent; empty: they are
   */
  Heartbeat(
      DashboardState state,
      Supplier<ReadingStatus> reading,
      Supplier<Optional<String>> trouble,
      Clock clock) {
    this.state = state;
    this.reading = reading;
    this.trouble = trouble;
    this.clock = clock;
  }

  /** A frame with the facts of now. */
  byte[] frame() {
    return SseFrame.event(null, "heartbeat", facts().toString());
  }

  /** The facts of now; {@code trouble} only where there is one. */
  ObjectNode facts() {
    var now = clock.instant();
    var status = reading.get();
    var facts =
        JsonNodeFactory.instance
            .objectNode()
            .put("since", state.since().toString())
            .put("caughtUp", status.caughtUp())
            .put("unreadable", state.unreadable())
            .put("areas", state.areas().changes())
            .put("clients", state.events().clients());
    if (status.brokerSeenAt() != null) {
      facts.put("brokerSecondsAgo", Duration.between(status.brokerSeenAt(), now).toSeconds());
    }
    trouble.get().ifPresent(reason -> facts.put("trouble", reason));
    return facts;
  }
}
