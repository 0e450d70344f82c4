package org.marsad.consumer.fanout.channel;

import java.time.Duration;

/** What came of one attempt, as the channel saw it. */
public sealed interface Answer {
  /** Why it is refused where the receiver does not exist any more. */
  String GONE = "GONE";

  /** The receiver has it. */
  record Accepted() implements Answer {}

  /**
   * It did not work this time.
   *
   * @param reason code
   * @param notBefore how long the receiver asks to be left alone; zero: not said
   * @param mostAttempts attempts, at least 1, after which it is useless; {@link Integer#MAX_VALUE}:
   *     until the alert expires
   */
  record TryAgain(String reason, Duration notBefore, int mostAttempts) implements Answer {
    /** It did not work; to be tried until the alert expires. */
    public TryAgain(String reason) {
      this(reason, Duration.ZERO, Integer.MAX_VALUE);
    }
  }

  /** It will never work. */
  record Refused(String reason) implements Answer {}
}
