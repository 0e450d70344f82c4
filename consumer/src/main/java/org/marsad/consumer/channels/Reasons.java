package org.marsad.consumer.channels;

import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;

/** Why a message was not sent, or not yet, as recorded in {@code deliveries}. */
public final class Reasons {
  /** It does not interrupt, or shows nothing that the recipient does not have. */
  public static final String NOT_INTERRUPTING = "NOT_INTERRUPTING";

  /** A summary was sent in its place, after too many interruptions. */
  public static final String SUMMARISED = "SUMMARISED";

  /** It came after its time. */
  public static final String STALE = "STALE";

  /** It follows what the recipient was never told. */
  public static final String NOT_TOLD = "NOT_TOLD";

  /** The recipient may not know of it. */
  public static final String NO_VIEW = "NO_VIEW";

  /** Begins the reason of a muted message; the mute's id follows. */
  public static final String MUTED = "MUTED:";

  /** It is an exercise or a test, and a real alert stands in its area. */
  public static final String ACTUAL_STANDS = "ACTUAL_STANDS";

  /** A newer revision goes in its place. */
  public static final String SUPERSEDED = "SUPERSEDED";

  /** It waits for the end of quiet hours, or would be stale by then. */
  public static final String QUIET_HOURS = "QUIET_HOURS";

  /** It may not interrupt yet. */
  public static final String NOT_BEFORE = "NOT_BEFORE";

  /** It waits for its turn under the channel's rate. */
  public static final String RATE_LIMITED = "RATE_LIMITED";

  /** It was tried until its time was over. */
  public static final String EXPIRED = "EXPIRED";

  /** The subscriber is not in the file any more. */
  public static final String REMOVED = "REMOVED";

  /** How the id of a summary begins, where others have that of an alert. */
  public static final String SUMMARY = "summary:";

  private Reasons() {}

  /** Whether the recipient knows that revision of the alert: by a message or by a summary. */
  public static boolean tells(Delivery delivery) {
    return delivery.getOutcome() == DeliveryOutcome.DELIVERED
        || (delivery.getOutcome() == DeliveryOutcome.SUPPRESSED
            && SUMMARISED.equals(delivery.getReason()));
  }

  /** Whether it is the delivery of a summary, which speaks of many alerts. */
  public static boolean isSummary(Delivery delivery) {
    return delivery.getAlertId().startsWith(SUMMARY);
  }
}
