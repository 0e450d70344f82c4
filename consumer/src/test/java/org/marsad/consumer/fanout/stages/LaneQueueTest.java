package org.marsad.consumer.fanout.stages;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.wave;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.Alert;
import org.marsad.message.Rule;

class LaneQueueTest {
  private static final Share SHARE = new Share(0);

  @Test
  void shouldGiveTheMostUrgentFirstAndAmongEqualsTheOneThatCameFirst() {
    // Given
    var queue = queue(false);
    var wave = task("wave", Rule.WAVE, 1);
    var other = task("other", Rule.WAVE, 1);
    var repeat = task("repeat", Rule.REPEAT_STRIKE, 1);
    // When
    List.of(wave, other, repeat).forEach(queue::add);
    // Then
    assertThat(drained(queue)).containsExactly(repeat, wave, other);
  }

  @Test
  void shouldKeepTheRevisionsOfAnAlertInTheirOrder() {
    // Given
    var queue = queue(false);
    var first = task("wave", Rule.WAVE, 1);
    var urgent = task("wave", Rule.REPEAT_STRIKE, 2);
    queue.add(first);
    queue.add(urgent);
    // When, then
    assertThat(queue.next()).isEqualTo(first);
    assertThat(queue.next()).isNull();
    queue.putBack(first);
    assertThat(queue.next()).isEqualTo(first);
    queue.remove(first);
    assertThat(queue.next()).isEqualTo(urgent);
  }

  @Test
  void shouldGiveTheNewestRevisionThePlaceOfThoseItReplaces() {
    // Given
    var queue = queue(true);
    var old = task("wave", Rule.WAVE, 1);
    var other = task("other", Rule.WAVE, 1);
    var newer = task("wave", Rule.WAVE, 2);
    // When
    queue.add(old);
    queue.add(other);
    // Then
    assertThat(queue.add(newer)).containsExactly(old);
    assertThat(drained(queue)).containsExactly(newer, other);
  }

  @Test
  void shouldRemoveTasksWhereverTheyStand() {
    // Given
    var queue = queue(false);
    var theirs = new Share(0);
    var first = task(residential().setAlertId("a").build(), theirs, 1);
    var second = task("a", Rule.WAVE, 2);
    queue.add(first);
    queue.add(second);
    // When
    var removed = queue.removeIf(task -> task.origin().share().equals(theirs));
    // Then
    assertThat(removed).containsExactly(first);
    assertThat(drained(queue)).containsExactly(second);
  }

  /** Against the slow and obvious way: sort what is first of its alert, take one, and so on. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldAgreeWithSortingEachTime(long seed) {
    var random = new Random(seed);
    var queue = queue(false);
    var waiting = new ArrayList<Task>();
    for (var step = 0; step < 400; step++) {
      if (random.nextInt(3) > 0) {
        var rule = random.nextInt(4) == 0 ? Rule.REPEAT_STRIKE : Rule.WAVE;
        var task = task("alert-" + random.nextInt(12), rule, step);
        queue.add(task);
        waiting.add(task);
      } else {
        var expected = mostUrgent(waiting);
        var next = queue.next();
        assertThat(next).isEqualTo(expected);
        if (next != null) {
          queue.remove(next);
          waiting.remove(next);
        }
      }
    }
  }

  private static @Nullable Task mostUrgent(List<Task> waiting) {
    var firsts = new LinkedHashMap<String, Task>();
    waiting.forEach(task -> firsts.putIfAbsent(task.alert().getAlertId(), task));
    return firsts.values().stream()
        .min(comparing(LaneQueueTest::priority).thenComparing(task -> task.origin().offset()))
        .orElse(null);
  }

  private static LaneQueue queue(boolean replacing) {
    return new LaneQueue(LaneQueueTest::priority, (newer, waiting) -> replacing);
  }

  private static Priority priority(Task task) {
    return Priority.of(task.alert(), false, false);
  }

  private static List<Task> drained(LaneQueue queue) {
    var tasks = new ArrayList<Task>();
    for (var task = queue.next(); task != null; task = queue.next()) {
      tasks.add(task);
      queue.remove(task);
    }
    return tasks;
  }

  /** A lane whose receiver is away for hours must not remember each turn that was replaced. */
  @Test
  void shouldKeepOneTurnForEachAlertHoweverOftenItIsReplaced() {
    // Given
    var queue = queue(true);
    // When
    for (var revision = 1; revision <= 1_000; revision++) {
      var newer = task("wave", Rule.WAVE, revision);
      queue.add(newer);
      queue.putBack(newer);
    }
    // Then
    assertThat(queue.next()).isNotNull();
    assertThat(queue.next()).isNull();
  }

  private static Task task(String alertId, Rule rule, int revision) {
    var alert = rule == Rule.REPEAT_STRIKE ? repeat() : wave();
    return task(
        alert.setAlertId(alertId).setRevision(Math.max(1, revision)).build(), SHARE, revision);
  }

  private static Task task(Alert alert, Share share, long offset) {
    return new Task(
        alert, new Views(alert, new ViewDigest()), false, new ShareOrigin(share, offset));
  }
}
