package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Reasons;
import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;

/**
 * Stage 4: whether a message may go to a recipient now, and whether it may make a sound. What was
 * attempted once is carried through until its alert expires, or its receiver is gone.
 *
 * <p>A channel in place gets each revision at once, if need be without a sound; the sound may
 * follow later.
 */
final class Gate {
  private final Recipient recipient;
  private final Lane.Context context;

  Gate(Recipient recipient, Lane.Context context) {
    this.recipient = recipient;
    this.context = context;
  }

  Verdict judge(Task task, Instant now) {
    var alert = task.alert();
    var past = context.ledger().past(alert, recipient.id());
    var shown = past.isFinished(alert.getRevision());
    if (shown && !(isInPlace() && past.told() == alert.getRevision())) {
      return new Verdict.Done();
    }
    if (recipient.isGone()) {
      return new Verdict.Never(new Outcome.Suppressed(Reasons.REMOVED));
    }
    var tried = past.attempts(alert.getRevision()) > 0;
    var disabled = recipient.channel().disabled();
    if (disabled != null) {
      return new Verdict.Never(
          tried ? new Outcome.GaveUp(disabled) : new Outcome.Suppressed(disabled));
    }
    var view = view(task);
    if (view == null) {
      return new Verdict.Never(new Outcome.Suppressed(Reasons.NO_VIEW));
    }
    var expired = !alert.getExpiresAt().isAfter(now);
    if (tried && expired) {
      return new Verdict.Never(new Outcome.GaveUp(Reasons.EXPIRED));
    }
    var news = News.is(view, past, isInPlace());
    if (!news) {
      past.noNews(alert.getRevision());
    }
    var reason = tried || shown ? null : suppression(task, view, past, news, expired, now);
    if (reason != null) {
      return new Verdict.Never(new Outcome.Suppressed(reason));
    }
    if (!news || expired || isBesideARealOne(alert, now)) {
      return shown ? new Verdict.Done() : new Verdict.Go(false);
    }
    var wait = tried && (shown || !isInPlace()) ? null : wait(task, past, now);
    if (wait == null) {
      return new Verdict.Go(true);
    }
    if (!isInPlace()) {
      return wait;
    }
    if (!shown) {
      return new Verdict.Go(false);
    }
    return wait instanceof Verdict.Never ? new Verdict.Done() : wait;
  }

  private boolean isInPlace() {
    return recipient.channel().isInPlace();
  }

  private @Nullable View view(Task task) {
    return context.mayKnow(recipient.subscriber(), task)
        ? task.views().of(recipient.subscriber()).orElse(null)
        : null;
  }

  private @Nullable String suppression(
      Task task, View view, Past past, boolean news, boolean expired, Instant now) {
    if (task.onlyIfTold() && !past.isTold()) {
      return Reasons.NOT_TOLD;
    }
    if (expired && !recipient.subscriber().history()) {
      return Reasons.STALE;
    }
    var alert = task.alert();
    if (alert.getMessageType() == MessageType.CANCEL && past.isTold()) {
      return view.hash().equals(past.shown()) ? Reasons.NOT_INTERRUPTING : null;
    }
    var mute =
        context.mutes().covering(alert, recipient.subscriber().id(), now).stream()
            .filter(covering -> !MuteBreak.isBrokenBy(alert, covering, past))
            .findFirst();
    if (mute.isPresent()) {
      return Reasons.MUTED + mute.get().getMuteId();
    }
    if (isInPlace()) {
      return null;
    }
    if (isBesideARealOne(alert, now)) {
      return Reasons.ACTUAL_STANDS;
    }
    return news ? null : Reasons.NOT_INTERRUPTING;
  }

  private boolean isBesideARealOne(Alert alert, Instant now) {
    return alert.getReality() != Reality.ACTUAL
        && alert.getMessageType() != MessageType.CANCEL
        && !TestAlert.isOne(alert)
        && context.standing().isAny(alert.getArea(), now);
  }

  /** What keeps a message that would make a sound; null: nothing. A withdrawal never waits. */
  private @Nullable Verdict wait(Task task, Past past, Instant now) {
    var alert = task.alert();
    if (alert.getMessageType() == MessageType.CANCEL) {
      return null;
    }
    var notBefore = task.notBefore();
    if (notBefore != null && past.rung() > 0 && now.isBefore(notBefore)) {
      return new Verdict.Hold(Reasons.NOT_BEFORE, notBefore);
    }
    var quiet = QuietRule.until(alert, recipient.subscriber().quietHours(), now);
    if (quiet.isPresent()) {
      return !alert.getExpiresAt().isAfter(quiet.get())
          ? new Verdict.Never(new Outcome.Suppressed(Reasons.QUIET_HOURS))
          : new Verdict.Hold(Reasons.QUIET_HOURS, quiet.get());
    }
    return Interruptions.mayBeLimited(alert)
            && context.interruptions().isOver(recipient, alert.getReality(), now)
        ? new Verdict.Summarise()
        : null;
  }
}
