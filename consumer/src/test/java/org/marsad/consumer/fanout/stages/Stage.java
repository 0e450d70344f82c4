package org.marsad.consumer.fanout.stages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;

/** A fan-out whose time moves by hand, one partition of alerts, and what was recorded. */
final class Stage {
  final ManualLoop time;
  private final List<Delivery> recorded = new ArrayList<>();
  private final Share share = new Share(0);
  private long offset;

  Stage(Instant now) {
    time = new ManualLoop(now);
  }

  Fanout fanout(Recipient... recipients) {
    return new Fanout(
        Team.roster(recipients),
        delivery -> {
          recorded.add(delivery);
          return CompletableFuture.completedFuture(null);
        },
        new Backoff(Backoff.STEPS, BackoffTest.LONGEST),
        time,
        time);
  }

  void publish(Fanout fanout, Alert alert) {
    fanout.accept(alert, share, offset++);
    time.settle();
  }

  void settle() {
    time.settle();
  }

  void pass(Duration duration) {
    time.pass(duration);
  }

  List<Delivery> recorded() {
    return recorded;
  }

  /** Revision, outcome and reason of each. */
  List<String> outcomes() {
    return recorded.stream()
        .map(
            delivery ->
                "%d %s %s"
                    .formatted(delivery.getRevision(), delivery.getOutcome(), delivery.getReason()))
        .toList();
  }

  long committable() {
    return share.committable();
  }
}
