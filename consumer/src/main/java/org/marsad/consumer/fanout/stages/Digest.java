package org.marsad.consumer.fanout.stages;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of one reality that wait for one summary. Confined to the loop's thread. */
final class Digest {
  /** The least time between two. */
  static final Duration EVERY = Duration.ofMinutes(15);

  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private Instant from = Instant.MIN;
  private Instant due = Instant.MIN;
  private int attempts;
  private @Nullable Instant sentAt;

  /**
   * Takes a message in, in place of an earlier revision.
   *
   * @return when the summary is due
   */
  Instant add(Task task, Instant now) {
    if (tasks.isEmpty()) {
      from = now;
      attempts = 0;
      due =
          sentAt == null || sentAt.plus(EVERY).isBefore(now) ? now.plus(EVERY) : sentAt.plus(EVERY);
    }
    tasks.put(task.alert().getAlertId(), task);
    return due;
  }

  boolean isDue(Instant now) {
    return !tasks.isEmpty() && !now.isBefore(due);
  }

  /** What waits, the first that came first. */
  List<Task> tasks() {
    return List.copyOf(tasks.values());
  }

  /** One does not wait any more. */
  void remove(Task task) {
    tasks.remove(task.alert().getAlertId(), task);
  }

  /** When the first of them began to wait. */
  Instant from() {
    return from;
  }

  /** Counts an attempt, and gives its number. */
  int attempt() {
    attempts++;
    return attempts;
  }

  /** It is tried again. */
  void dueAgain(Instant at) {
    due = at;
  }

  /** It has arrived, or nobody waits for it any more. */
  void sent(Instant at) {
    sentAt = at;
    tasks.clear();
  }
}
