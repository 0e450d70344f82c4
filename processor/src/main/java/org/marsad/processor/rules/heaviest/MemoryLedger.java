package org.marsad.processor.rules.heaviest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A ledger in memory; contributions go through their binary form, as they do on disk. */
final class MemoryLedger implements LedgerStore {
  private record NodeKey(String scopeCode, int level, long index) {}

  private record DayKey(String scopeCode, long day) {}

  private final Map<NodeKey, byte[]> nodes = new HashMap<>();
  private final Map<DayKey, byte[]> days = new HashMap<>();
  private final Map<Long, TreeMap<String, byte[]>> strikes = new HashMap<>();

  @Override
  public byte @Nullable [] get(String scopeCode, int level, long index) {
    return nodes.get(new NodeKey(scopeCode, level, index));
  }

  @Override
  public void put(String scopeCode, int level, long index, byte[] node) {
    nodes.put(new NodeKey(scopeCode, level, index), node);
  }

  @Override
  public byte @Nullable [] day(String scopeCode, long day) {
    return days.get(new DayKey(scopeCode, day));
  }

  @Override
  public void putDay(String scopeCode, long day, byte @Nullable [] totals) {
    if (totals == null) {
      days.remove(new DayKey(scopeCode, day));
    } else {
      days.put(new DayKey(scopeCode, day), totals);
    }
  }

  @Override
  public List<Contribution> strikes(long day) {
    return strikes.getOrDefault(day, new TreeMap<>()).values().stream()
        .map(Contribution::from)
        .toList();
  }

  @Override
  public void putStrike(long day, Contribution strike) {
    strikes.computeIfAbsent(day, d -> new TreeMap<>()).put(strike.strikeId(), strike.toBytes());
  }

  @Override
  public void removeStrike(long day, String strikeId) {
    strikes.getOrDefault(day, new TreeMap<>()).remove(strikeId);
  }

  @Override
  public Collection<String> scopes() {
    var scopes = new TreeSet<String>();
    nodes.keySet().forEach(node -> scopes.add(node.scopeCode()));
    return scopes;
  }

  /** How many days have totals: none once every strike is gone. */
  int daysWithTotals() {
    return days.size();
  }
}
