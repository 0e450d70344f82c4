package org.marsad.processor.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.rules.wave.Chain;
import org.marsad.processor.rules.wave.ChainStore;

/** The chains of strikes of one area and reality in their store, the latest first. */
public final class WaveChainStore implements ChainStore {
  private final Shelf.InOrder<byte[]> store;
  private final Cause cause;

  public WaveChainStore(Concerns concerns, Cause cause) {
    store = concerns.chains();
    this.cause = cause;
  }

  /** Chains lie one after the other: before the first that ends too early there is none. */
  @Override
  public List<Chain> touching(Instant from, Instant until) {
    var chains = new ArrayList<Chain>();
    store.range(
        all().key(),
        startingAt(until),
        all().end(),
        (key, bytes) -> {
          var chain = Chain.from(bytes);
          return !chain.until().isBefore(from) && chains.add(chain);
        });
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

  /**
   * Forgets chains that were over before an instant.
   *
   * @param most so many at once
   * @return whether none is left
   */
  public boolean forget(Instant over, int most) {
    var old = new ArrayList<Bytes>();
    store.range(
        startingAt(over),
        all().end(),
        (key, bytes) -> {
          if (Chain.from(bytes).until().isBefore(over)) {
            old.add(key);
          }
          return old.size() < most;
        });
    old.forEach(store::delete);
    return old.size() < most;
  }

  private Bytes startingAt(Instant from) {
    return all().thenLatestFirst(from).key();
  }

  private Keys all() {
    return Keys.of(cause.area()).then(cause.reality().name());
  }
}
