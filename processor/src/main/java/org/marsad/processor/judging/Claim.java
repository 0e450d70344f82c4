package org.marsad.processor.judging;

import java.time.Instant;
import org.marsad.message.Alert;

/**
 * What is to be told of a subject now. Which revision it becomes, and whether it wakes anybody, is
 * not decided here.
 *
 * @param draft of the alert, to be made a revision of
 * @param alert all but what makes it a revision
 * @param end of what it is about, as far as that is known to be over: its time as news begins there
 */
public record Claim(Alert.Builder draft, Alert alert, Instant end) {
  /** A claim about what ends then. */
  static Claim of(Alert.Builder draft, Instant end) {
    return new Claim(draft, draft.build(), end);
  }

  /** An end that lies later than the newest word of it counts as that. */
  static Claim of(Alert.Builder draft, Instant end, Instant newestReceivedAt) {
    return of(draft, end.isAfter(newestReceivedAt) ? newestReceivedAt : end);
  }
}
