package org.marsad.processor.state;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.rules.heaviest.LedgerStore;

/** The records of one area and reality in their store. */
public final class RecordLedgerStore implements LedgerStore {
  private final Shelf<byte[]> store;
  private final Cause cause;

  public RecordLedgerStore(Concerns concerns, Cause cause) {
    store = concerns.recordLedger();
    this.cause = cause;
  }

  @Override
  public byte @Nullable [] get(String key) {
    return store.get(keyOf(key));
  }

  @Override
  public void put(String key, byte @Nullable [] value) {
    if (value == null) {
      store.delete(keyOf(key));
    } else {
      store.put(keyOf(key), value);
    }
  }

  private Bytes keyOf(String key) {
    return Keys.of(cause.area()).then(cause.reality().name()).then(key).key();
  }
}
