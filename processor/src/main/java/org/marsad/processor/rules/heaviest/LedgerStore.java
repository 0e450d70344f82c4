package org.marsad.processor.rules.heaviest;

import org.jspecify.annotations.Nullable;

/** Where the ledger of one area and reality is kept. Keys and values are the ledger's own. */
public interface LedgerStore {
  /** The value of a key, null where there is none. */
  byte @Nullable [] get(String key);

  /** Replaces a value; null removes it. */
  void put(String key, byte @Nullable [] value);
}
