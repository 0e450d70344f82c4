package org.marsad.processor.judging;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.marsad.processor.mapping.KnownStrike;

/**
 * Forgets the alerts of long ago and what they were judged by, a few for each record. Nobody is
 * told: an alert is not taken back by being old. One that was sent lately stays, though its strike
 * is forgotten: should that be told of anew, under another date, it is the next revision.
 */
final class ForgetAlerts implements Judge {
  /** Looked at for one record at most. */
  private static final int AT_ONCE = 16;

  private final AlertLifecycle lifecycle;
  private final JudgingStores files;

  ForgetAlerts(AlertLifecycle lifecycle, JudgingStores files) {
    this.lifecycle = lifecycle;
    this.files = files;
  }

  @Override
  public void judge(Judging judging, Consumer<Outgoing> out) {
    judging.changes().forgotten().forEach(strike -> forget(strike, judging));
    var cause = judging.cause();
    var due = files.dueAlerts(cause.area(), cause.reality());
    files
        .ages()
        .forgottenBefore(cause)
        .ifPresent(
            day -> {
              var over = LocalDate.ofEpochDay(day).atStartOfDay(judging.map().zone()).toInstant();
              if (!due.isSweptTo(day) && files.chains(cause).forget(over, AT_ONCE)) {
                due.takeBefore(day, AT_ONCE).forEach(alertId -> lifecycle.forget(alertId, day));
              }
            });
  }

  private void forget(KnownStrike strike, Judging judging) {
    judging.strikes().forget(strike);
    judging.ledger().forgetStrike(strike.id());
  }
}
