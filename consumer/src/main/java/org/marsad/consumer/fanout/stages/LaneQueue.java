package org.marsad.consumer.fanout.stages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one recipient: the most urgent alert first, among equals the one that came first;
 * the revisions of one alert always in their order.
 *
 * <p>The first revision of each alert stands in line or is held back; it stays the first, and the
 * others behind it, until it is removed.
 */
final class LaneQueue {
  private static final Deque<Place> NONE = new ArrayDeque<>(0); // never filled

  private final Map<String, Deque<Place>> alerts = new HashMap<>();
  private final Queue<Turn> line = new PriorityQueue<>();
  private final Function<Task, Priority> priority;
  private final BiPredicate<Task, Task> supersedes;
  private long numbers;

  /** A task and its number: that of its arrival, or of the first task that it replaced. */
  private record Place(Task task, long number) {}

  /** A place in the line. */
  private record Turn(Place place, Priority priority) implements Comparable<Turn> {
    private static final Comparator<Turn> ORDER =
        Comparator.comparing(Turn::priority).thenComparingLong(turn -> turn.place.number);

    @Override
    public int compareTo(Turn other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param priority of a task, asked whenever it comes to stand in line
   * @param supersedes whether the first task, just come, makes the second needless
   */
  LaneQueue(Function<Task, Priority> priority, BiPredicate<Task, Task> supersedes) {
    this.priority = priority;
    this.supersedes = supersedes;
  }

  /**
   * Takes a task in.
   *
   * @return earlier revisions, oldest first, that it makes needless and has replaced
   */
  List<Task> add(Task task) {
    var revisions = alerts.computeIfAbsent(id(task), id -> new ArrayDeque<>());
    var first = revisions.peekFirst();
    var number = numbers++;
    var replaced = new ArrayList<Task>();
    while (!revisions.isEmpty() && supersedes.test(task, revisions.getLast().task)) {
      var last = revisions.removeLast();
      replaced.add(0, last.task);
      number = last.number;
    }
    revisions.addLast(new Place(task, number));
    if (first == null || replaced.contains(first.task)) {
      standInLine(revisions.getFirst());
    }
    return replaced;
  }

  /** The task whose turn it is, which leaves the line; null: there is none. */
  @Nullable Task next() {
    for (var turn = line.poll(); turn != null; turn = line.poll()) {
      if (isFirst(turn.place.task)) {
        return turn.place.task;
      }
    }
    return null;
  }

  /** Lets a task that has left the line stand in it again. */
  void putBack(Task task) {
    if (isFirst(task)) {
      standInLine(revisions(task).getFirst());
    }
  }

  /** Removes a task that was the next; the revision after it takes its turn. */
  void remove(Task task) {
    if (isFirst(task)) {
      revisions(task).removeFirst();
      lineUp(id(task));
    }
  }

  /** Removes all tasks of a kind, wherever they stand. */
  List<Task> removeIf(Predicate<Task> kind) {
    var removed = new ArrayList<Task>();
    for (var id : List.copyOf(alerts.keySet())) {
      var revisions = alerts.getOrDefault(id, NONE);
      var first = revisions.peekFirst();
      revisions.removeIf(place -> kind.test(place.task) && removed.add(place.task));
      if (!Objects.equals(revisions.peekFirst(), first)) {
        lineUp(id);
      }
    }
    return removed;
  }

  private void lineUp(String alertId) {
    var first = alerts.getOrDefault(alertId, NONE).peekFirst();
    if (first == null) {
      alerts.remove(alertId);
    } else {
      standInLine(first);
    }
  }

  private void standInLine(Place place) {
    line.add(new Turn(place, priority.apply(place.task)));
  }

  /** A turn whose task was replaced or removed is passed over. */
  private boolean isFirst(Task task) {
    var first = revisions(task).peekFirst();
    return first != null && first.task.equals(task);
  }

  private Deque<Place> revisions(Task task) {
    return alerts.getOrDefault(id(task), NONE);
  }

  private static String id(Task task) {
    return task.alert().getAlertId();
  }
}
