package org.marsad.consumer.fanout.stages;

import java.util.TreeMap;

/**
 * One partition as long as it is ours: which of its alerts are still on their way, and so how far
 * its offset may be committed. Safe for several threads.
 */
public final class Share {
  private final boolean isPrivate;
  private final TreeMap<Long, Integer> open = new TreeMap<>();
  private long next;
  private int underWay;
  private boolean revoked;

  /**
   * @param position offset of the first alert to come
   */
  public Share(long position) {
    this(position, false);
  }

  /**
   * @param position offset of the first alert to come
   * @param isPrivate whether its alerts are for confidential sites alone
   */
  public Share(long position, boolean isPrivate) {
    this.next = position;
    this.isPrivate = isPrivate;
  }

  /** Whether its alerts are for confidential sites alone. */
  boolean isPrivate() {
    return isPrivate;
  }

  /**
   * Takes an alert in; one that was held until now again.
   *
   * @param offset of the alert, higher than those that came before for the first time
   * @param deliveries that it still waits for, 0 or more
   */
  synchronized void begin(long offset, int deliveries) {
    next = Math.max(next, offset + 1);
    if (deliveries > 0) {
      open.put(offset, deliveries);
    }
  }

  /** The alert at this offset, which is not final yet, waits for one thing more. */
  synchronized void extend(long offset) {
    open.merge(offset, 1, Integer::sum);
  }

  /**
   * One delivery of the alert at this offset is final. Of a partition that is another instance's,
   * nothing becomes final here: what was dropped was told to nobody, and the next reads it again.
   */
  synchronized void finish(long offset) {
    if (revoked) {
      return;
    }
    open.computeIfPresent(offset, (at, left) -> left == 1 ? null : left - 1);
  }

  /** The offset to commit: the oldest alert that is not final, else the next to come. */
  public synchronized long committable() {
    return open.isEmpty() ? next : open.firstKey();
  }

  /** Another instance has the partition now: what is still queued here is its work. */
  synchronized void revoke() {
    revoked = true;
  }

  /** An attempt begins whose outcome is not recorded yet. */
  synchronized void attemptBegins() {
    underWay++;
  }

  /** The outcome of an attempt is recorded. */
  synchronized void attemptEnds() {
    underWay--;
  }

  /** Whether the outcome of every attempt is recorded. */
  public synchronized boolean isQuiet() {
    return underWay == 0;
  }

  synchronized boolean isRevoked() {
    return revoked;
  }
}
