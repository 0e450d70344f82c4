package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/**
 * Stage 4: whether a message may go to a recipient now. What was attempted once is carried through
 * until its alert expires, or its receiver is gone.
 */
final class Gate {
  private static final String QUIET_HOURS = "QUIET_HOURS";

  private final Recipient recipient;
  private final Ledger ledger;
  private final Silences silences;
  private final SilenceBreak silenceBreak;

  Gate(Recipient recipient, Ledger ledger, Silences silences) {
    this.recipient = recipient;
    this.ledger = ledger;
    this.silences = silences;
    this.silenceBreak = new SilenceBreak(ledger, recipient.id());
  }

  Verdict judge(Task task, Instant now) {
    if (recipient.isGone()) {
      return new Verdict.Never(new Outcome.Suppressed("REMOVED"));
    }
    var tried = ledger.attempts(task.alert(), recipient.id()) > 0;
    var disabled = recipient.channel().disabled();
    if (disabled != null) {
      return new Verdict.Never(
          tried ? new Outcome.GaveUp(disabled) : new Outcome.Suppressed(disabled));
    }
    var expired = task.alert().getExpiresAt().isBefore(now);
    if (tried) {
      return expired ? new Verdict.Never(new Outcome.GaveUp("EXPIRED")) : new Verdict.Go();
    }
    var suppression = suppression(task, expired, now);
    return suppression == null
        ? keepQuiet(task.alert(), now)
        : new Verdict.Never(new Outcome.Suppressed(suppression));
  }

  private Verdict keepQuiet(Alert alert, Instant now) {
    var until = QuietRule.until(alert, recipient.subscriber().quietHours(), now);
    if (until.isEmpty()) {
      return new Verdict.Go();
    }
    return alert.getExpiresAt().isBefore(until.get())
        ? new Verdict.Never(new Outcome.Suppressed(QUIET_HOURS))
        : new Verdict.Hold(QUIET_HOURS, until.get());
  }

  private @Nullable String suppression(Task task, boolean expired, Instant now) {
    var alert = task.alert();
    if (recipient.view(alert).isEmpty()) {
      return "CONFIDENTIAL";
    }
    if (task.onlyIfTold() && !isTold(alert)) {
      return "NOT_TOLD";
    }
    if (expired && !recipient.subscriber().history()) {
      return "STALE";
    }
    return silence(alert, now);
  }

  /** A withdrawal always reaches those who were told. */
  private @Nullable String silence(Alert alert, Instant now) {
    if (alert.getMessageType() == MessageType.CANCEL && isTold(alert)) {
      return null;
    }
    return silences
        .covering(alert, recipient.subscriber().id(), now)
        .filter(silence -> !silenceBreak.isBrokenBy(alert, silence))
        .map(silence -> Ledger.SILENCED + silence.getSilenceId())
        .orElse(null);
  }

  private boolean isTold(Alert alert) {
    return ledger.wasTold(alert, recipient.id());
  }
}
