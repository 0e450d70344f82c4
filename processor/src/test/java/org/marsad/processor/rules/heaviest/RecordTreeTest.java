package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTreeTest {
  private static final int COLUMN = 4;

  private final MemoryLedger store = new MemoryLedger();

  @ParameterizedTest
  @ValueSource(longs = {20, 200, 5_000, 40_000})
  void shouldFindTheSameDaysAsASortedMapWhateverIsSet(long days) {
    var random = new Random(days);
    var values = new TreeMap<Long, Integer>();
    for (var step = 0; step < 2_000; step++) {
      // Given a tree as it comes from the store
      var tree = new RecordTree("town", store);
      var day = random.nextLong(days);
      var value = random.nextInt(3) == 0 ? 0 : random.nextInt(10);
      // When
      tree.set(day, row(value));
      values.put(day, value);
      // Then
      var from = random.nextLong(days);
      var reach = random.nextLong(days);
      var bound = 1 + random.nextInt(9);
      assertThat(tree.latestBefore(from, from - reach, row -> row.get(COLUMN) >= bound))
          .as("%d days, step %d: within %d before %d, %d", days, step, reach, from, bound)
          .isEqualTo(latestBefore(values, from, from - reach, bound));
      assertThat(tree.firstAfter(from, from + reach, row -> row.get(COLUMN) >= bound))
          .as("%d days, step %d: within %d after %d, %d", days, step, reach, from, bound)
          .isEqualTo(firstAfter(values, from, from + reach, bound));
      tree.flush();
    }
  }

  @Test
  void shouldFindTheDayOnWhichTwoScopesReachAValueTogether() {
    var random = new Random(5);
    for (var round = 0; round < 200; round++) {
      var tree = new RecordTree("here", new MemoryLedger());
      var other = new RecordTree("somewhere", new MemoryLedger());
      var sums = new TreeMap<Long, Integer>();
      for (var i = 0; i < 60; i++) {
        var day = 900L + random.nextInt(300);
        var here = random.nextInt(6);
        var somewhere = random.nextInt(6);
        tree.set(day, row(here));
        other.set(day, row(somewhere));
        sums.put(day, here + somewhere);
      }
      var bound = 1 + random.nextInt(10);
      assertThat(
              tree.latestBefore(
                  other, 1_150, 950, (a, b) -> a.get(COLUMN) + b.get(COLUMN) >= bound))
          .isEqualTo(latestBefore(sums, 1_150, 950, bound));
      assertThat(
              tree.firstAfter(other, 950, 1_150, (a, b) -> a.get(COLUMN) + b.get(COLUMN) >= bound))
          .isEqualTo(firstAfter(sums, 950, 1_150, bound));
    }
  }

  @Test
  void shouldFindNeitherTheDayItselfNorOneBeyondTheLimit() {
    var tree = new RecordTree("town", store);
    tree.set(1_024, row(5));
    assertThat(tree.latestBefore(1_024, 0, row -> row.get(COLUMN) >= 5)).isEmpty();
    assertThat(tree.latestBefore(1_025, 0, row -> row.get(COLUMN) >= 5)).hasValue(1_024);
    assertThat(tree.latestBefore(1_300, 1_024, row -> row.get(COLUMN) >= 5)).hasValue(1_024);
    assertThat(tree.latestBefore(1_300, 1_025, row -> row.get(COLUMN) >= 5)).isEmpty();
    assertThat(tree.firstAfter(1_024, 2_000, row -> row.get(COLUMN) >= 5)).isEmpty();
    assertThat(tree.firstAfter(1_000, 1_024, row -> row.get(COLUMN) >= 5)).hasValue(1_024);
    assertThat(tree.firstAfter(1_000, 1_023, row -> row.get(COLUMN) >= 5)).isEmpty();
  }

  @Test
  void shouldKeepScopesAndColumnsApart() {
    var tree = new RecordTree("town", store);
    tree.set(100, row(5));
    tree.flush();
    var again = new RecordTree("town", store);
    assertThat(again.get(100)).isEqualTo(row(5));
    assertThat(again.latestBefore(101, 0, row -> row.get(COLUMN + 1) >= 1)).isEmpty();
    assertThat(new RecordTree("town/east", store).get(100).isEmpty()).isTrue();
  }

  @Test
  void shouldReadAndWriteTwoNodesForADayHoweverLongTheHistory() {
    // Given
    var tree = new RecordTree("town", store);
    for (var day = 1L; day <= 3_000; day++) {
      tree.set(day, row(1));
    }
    tree.flush();
    var counting = new CountingLedger(store);
    // When
    var later = new RecordTree("town", counting);
    later.set(2_999, row(9));
    later.flush();
    // Then
    assertThat(counting.reads()).isEqualTo(2);
    assertThat(counting.writes()).isEqualTo(2);
    // and a search of a year without a match reads the maxima alone
    counting = new CountingLedger(store);
    new RecordTree("town", counting).latestBefore(2_900, 2_535, row -> row.get(COLUMN) > 9);
    assertThat(counting.reads()).isEqualTo(1);
  }

  @Test
  void shouldKeepNothingOfDaysThatWereEmptied() {
    var tree = new RecordTree("town", store);
    tree.set(100, row(5));
    tree.flush();
    assertThat(store.size()).isEqualTo(2);
    tree.set(100, new Row());
    tree.flush();
    assertThat(store.size()).isZero();
  }

  private static Row row(int value) {
    var row = new Row();
    row.set(COLUMN, value);
    return row;
  }

  private static OptionalLong latestBefore(
      NavigableMap<Long, Integer> values, long day, long earliest, int atLeast) {
    return values.headMap(day, false).descendingMap().entrySet().stream()
        .filter(entry -> entry.getValue() >= atLeast && entry.getKey() >= earliest)
        .mapToLong(Map.Entry::getKey)
        .findFirst();
  }

  private static OptionalLong firstAfter(
      NavigableMap<Long, Integer> values, long day, long latest, int atLeast) {
    return values.tailMap(day, false).entrySet().stream()
        .filter(entry -> entry.getValue() >= atLeast && entry.getKey() <= latest)
        .mapToLong(Map.Entry::getKey)
        .findFirst();
  }
}
