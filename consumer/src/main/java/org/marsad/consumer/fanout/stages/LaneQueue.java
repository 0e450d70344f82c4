package org.marsad.consumer.fanout.stages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one recipient: the most urgent alert first, among equals the one that came first;
 * the revisions of one alert always in their order.
 *
 * <p>The first revision of each alert stands in line or is held back; it stays the first, and the
 * others behind it, until it is removed. An alert has one turn at most, so the line is never longer
 * than the number of alerts that wait.
 */
final class LaneQueue {
  private final Map<String, Revisions> alerts = new HashMap<>();
  private final TreeSet<Turn> line = new TreeSet<>();
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

  /** The waiting revisions of one alert, oldest first, and its turn. */
  private static final class Revisions {
    private final Deque<Place> places = new ArrayDeque<>(2);
    private @Nullable Turn turn;
  }

  /**
   * @param priority of a task, asked whenever it comes to stand in line
   * @param supersedes whether the first task, just come, makes the second needless
   */
  LaneQueue(Function<Task, Priority> priority, BiPredicate<Task, Task> supersedes) {
    this.priority = priority;
    this.supersedes = supersedes;
  }

  /** The newest revision of an alert that waits; null: none does. */
  @Nullable Task newest(String alertId) {
    var revisions = alerts.get(alertId);
    return revisions == null || revisions.places.isEmpty() ? null : revisions.places.getLast().task;
  }

  /**
   * Takes a task in.
   *
   * @return earlier revisions, oldest first, that it makes needless and has replaced
   */
  List<Task> add(Task task) {
    var revisions = alerts.computeIfAbsent(id(task), id -> new Revisions());
    var places = revisions.places;
    var first = places.peekFirst();
    var number = numbers++;
    var replaced = new ArrayList<Task>();
    while (!places.isEmpty() && supersedes.test(task, places.getLast().task)) {
      var last = places.removeLast();
      replaced.add(0, last.task);
      number = last.number;
    }
    places.addLast(new Place(task, number));
    if (!places.getFirst().equals(first)) {
      standInLine(revisions);
    }
    return replaced;
  }

  /** The task whose turn it is, which leaves the line; null: there is none. */
  @Nullable Task next() {
    var turn = line.pollFirst();
    if (turn == null) {
      return null;
    }
    var revisions = alerts.get(id(turn.place.task));
    if (revisions != null) {
      revisions.turn = null;
    }
    return turn.place.task;
  }

  /** Lets a task that has left the line stand in it again, unless it was replaced meanwhile. */
  void putBack(Task task) {
    var revisions = alerts.get(id(task));
    if (revisions != null && isFirst(revisions, task)) {
      standInLine(revisions);
    }
  }

  /** Whether a task is the first of its alert that waits. */
  boolean isFirst(Task task) {
    var revisions = alerts.get(id(task));
    return revisions != null && isFirst(revisions, task);
  }

  /** Removes a task that was the next; the revision after it takes its turn. */
  void remove(Task task) {
    var revisions = alerts.get(id(task));
    if (revisions != null && isFirst(revisions, task)) {
      revisions.places.removeFirst();
      lineUp(id(task), revisions);
    }
  }

  /** Removes all tasks of a kind, wherever they stand. */
  List<Task> removeIf(Predicate<Task> kind) {
    var removed = new ArrayList<Task>();
    for (var id : List.copyOf(alerts.keySet())) {
      var revisions = alerts.get(id);
      if (revisions != null) {
        var first = revisions.places.peekFirst();
        revisions.places.removeIf(place -> kind.test(place.task) && removed.add(place.task));
        if (!Objects.equals(revisions.places.peekFirst(), first)) {
          lineUp(id, revisions);
        }
      }
    }
    return removed;
  }

  private void lineUp(String alertId, Revisions revisions) {
    if (revisions.places.isEmpty()) {
      leaveTheLine(revisions);
      alerts.remove(alertId);
    } else {
      standInLine(revisions);
    }
  }

  private void standInLine(Revisions revisions) {
    leaveTheLine(revisions);
    var first = revisions.places.getFirst();
    var turn = new Turn(first, priority.apply(first.task));
    revisions.turn = turn;
    line.add(turn);
  }

  private void leaveTheLine(Revisions revisions) {
    if (revisions.turn != null) {
      line.remove(revisions.turn);
      revisions.turn = null;
    }
  }

  private static boolean isFirst(Revisions revisions, Task task) {
    var first = revisions.places.peekFirst();
    return first != null && first.task.equals(task);
  }

  private static String id(Task task) {
    return task.alert().getAlertId();
  }
}
