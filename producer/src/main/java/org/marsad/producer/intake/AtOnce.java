package org.marsad.producer.intake;

import java.util.HashMap;
import java.util.Map;

/**
 * How many requests of one source are under way. Who sends slowly stops nobody but itself. Safe for
 * use by many threads.
 */
final class AtOnce {
  private final int most;
  private final Map<String, Integer> underWay = new HashMap<>();

  /**
   * A limit.
   *
   * @param most requests of one source at a time, at least 1
   */
  AtOnce(int most) {
    this.most = most;
  }

  /** Whether one more may begin; then it must {@link #leave}. */
  synchronized boolean enter(String source) {
    var before = underWay.getOrDefault(source, 0);
    if (before >= most) {
      return false;
    }
    underWay.put(source, before + 1);
    return true;
  }

  /** One has ended. */
  synchronized void leave(String source) {
    underWay.computeIfPresent(source, (name, count) -> count > 1 ? count - 1 : null);
  }
}
