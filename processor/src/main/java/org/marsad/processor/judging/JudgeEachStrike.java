package org.marsad.processor.judging;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.marsad.message.StrikeStatus;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.merging.Ending;
import org.marsad.processor.merging.StrikeChanges;
import org.marsad.processor.merging.StrikeChanges.StrikeChange;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.heaviest.Judged;
import org.marsad.processor.settings.Rules;

/**
 * What is to be told of each strike: every one that stands has an alert. Each is a step of its own:
 * where one fails, the others are told all the same.
 */
final class JudgeEachStrike implements Judge {
  private final Rules rules;
  private final StrikeAlert alerts;
  private final AlertLifecycle lifecycle;
  private final Consumer<Runnable> attempt;

  /**
   * @param attempt takes a step that leaves no trace where it fails
   */
  JudgeEachStrike(
      Rules rules, StrikeAlert alerts, AlertLifecycle lifecycle, Consumer<Runnable> attempt) {
    this.rules = rules;
    this.alerts = alerts;
    this.lifecycle = lifecycle;
    this.attempt = attempt;
  }

  @Override
  public void judge(Judging judging, Consumer<Outgoing> out) {
    for (var change : judging.changes().changes()) {
      if (change.standsNow() == null) {
        step(judging, () -> end(change, judging, out));
      }
    }
    var parted = judging.changes().parted();
    for (var strikeId : affected(judging)) {
      step(judging, () -> tell(strikeId, parted.contains(strikeId), judging, out));
    }
  }

  private void step(Judging judging, Runnable step) {
    judging.failures().guard(() -> attempt.accept(step));
  }

  private void tell(String strikeId, boolean parted, Judging judging, Consumer<Outgoing> out) {
    var strike = judging.strikes().known(strikeId);
    var alertId = AlertIds.of(AlertIds.strike(strikeId), judging.cause().reality());
    var found = new StrikeFindings(rules, judging, strike, lifecycle.standing(alertId));
    var claim =
        alerts.of(strike, found.findings(), found.severity(), judging.map(), judging.cause());
    lifecycle
        .claim(claim, parted, judging.cause().at())
        .ifPresent(alert -> out.accept(new Outgoing(alert, false)));
  }

  private void end(StrikeChange change, Judging judging, Consumer<Outgoing> out) {
    var reality = judging.cause().reality();
    lifecycle
        .withdraw(
            AlertIds.of(AlertIds.strike(change.id()), reality),
            ending(change, judging.changes()),
            judging.cause().at())
        .ifPresent(alert -> out.accept(new Outgoing(alert, false)));
  }

  /** Why a strike does not stand any more. */
  static Ending ending(StrikeChange change, StrikeChanges changes) {
    var strike = change.after().message();
    return strike.getStatus() == StrikeStatus.MERGED && strike.getMergedInto() != null
        ? Ending.replacedBy(
            AlertIds.of(AlertIds.strike(strike.getMergedInto()), changes.cause().reality()))
        : changes.ending();
  }

  /** The strikes that changed, those that repeat them or did, and those of new records. */
  private SortedSet<String> affected(Judging judging) {
    var repeat = rules.repeatStrike();
    var affected = new TreeSet<String>();
    for (var change : judging.changes().changes()) {
      if (change.standsNow() != null) {
        affected.add(change.id());
      }
      for (var strike : change.timed()) {
        affected.addAll(
            judging
                .strikes()
                .beginning(
                    strike.what().time().from(),
                    strike.latestEnd().plus(repeat.window()),
                    later -> later.isTouchedBy(strike, repeat)));
      }
    }
    judging.records().stream()
        .filter(judged -> judged.scale() == Scale.STRIKE)
        .map(Judged::strikeId)
        .filter(judging.strikes()::stands)
        .forEach(affected::add);
    return affected;
  }
}
