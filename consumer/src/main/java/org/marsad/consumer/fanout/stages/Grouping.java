package org.marsad.consumer.fanout.stages;

import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/**
 * Of several revisions of one alert that wait, the newest goes alone. The news of a second strike
 * on the spot is not dropped for one that no longer says so.
 */
final class Grouping {
  private Grouping() {}

  /**
   * Whether a revision that waits, and was never attempted, need not go now that a newer one is
   * there.
   */
  static boolean supersedes(Alert newer, Alert waiting) {
    return newer.getMessageType() == MessageType.CANCEL
        || !Priority.bypasses(waiting)
        || Priority.bypasses(newer);
  }
}
