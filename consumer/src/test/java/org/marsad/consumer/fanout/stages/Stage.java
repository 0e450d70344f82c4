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
  private final List<Delivery> recordedPrivately = new ArrayList<>();
  private final Share share = new Share(0);
  private final Share privately = new Share(0, true);
  private long offset;

  Stage(Instant now) {
    time = new ManualLoop(now);
  }

  Fanout fanout(Recipient... recipients) {
    return fanout(Team.roster(recipients));
  }

  Fanout fanout(Roster roster) {
    return new Fanout(
        roster,
        (delivery, isPrivate) -> {
          (isPrivate ? recordedPrivately : recorded).add(delivery);
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

  void publishPrivately(Fanout fanout, Alert alert) {
    fanout.accept(alert, privately, offset++);
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

  List<Delivery> recordedPrivately() {
    return recordedPrivately;
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
