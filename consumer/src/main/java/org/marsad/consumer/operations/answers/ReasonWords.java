package org.marsad.consumer.operations.answers;

import org.marsad.consumer.channels.Reasons;

/** In words why a message was not sent, or not yet. */
final class ReasonWords {
  private ReasonWords() {}

  /**
   * {@code it brings no news (NOT_INTERRUPTING)}: the code stays, because documents explain it; a
   * code of a channel, such as {@code HTTP_503}, stands alone.
   *
   * @param reason as recorded
   */
  static String of(String reason) {
    if (reason.startsWith(Reasons.MUTED)) {
      return "muted by " + reason.substring(Reasons.MUTED.length());
    }
    var words =
        switch (reason) {
          case Reasons.NOT_INTERRUPTING -> "it brings no news";
          case Reasons.STALE -> "it came after its time";
          case Reasons.NOT_TOLD -> "it follows what was never told there";
          case Reasons.NO_VIEW -> "the recipient may not know of it";
          case Reasons.ACTUAL_STANDS -> "a real alert stands in the area, and this one is not real";
          case Reasons.SUPERSEDED -> "a newer revision goes in its place";
          case Reasons.QUIET_HOURS -> "quiet hours";
          case Reasons.NOT_BEFORE -> "it may not make a sound yet";
          case Reasons.RATE_LIMITED -> "its turn under the channel's rate has not come";
          case Reasons.EXPIRED -> "its time was over before it arrived";
          case Reasons.REMOVED -> "the subscriber is not in the file any more";
          default -> "";
        };
    return words.isEmpty() ? reason : words + " (" + reason + ")";
  }
}
