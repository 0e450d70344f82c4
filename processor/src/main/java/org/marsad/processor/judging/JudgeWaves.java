package org.marsad.processor.judging;

import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Limits;
import org.marsad.processor.merging.Ending;
import org.marsad.processor.merging.StrikeChanges.StrikeChange;
import org.marsad.processor.rules.severity.WaveSeverity;
import org.marsad.processor.rules.wave.Chain;
import org.marsad.processor.rules.wave.WaveBook;
import org.marsad.processor.rules.wave.WaveRule;
import org.marsad.processor.state.WaveChainStore;
import org.marsad.schemas.Areas;

/** Which strikes form a wave, and which alert speaks of it. */
final class JudgeWaves implements Judge {
  private final WaveRule rule;
  private final WaveSeverity severity;
  private final WaveAlert alerts;
  private final AlertLifecycle lifecycle;
  private final Function<Cause, WaveChainStore> chains;

  JudgeWaves(
      WaveRule rule,
      WaveSeverity severity,
      WaveAlert alerts,
      AlertLifecycle lifecycle,
      Function<Cause, WaveChainStore> chains) {
    this.rule = rule;
    this.severity = severity;
    this.alerts = alerts;
    this.lifecycle = lifecycle;
    this.chains = chains;
  }

  @Override
  public void judge(Judging judging, Consumer<Outgoing> out) {
    var changes = new ArrayList<WaveBook.Change>();
    for (var change : judging.changes().changes()) {
      var before = StrikeChange.withinAnHour(change.stoodBefore());
      var now = StrikeChange.withinAnHour(change.standsNow());
      if (before != null || now != null) {
        changes.add(new WaveBook.Change(before, now));
      }
    }
    if (changes.isEmpty() || judging.cause().area().equals(Areas.UNPLACED)) {
      return; // strikes of nowhere have nothing to do with one another
    }
    var stored = chains.apply(judging.cause());
    var outcome = new WaveBook(rule, stored, judging.strikes()::touching).apply(changes);
    for (var standing : outcome.standing()) {
      var chain = standing.chain();
      if (chain.alertId().isEmpty()) {
        chain.setAlertId(name(chain, judging));
      }
      stored.put(chain);
      tell(standing, judging, out);
    }
    outcome.ended().forEach((alertId, replacedBy) -> withdraw(alertId, replacedBy, judging, out));
  }

  private void tell(WaveBook.Standing standing, Judging judging, Consumer<Outgoing> out) {
    var wave = standing.wave();
    var strikes = judging.strikes();
    var claim =
        alerts.of(
            subject(standing.chain().alertId()),
            wave,
            strikes.firstAt(wave.from()),
            strikes.newest(wave.from(), wave.until(), Limits.STRIKE_IDS),
            severity.judge(wave.number().best(), wave.residential()),
            judging.map(),
            judging.cause());
    lifecycle
        .claim(claim, judging.cause().at())
        .ifPresent(alert -> out.accept(new Outgoing(alert, false)));
  }

  private void withdraw(
      String alertId, String replacedBy, Judging judging, Consumer<Outgoing> out) {
    var standing = lifecycle.standing(alertId);
    if (standing == null) {
      return;
    }
    var remain = standing.getStrikeIds().stream().anyMatch(judging.strikes()::stands);
    var gone = remain ? Ending.CORRECTED : judging.changes().endingOfAll();
    lifecycle
        .withdraw(
            alertId,
            replacedBy.isEmpty() ? gone : Ending.replacedBy(replacedBy),
            judging.cause().at())
        .ifPresent(alert -> out.accept(new Outgoing(alert, false)));
  }

  /** Two waves can begin at the same time, one after the other was split off. */
  private String name(Chain chain, Judging judging) {
    var cause = judging.cause();
    var named = AlertIds.of(AlertIds.wave(cause.area(), chain.from()), cause.reality());
    var free = named;
    for (var n = 2; lifecycle.stands(free); n++) {
      free = named + "-" + n;
    }
    return free;
  }

  private static Subject subject(String alertId) {
    return new Subject(SubjectKind.WAVE, alertId.substring(alertId.indexOf("wave:") + 5));
  }
}
