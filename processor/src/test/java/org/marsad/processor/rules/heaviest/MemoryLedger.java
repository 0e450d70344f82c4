package org.marsad.processor.rules.heaviest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Form;

/** A ledger in memory, as it would be written. */
public final class MemoryLedger implements LedgerStore {
  private final Map<String, byte[]> values = new HashMap<>();

  @Override
  public <V> @Nullable V get(String key, Form<V> form) {
    var bytes = values.get(key);
    return bytes == null ? null : form.read().apply(bytes);
  }

  @Override
  public <V> void put(String key, Form<V> form, @Nullable V value) {
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, form.write().apply(value));
    }
  }

  /** How many values it keeps. */
  int size() {
    return values.size();
  }
}
