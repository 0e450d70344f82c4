package org.marsad.processor.state;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.rules.Form;
import org.marsad.processor.rules.heaviest.LedgerStore;
import org.marsad.processor.rules.heaviest.LedgerValue;

/** The records of one area and reality in their store. */
public final class RecordLedgerStore implements LedgerStore {
  private final Shelf<LedgerValue> store;
  private final Cause cause;

  public RecordLedgerStore(Concerns concerns, Cause cause) {
    store = concerns.recordLedger();
    this.cause = cause;
  }

  @Override
  public <V> @Nullable V get(String key, Form<V> form) {
    var value = store.get(keyOf(key));
    return value == null ? null : value.as(form);
  }

  @Override
  public <V> void put(String key, Form<V> form, @Nullable V value) {
    if (value == null) {
      store.delete(keyOf(key));
    } else {
      store.put(keyOf(key), LedgerValue.of(value, form));
    }
  }

  private Bytes keyOf(String key) {
    return Keys.of(cause.area()).then(cause.reality().name()).then(key).key();
  }
}
