package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what is read and written. */
final class CountingLedger implements LedgerStore {
  private final LedgerStore store;
  private final List<String> keys = new ArrayList<>();
  private int reads;
  private int writes;
  private int bytes;

  CountingLedger(LedgerStore store) {
    this.store = store;
  }

  int reads() {
    return reads;
  }

  /** Reads of keys that begin so. */
  int readsOf(String beginning) {
    return (int) keys.stream().filter(key -> key.startsWith(beginning)).count();
  }

  int writes() {
    return writes;
  }

  /** Read and written together. */
  int bytes() {
    return bytes;
  }

  @Override
  public byte @Nullable [] get(String key) {
    var value = store.get(key);
    reads++;
    keys.add(key);
    bytes += value == null ? 0 : value.length;
    return value;
  }

  @Override
  public void put(String key, byte @Nullable [] value) {
    writes++;
    bytes += value == null ? 0 : value.length;
    store.put(key, value);
  }
}
