package org.marsad.consumer.fanout.stages;

import java.time.Instant;

/** What the gate says to a message whose turn it is. */
sealed interface Verdict {
  /**
   * It may go now.
   *
   * @param rings whether it may make a sound
   */
  record Go(boolean rings) implements Verdict {}

  /** It may not go at all. */
  record Never(Outcome why) implements Verdict {}

  /** It, or its sound, may go later; others may go before it. */
  record Hold(String reason, Instant until) implements Verdict {}

  /** There were too many interruptions: a summary stands for it. */
  record Summarise() implements Verdict {}

  /** There is nothing left to do. */
  record Done() implements Verdict {}
}
