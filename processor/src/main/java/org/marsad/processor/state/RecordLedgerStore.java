package org.marsad.processor.state;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.rules.heaviest.LedgerStore;

/** The records of one area and reality in their store. */
public final class RecordLedgerStore implements LedgerStore {
  private final KeyValueStore<Bytes, byte[]> store;
  private final Cause cause;

  public RecordLedgerStore(KeyValueStore<Bytes, byte[]> store, Cause cause) {
    this.store = store;
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
