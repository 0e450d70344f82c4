package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;

/**
 * Stage 4: whether a message may go to a recipient now. What was attempted once is carried through
 * until its alert expires.
 */
final class Gate {
  private final Recipient recipient;
  private final Ledger ledger;

  Gate(Recipient recipient, Ledger ledger) {
    this.recipient = recipient;
    this.ledger = ledger;
  }

  Verdict judge(Task task, Instant now) {
    var expired = task.alert().getExpiresAt().isBefore(now);
    if (ledger.attempts(task.alert(), recipient.id()) > 0) {
      return expired ? new Verdict.Never(new Outcome.GaveUp("EXPIRED")) : new Verdict.Go();
    }
    var suppression = suppression(task, expired);
    return suppression == null
        ? new Verdict.Go()
        : new Verdict.Never(new Outcome.Suppressed(suppression));
  }

  private @Nullable String suppression(Task task, boolean expired) {
    var alert = task.alert();
    if (recipient.view(alert).isEmpty()) {
      return "CONFIDENTIAL";
    }
    if (task.onlyIfTold() && !isTold(alert)) {
      return "NOT_TOLD";
    }
    return expired && !recipient.subscriber().history() ? "STALE" : null;
  }

  private boolean isTold(Alert alert) {
    return ledger.wasTold(alert, recipient.id());
  }
}
