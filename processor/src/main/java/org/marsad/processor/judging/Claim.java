package org.marsad.processor.judging;

import java.time.Instant;
import org.marsad.message.Alert;

/**
 * What is to be told of a subject now. Which revision it becomes, and whether it wakes anybody, is
 * not decided here.
 *
 * @param alert all but what makes it a revision
 * @param end of what it is about, as far as that is known to be over: its time as news begins there
 */
public record Claim(Alert alert, Instant end) {
  /** An end that lies later than the newest word of it counts as that. */
  static Claim of(Alert alert, Instant end, Instant newestReceivedAt) {
    return new Claim(alert, end.isAfter(newestReceivedAt) ? newestReceivedAt : end);
  }
}
