package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.processor.rules.CountRange;

class RecordTreeTest {
  private static final int COLUMN = 4;
  private static final long LAST_DAY = (1 << 20) - 1;

  private final MemoryLedger store = new MemoryLedger();

  @ParameterizedTest
  @ValueSource(longs = {20, 200, 5_000, LAST_DAY})
  void shouldFindTheSameDaysAsASortedMapWhateverIsSet(long days) {
    var random = new Random(days);
    var values = new TreeMap<Long, Integer>();
    for (var step = 0; step < 2_000; step++) {
      // Given a tree as it comes from the store
      var tree = new RecordTree("town", store);
      var day = 1 + random.nextLong(days);
      var value = random.nextInt(3) == 0 ? 0 : random.nextInt(10);
      // When
      tree.set(day, row(value));
      values.put(day, value);
      // Then
      var from = 1 + random.nextLong(days);
      var bound = 1 + random.nextInt(9);
      assertThat(tree.latestBefore(COLUMN, from, bound))
          .as("%d days, step %d: latest before %d of at least %d", days, step, from, bound)
          .isEqualTo(latestBefore(values, from, bound));
      assertThat(tree.firstAfter(COLUMN, from, bound))
          .as("%d days, step %d: first after %d above %d", days, step, from, bound)
          .isEqualTo(firstAfter(values, from, bound));
      tree.flush();
    }
  }

  @Test
  void shouldNotFindTheDayItself() {
    var tree = new RecordTree("town", store);
    tree.set(1_024, row(5));
    assertThat(tree.latestBefore(COLUMN, 1_024, 5)).isEmpty();
    assertThat(tree.latestBefore(COLUMN, 1_025, 5)).hasValue(1_024);
    assertThat(tree.latestBefore(COLUMN, 1_025, 6)).isEmpty();
    assertThat(tree.firstAfter(COLUMN, 1_024, 4)).isEmpty();
    assertThat(tree.firstAfter(COLUMN, 1_023, 4)).hasValue(1_024);
    assertThat(tree.firstAfter(COLUMN, 1_023, 5)).isEmpty();
  }

  @Test
  void shouldKeepScopesAndColumnsApart() {
    var tree = new RecordTree("town", store);
    tree.set(100, row(5));
    tree.flush();
    assertThat(new RecordTree("town/east", store).latestBefore(COLUMN, 101, 1)).isEmpty();
    assertThat(new RecordTree("town", store).latestBefore(COLUMN + 1, 101, 1)).isEmpty();
    assertThat(new RecordTree("town", store).latestBefore(COLUMN, 101, 5)).hasValue(100);
  }

  @Test
  void shouldWriteFourNodesForADayHoweverLongTheHistory() {
    // Given
    var tree = new RecordTree("town", store);
    for (var day = 1L; day <= 3_000; day++) {
      tree.set(day, row(1));
    }
    tree.flush();
    var counting = new CountingStore(store);
    // When
    var later = new RecordTree("town", counting);
    later.set(2_999, row(9));
    later.flush();
    // Then
    assertThat(counting.writes).isEqualTo(4);
    assertThat(counting.reads).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {20, 5_000, LAST_DAY})
  void shouldTellTheFirstWatchedDayByOneNodeWhateverIsSet(long days) {
    var random = new Random(days);
    var watched = new TreeSet<Long>();
    var tree = new RecordTree("town", store);
    assertThat(tree.firstWatched()).isEmpty();
    for (var step = 0; step < 300; step++) {
      // Given a day with or without a strike that ended on it
      var day = step == 0 ? days : 1 + random.nextLong(days);
      var totals = new DayTotals();
      if (random.nextInt(3) == 0) {
        watched.remove(day);
      } else {
        watched.add(day);
        totals.add(Strikes.dated("s", day, CountRange.of(1)), day, 1);
      }
      tree.set(day, totals.row(day));
      tree.flush();
      // When
      var counting = new CountingStore(store);
      var first = new RecordTree("town", counting).firstWatched();
      // Then
      assertThat(first)
          .as("%d days, step %d", days, step)
          .isEqualTo(watched.stream().mapToLong(Long::longValue).findFirst());
      assertThat(counting.reads).isEqualTo(1);
    }
  }

  private static Row row(int value) {
    var row = new Row();
    row.set(COLUMN, value);
    return row;
  }

  private static OptionalLong latestBefore(
      NavigableMap<Long, Integer> values, long day, int atLeast) {
    return values.headMap(day, false).descendingMap().entrySet().stream()
        .filter(entry -> entry.getValue() >= atLeast)
        .mapToLong(Map.Entry::getKey)
        .findFirst();
  }

  private static OptionalLong firstAfter(NavigableMap<Long, Integer> values, long day, int limit) {
    return values.tailMap(day, false).entrySet().stream()
        .filter(entry -> entry.getValue() > limit)
        .mapToLong(Map.Entry::getKey)
        .findFirst();
  }

  private static final class CountingStore implements NodeStore {
    private final NodeStore store;
    private int reads;
    private int writes;

    CountingStore(NodeStore store) {
      this.store = store;
    }

    @Override
    public byte @org.jspecify.annotations.Nullable [] get(String scopeCode, int level, long index) {
      reads++;
      return store.get(scopeCode, level, index);
    }

    @Override
    public void put(String scopeCode, int level, long index, byte[] node) {
      writes++;
      store.put(scopeCode, level, index, node);
    }
  }
}
