package org.marsad.consumer.fanout.stages;

import org.marsad.message.Alert;
import org.marsad.message.Mute;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.schemas.Findings;

/**
 * What breaks a mute: worse news. Once an alert has broken through to a recipient, the mute does
 * not hold for the alert's later revisions either.
 */
final class MuteBreak {
  private MuteBreak() {}

  /**
   * Whether it does.
   *
   * @param past what the recipient was told of the alert
   */
  static boolean isBrokenBy(Alert alert, Mute mute, Past past) {
    return Priority.bypasses(alert)
        || isFirstOfAProtectedSite(alert, past)
        || past.isToldSince(mute.getSetAt())
        || hasRisen(alert, past);
  }

  private static boolean isFirstOfAProtectedSite(Alert alert, Past past) {
    return !past.isTold() && Findings.isLikely(alert, Rule.PROTECTED_SITE_STRIKE);
  }

  /** Above the severity at which it was told or muted last. */
  private static boolean hasRisen(Alert alert, Past past) {
    var before = past.severity();
    return before != null && gravity(alert.getSeverity()) > gravity(before);
  }

  /** What is unknown may be extreme. */
  private static int gravity(Severity severity) {
    return switch (severity) {
      case MINOR -> 1;
      case MODERATE -> 2;
      case SEVERE -> 3;
      case EXTREME, UNKNOWN -> 4;
    };
  }
}
