package org.marsad.consumer.channels;

import java.time.Duration;

/** What came of one attempt, as the channel saw it. */
public sealed interface Answer {
  /** Why it is refused where the receiver does not exist any more. */
  String GONE = "GONE";

  /** Why a summary is refused where every revision is shown in place. */
  String IN_PLACE = "IN_PLACE";

  /** The receiver has it. */
  record Accepted() implements Answer {}

  /**
   * It did not work this time; the next message would fare no better.
   *
   * @param reason code
   * @param notBefore how long the receiver asks to be left alone; zero: not said
   */
  record TryAgain(String reason, Duration notBefore) implements Answer {
    /** The receiver asks for nothing. */
    public TryAgain(String reason) {
      this(reason, Duration.ZERO);
    }
  }

  /**
   * The receiver rejects this message. It may be set up wrongly and be mended, so this one is tried
   * again, but others need not wait for it.
   *
   * @param reason code
   */
  record Rejected(String reason) implements Answer {}

  /** It will never work. */
  record Refused(String reason) implements Answer {}
}
