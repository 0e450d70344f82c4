package org.marsad.consumer.fanout.escalation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.Escalation;
import org.marsad.message.Alert;

/** That a subscriber may not answer an alert. */
final class Watch {
  private final String subscriber;
  private final Instant takenUp;
  private final Set<Escalation> taken = new HashSet<>();
  private Alert alert;
  private Origin origin;
  private @Nullable Instant lookAt;

  /**
   * @param takenUp when it began; counts only until an attempt is recorded
   */
  Watch(String subscriber, Alert alert, Origin origin, Instant takenUp) {
    this.subscriber = subscriber;
    this.alert = alert;
    this.origin = origin;
    this.takenUp = takenUp;
    origin.retain();
  }

  /** Goes on with a later revision, from where a restart would find it too. */
  void follow(Alert revision, Origin from) {
    follow(revision);
    from.retain();
    origin.release();
    origin = from;
  }

  /** Goes on with a later revision, from which alone a restart would not know of the watch. */
  void follow(Alert revision) {
    alert = revision;
  }

  void end() {
    origin.release();
  }

  /** Whether a step is taken now for the first time since our start. */
  boolean take(Escalation step) {
    return taken.add(step);
  }

  /** Whether there is nothing left to take. */
  boolean hasTaken(List<Escalation> steps) {
    return taken.containsAll(steps);
  }

  /** Whether a timer is to be set for this time: none is set that goes off before. */
  boolean lookAt(Instant at) {
    if (lookAt != null && !at.isBefore(lookAt)) {
      return false;
    }
    lookAt = at;
    return true;
  }

  /** Whether the timer that goes off is the one that counts. */
  boolean looks(Instant at) {
    if (!at.equals(lookAt)) {
      return false;
    }
    lookAt = null;
    return true;
  }

  String subscriber() {
    return subscriber;
  }

  Instant takenUp() {
    return takenUp;
  }

  Alert alert() {
    return alert;
  }

  Origin origin() {
    return origin;
  }
}
