package org.marsad.consumer.fanout.stages;

import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;

/** Which of the messages that wait for a recipient goes first. */
enum Priority {
  /** A second strike on the same spot: rescuers may be there. */
  REPEAT_STRIKE,
  /** The same, tried before: those that nobody has tried yet go first. */
  REPEAT_STRIKE_AGAIN,
  /** What the recipient knows nothing of yet, and what it must no longer believe. */
  FIRST_OR_CANCEL,
  /** What it knows of already. */
  UPDATE;

  /**
   * The priority of a message.
   *
   * @param told whether the recipient has an earlier revision
   * @param tried whether this one was attempted before
   */
  static Priority of(Alert alert, boolean told, boolean tried) {
    if (bypasses(alert)) {
      return tried ? REPEAT_STRIKE_AGAIN : REPEAT_STRIKE;
    }
    return told && alert.getMessageType() != MessageType.CANCEL ? UPDATE : FIRST_OR_CANCEL;
  }

  /** Whether nothing may hold it up: no grouping, silence, quiet hour or rate limit. */
  static boolean bypasses(Alert alert) {
    return alert.getRule() == Rule.REPEAT_STRIKE;
  }
}
