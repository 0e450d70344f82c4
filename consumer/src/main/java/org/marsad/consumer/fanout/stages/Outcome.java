package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Reasons;
import org.marsad.message.DeliveryOutcome;

/** What became of one attempt, or of the decision not to attempt. */
sealed interface Outcome {
  /** The receiver has it. */
  record Delivered() implements Outcome {
    @Override
    public DeliveryOutcome code() {
      return DeliveryOutcome.DELIVERED;
    }

    @Override
    public @Nullable String reason() {
      return null;
    }
  }

  /** Not yet: the next attempt is at the time given. */
  record RetryLater(String reason, Instant at) implements Outcome {
    @Override
    public DeliveryOutcome code() {
      return DeliveryOutcome.RETRY_LATER;
    }
  }

  /** It was tried and never arrived. */
  record GaveUp(String reason) implements Outcome {
    @Override
    public DeliveryOutcome code() {
      return DeliveryOutcome.GAVE_UP;
    }
  }

  /** It was decided not to try. */
  record Suppressed(String reason) implements Outcome {
    @Override
    public DeliveryOutcome code() {
      return DeliveryOutcome.SUPPRESSED;
    }
  }

  /** Whether the recipient knows that revision now: by a message or by a summary. */
  default boolean tells() {
    return code() == DeliveryOutcome.DELIVERED
        || (code() == DeliveryOutcome.SUPPRESSED && Reasons.SUMMARISED.equals(reason()));
  }

  /** As it is recorded. */
  DeliveryOutcome code();

  /** Why, as a code; null only where it was delivered. */
  @Nullable String reason();
}
