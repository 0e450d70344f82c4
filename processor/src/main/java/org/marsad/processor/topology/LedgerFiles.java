package org.marsad.processor.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.heaviest.Contribution;
import org.marsad.processor.rules.heaviest.LedgerStore;
import org.marsad.processor.rules.heaviest.RecordTree;

/** The ledger of one area and reality in the stores. */
final class LedgerFiles implements LedgerStore {
  private final KeyValueStore<Bytes, byte[]> strikesByDay;
  private final KeyValueStore<Bytes, byte[]> dayTotals;
  private final KeyValueStore<Bytes, byte[]> trees;
  private final String area;
  private final String reality;

  LedgerFiles(
      KeyValueStore<Bytes, byte[]> strikesByDay,
      KeyValueStore<Bytes, byte[]> dayTotals,
      KeyValueStore<Bytes, byte[]> trees,
      String area,
      String reality) {
    this.strikesByDay = strikesByDay;
    this.dayTotals = dayTotals;
    this.trees = trees;
    this.area = area;
    this.reality = reality;
  }

  @Override
  public byte @Nullable [] day(String scopeCode, long day) {
    return dayTotals.get(scoped(scopeCode).then(day).key());
  }

  @Override
  public void putDay(String scopeCode, long day, byte @Nullable [] totals) {
    var key = scoped(scopeCode).then(day).key();
    if (totals == null) {
      dayTotals.delete(key);
    } else {
      dayTotals.put(key, totals);
    }
  }

  @Override
  public List<Contribution> strikes(long day) {
    var strikes = new ArrayList<Contribution>();
    try (var range = strikesByDay.range(onDay(day).key(), onDay(day + 1).key())) {
      range.forEachRemaining(entry -> strikes.add(Contribution.from(entry.value)));
    }
    return strikes;
  }

  /** What a strike added on a day, null where it added nothing. */
  @Nullable Contribution strike(long day, String strikeId) {
    var bytes = strikesByDay.get(onDay(day).then(strikeId).key());
    return bytes == null ? null : Contribution.from(bytes);
  }

  @Override
  public void putStrike(long day, Contribution strike) {
    strikesByDay.put(onDay(day).then(strike.strikeId()).key(), strike.toBytes());
  }

  @Override
  public void removeStrike(long day, String strikeId) {
    strikesByDay.delete(onDay(day).then(strikeId).key());
  }

  /** Each scope has one node at the top of its tree; those lie side by side. */
  @Override
  public Collection<String> scopes() {
    var scopes = new ArrayList<String>();
    try (var range =
        trees.range(atLevel(RecordTree.TOP).key(), atLevel(RecordTree.TOP + 1).key())) {
      range.forEachRemaining(
          entry -> {
            var withoutIndex = entry.key.get().length - Long.BYTES - 1;
            scopes.add(Keys.lastText(Bytes.wrap(Arrays.copyOf(entry.key.get(), withoutIndex))));
          });
    }
    return scopes;
  }

  @Override
  public byte @Nullable [] get(String scopeCode, int level, long index) {
    return trees.get(atLevel(level).then(scopeCode).then(index).key());
  }

  @Override
  public void put(String scopeCode, int level, long index, byte[] node) {
    trees.put(atLevel(level).then(scopeCode).then(index).key(), node);
  }

  private Keys scoped(String scopeCode) {
    return Keys.of(area).then(reality).then(scopeCode);
  }

  private Keys onDay(long day) {
    return Keys.of(area).then(reality).then(day);
  }

  private Keys atLevel(int level) {
    return Keys.of(area).then(reality).then(level);
  }
}
