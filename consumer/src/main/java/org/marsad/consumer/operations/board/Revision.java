package org.marsad.consumer.operations.board;

import java.time.Instant;

/** One revision of a thing that has revisions. */
public interface Revision {
  /** Names the thing. */
  String id();

  /** 1 or more. */
  int revision();

  /** What things are sorted by, UTC. */
  Instant at();
}
