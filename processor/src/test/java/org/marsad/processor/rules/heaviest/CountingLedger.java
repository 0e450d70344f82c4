package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Form;

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

  /** Reads of strikes that lie beside their day. */
  int readsOfStrikes() {
    return (int) keys.stream().filter(key -> key.contains("|strikes|")).count();
  }

  int writes() {
    return writes;
  }

  /** Read and written together. */
  int bytes() {
    return bytes;
  }

  @Override
  public <V> @Nullable V get(String key, Form<V> form) {
    var value = store.get(key, form);
    reads++;
    keys.add(key);
    bytes += length(form, value);
    return value;
  }

  @Override
  public <V> void put(String key, Form<V> form, @Nullable V value) {
    writes++;
    bytes += length(form, value);
    store.put(key, form, value);
  }

  private static <V> int length(Form<V> form, @Nullable V value) {
    return value == null ? 0 : form.write().apply(value).length;
  }
}
