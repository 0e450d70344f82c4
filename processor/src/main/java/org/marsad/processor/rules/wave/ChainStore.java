package org.marsad.processor.rules.wave;

import java.time.Instant;
import java.util.List;

/** Where the chains of one area are kept. Chains never overlap. */
public interface ChainStore {
  /** The chains of which a part lies between two instants, ends included, the latest first. */
  List<Chain> touching(Instant from, Instant until);

  /** Keeps a chain under its start. */
  void put(Chain chain);

  /** Forgets the chain that starts at an instant. */
  void remove(Instant from);
}
