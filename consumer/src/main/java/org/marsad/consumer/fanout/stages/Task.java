package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;

/** One revision of an alert for one recipient. */
final class Task {
  private final Alert alert;
  private final Views views;
  private final boolean onlyIfTold;
  private final ShareOrigin origin;
  private final @Nullable Instant notBefore;

  private Task(
      Alert alert,
      Views views,
      boolean onlyIfTold,
      ShareOrigin origin,
      @Nullable Instant notBefore) {
    this.alert = alert;
    this.views = views;
    this.onlyIfTold = onlyIfTold;
    this.origin = origin;
    this.notBefore = notBefore;
  }

  /**
   * A task.
   *
   * @param views of the alert, shared by all its tasks
   * @param onlyIfTold send only where an earlier revision was told
   * @param origin where the alert came from
   */
  Task(Alert alert, Views views, boolean onlyIfTold, ShareOrigin origin) {
    this(alert, views, onlyIfTold, origin, alert.getNotBefore());
  }

  /**
   * The task where an earlier revision still waits for its time: unless this one interrupts of its
   * own, it goes in the place of that one, and no sooner.
   */
  Task after(@Nullable Task waiting) {
    return waiting == null || waiting.notBefore == null || alert.getInterrupts()
        ? this
        : new Task(alert, views, onlyIfTold, origin, waiting.notBefore);
  }

  Alert alert() {
    return alert;
  }

  Views views() {
    return views;
  }

  boolean onlyIfTold() {
    return onlyIfTold;
  }

  ShareOrigin origin() {
    return origin;
  }

  /** Whether it is for a confidential site alone. */
  boolean isPrivate() {
    return origin.share().isPrivate();
  }

  /** When it may make a sound; null: at once. */
  @Nullable Instant notBefore() {
    return notBefore;
  }
}
