package org.marsad.processor.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.rules.wave.Chain;
import org.marsad.processor.rules.wave.ChainStore;

/** The chains of strikes of one area and reality in their store, the latest first. */
public final class WaveChainStore implements ChainStore {
  private final KeyValueStore<Bytes, byte[]> store;
  private final Cause cause;

  public WaveChainStore(KeyValueStore<Bytes, byte[]> store, Cause cause) {
    this.store = store;
    this.cause = cause;
  }

  /** Chains lie one after the other: before the first that ends too early there is none. */
  @Override
  public List<Chain> touching(Instant from, Instant until) {
    var chains = new ArrayList<Chain>();
    try (var range = store.range(startingAt(until), all().end())) {
      while (range.hasNext()) {
        var chain = Chain.from(range.next().value);
        if (chain.until().isBefore(from)) {
          break;
        }
        chains.add(chain);
      }
    }
    return chains;
  }

  @Override
  public void put(Chain chain) {
    store.put(startingAt(chain.from()), chain.toBytes());
  }

  @Override
  public void remove(Instant from) {
    store.delete(startingAt(from));
  }

  private Bytes startingAt(Instant from) {
    return all().thenLatestFirst(from).key();
  }

  private Keys all() {
    return Keys.of(cause.area()).then(cause.reality().name());
  }
}
