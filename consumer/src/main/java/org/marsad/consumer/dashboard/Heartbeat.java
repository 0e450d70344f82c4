package org.marsad.consumer.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.marsad.consumer.reading.ReadingStatus;

/**
 * Says that we are alive and how far we have come, so that the page can tell calm from silence. It
 * has no id and is never replayed.
 */
final class Heartbeat {
  private final DashboardState state;
  private final Supplier<ReadingStatus> reading;
  private final Clock clock;

  Heartbeat(DashboardState state, Supplier<ReadingStatus> reading, Clock clock) {
    this.state = state;
    this.reading = reading;
    this.clock = clock;
  }

  /** A frame with the facts of now. */
  byte[] frame() {
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
    return SseFrame.event(null, "heartbeat", facts.toString());
  }
}
