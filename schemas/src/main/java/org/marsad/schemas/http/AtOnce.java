package org.marsad.schemas.http;

import java.util.HashMap;
import java.util.Map;

/**
 * How many requests of one source are under way. Who sends slowly stops nobody but itself. Safe for
 * use by many threads.
 */
public final class AtOnce {
  /** As many requests as an honest sender needs at a time. */
  public static final int A_FEW = 4;

  private final int most;
  private final Map<String, Integer> underWay = new HashMap<>();

  /**
   * A limit.
   *
   * @param most requests of one source at a time, at least 1
   */
  public AtOnce(int most) {
    this.most = most;
  }

  /** Whether one more may begin; then it must {@link #leave}. */
  public synchronized boolean enter(String source) {
    var before = underWay.getOrDefault(source, 0);
    if (before >= most) {
      return false;
    }
    underWay.put(source, before + 1);
    return true;
  }

  /** One has ended. */
  public synchronized void leave(String source) {
    underWay.computeIfPresent(source, (name, count) -> count > 1 ? count - 1 : null);
  }
}
