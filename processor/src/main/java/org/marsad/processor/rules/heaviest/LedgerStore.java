package org.marsad.processor.rules.heaviest;

import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Form;

/**
 * Where the ledger of one area and reality is kept. Keys and values are the ledger's own; a key's
 * values all have the same form.
 */
public interface LedgerStore {
  /** The value of a key, not to be changed; null where there is none. */
  <V> @Nullable V get(String key, Form<V> form);

  /** Replaces a value, which nothing may change from then on; null removes it. */
  <V> void put(String key, Form<V> form, @Nullable V value);

  /** The value of a key whose form is bytes, null where there is none. */
  default byte @Nullable [] get(String key) {
    return get(key, Form.BYTES);
  }

  /** Replaces a value whose form is bytes; null removes it. */
  default void put(String key, byte @Nullable [] value) {
    put(key, Form.BYTES, value);
  }
}
