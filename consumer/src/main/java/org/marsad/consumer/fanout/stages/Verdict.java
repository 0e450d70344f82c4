package org.marsad.consumer.fanout.stages;

import java.time.Instant;

/** What the gate says to a message whose turn it is. */
sealed interface Verdict {
  /** It may go now. */
  record Go() implements Verdict {}

  /** It may not go at all. */
  record Never(Outcome why) implements Verdict {}

  /** It may go later; others may go before it. */
  record Hold(String reason, Instant until) implements Verdict {}
}
