package org.marsad.consumer.operations.people;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many failures at once for each name, then one for each period. It keeps a time for each of
 * 65,536 slots: whatever names it is given, its memory stays the same. Two names may share a slot;
 * then they share their failures. Thread-safe.
 */
final class Throttle {
  private static final int SLOTS = 1 << 16;

  private final int atOnce;
  private final long periodNanos;
  private final LongSupplier nanoTime;
  private final int salt = Secrets.generate().hashCode(); // nobody can choose whom to share with
  private final long start;

  /** When the failures of a slot are forgotten, nanoseconds since the start. */
  private final long[] forgottenAt = new long[SLOTS];

  /**
   * @param atOnce failures before there is a wait, at least 1
   * @param period after which one failure is forgotten
   * @param nanoTime a clock that never goes back, nanoseconds
   */
  Throttle(int atOnce, Duration period, LongSupplier nanoTime) {
    this.atOnce = atOnce;
    this.periodNanos = period.toNanos();
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** How long a name has to wait before its next try; zero: not at all. */
  synchronized Duration delay(String name) {
    var wait = forgottenAt[slot(name)] - (atOnce - 1) * periodNanos - now();
    return wait > 0 ? Duration.ofNanos(wait) : Duration.ZERO;
  }

  /** Takes note of a failure. */
  synchronized void failed(String name) {
    var slot = slot(name);
    forgottenAt[slot] = Math.max(forgottenAt[slot], now()) + periodNanos;
  }

  private long now() {
    return nanoTime.getAsLong() - start;
  }

  private int slot(String name) {
    var hash = (name.hashCode() ^ salt) * 0x9E3779B9;
    return (hash >>> 16) & (SLOTS - 1);
  }
}
