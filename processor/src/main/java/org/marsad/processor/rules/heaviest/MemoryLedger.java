package org.marsad.processor.rules.heaviest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger in memory. */
public final class MemoryLedger implements LedgerStore {
  private final Map<String, byte[]> values = new HashMap<>();

  @Override
  public byte @Nullable [] get(String key) {
    return values.get(key);
  }

  @Override
  public void put(String key, byte @Nullable [] value) {
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
  }

  /** How many values it keeps. */
  int size() {
    return values.size();
  }
}
