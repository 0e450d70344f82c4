package org.marsad.consumer.fanout.escalation;

/** Where an alert came from, which stays uncommitted as long as somebody may still be told. */
public interface Origin {
  /** Keeps it uncommitted, once more. */
  void retain();

  /** Takes one {@link #retain} back. */
  void release();

  /** Whether another instance has taken over. */
  boolean isGone();
}
