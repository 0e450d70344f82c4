package org.marsad.processor.rules.heaviest;

import org.jspecify.annotations.Nullable;

/** Where the nodes of the record trees are kept, by scope, level and index. */
public interface NodeStore {
  byte @Nullable [] get(String scopeCode, int level, long index);

  void put(String scopeCode, int level, long index, byte[] node);
}
