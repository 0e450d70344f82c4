package org.marsad.consumer.fanout.stages;

import org.marsad.message.Alert;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Silence;

/**
 * What breaks a silence: any escalation. Once an alert has broken through to a recipient, the
 * silence does not hold for the alert's later revisions either.
 */
final class SilenceBreak {
  private final Ledger ledger;
  private final RecipientId recipient;

  SilenceBreak(Ledger ledger, RecipientId recipient) {
    this.ledger = ledger;
    this.recipient = recipient;
  }

  boolean isBrokenBy(Alert alert, Silence silence) {
    return Priority.bypasses(alert)
        || isFirstOfAProtectedSite(alert)
        || ledger.wasToldSince(alert, recipient, silence.getSetAt())
        || hasRisen(alert);
  }

  private boolean isFirstOfAProtectedSite(Alert alert) {
    return alert.getRule() == Rule.PROTECTED_SITE_STRIKE && !ledger.wasTold(alert, recipient);
  }

  /** Above the severity at which it was told or silenced last; where that is unknown, it may be. */
  private boolean hasRisen(Alert alert) {
    var before = ledger.severity(alert, recipient);
    return before == null
        ? ledger.wasTold(alert, recipient)
        : gravity(alert.getSeverity()) > gravity(before);
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
