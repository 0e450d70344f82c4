package org.marsad.consumer.fanout.stages;

import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.schemas.Findings;

/** Which of the messages that wait for a recipient goes first. */
enum Priority {
  /** A second strike on the same spot: rescuers may be there. */
  REPEAT_STRIKE,
  /** The same, tried before: those that nobody has tried yet go first. */
  REPEAT_STRIKE_AGAIN,
  /** What the recipient knows nothing of yet, and what it must no longer believe. */
  FIRST_OR_CANCEL,
  /** What it knows of already. */
  UPDATE,
  /** An exercise or a test of the world: after all that is real. */
  NOT_REAL;

  /**
   * The priority of a message.
   *
   * @param told whether the recipient has an earlier revision
   * @param tried whether this one was attempted before
   */
  static Priority of(Alert alert, boolean told, boolean tried) {
    if (alert.getReality() != Reality.ACTUAL && !TestAlert.isOne(alert)) {
      return NOT_REAL;
    }
    if (bypasses(alert)) {
      return tried ? REPEAT_STRIKE_AGAIN : REPEAT_STRIKE;
    }
    return told && alert.getMessageType() != MessageType.CANCEL ? UPDATE : FIRST_OR_CANCEL;
  }

  /**
   * Whether nothing may hold it up, no mute, quiet hour or limit: a second strike on the spot that
   * is likely at least, and the test of a channel.
   */
  static boolean bypasses(Alert alert) {
    return Findings.isLikely(alert, Rule.REPEAT_STRIKE) || TestAlert.isOne(alert);
  }
}
