package org.marsad.processor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Strike;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.heaviest.Contribution;
import org.marsad.processor.rules.heaviest.HeaviestInDaysRule;
import org.marsad.processor.rules.heaviest.RecordLedger;
import org.marsad.processor.rules.heaviest.RecordLedger.Judged;
import org.marsad.schemas.Areas;

/** Which days and strikes are the heaviest in days: HEAVIEST_IN_DAYS. */
final class JudgeRecords implements Judge {
  /** By how many days a change of time zone can move a strike. */
  private static final int DAYS_MOVED_BY_ZONE = 1;

  private final HeaviestInDaysRule rule;
  private final AlertMessages messages;
  private final AlertLifecycle lifecycle;
  private final JudgingFiles files;

  JudgeRecords(
      HeaviestInDaysRule rule,
      AlertMessages messages,
      AlertLifecycle lifecycle,
      JudgingFiles files) {
    this.rule = rule;
    this.messages = messages;
    this.lifecycle = lifecycle;
    this.files = files;
  }

  @Override
  public List<Alert> judge(StrikeChanges changes, AreaMap map, AreaStrikes strikes) {
    var alerts = new ArrayList<Alert>();
    var cause = changes.cause();
    if (cause.area().equals(Areas.UNPLACED)) {
      return alerts;
    }
    var days = files.ledger(cause);
    var ledger = new RecordLedger(rule, cause.area(), map, days);
    var booked =
        changes.changes().stream()
            .map(
                change ->
                    new RecordLedger.Change(
                        contributed(change.stoodBefore(), map, days),
                        contribution(change.standsNow(), map)))
            .toList();
    for (var judged : ledger.apply(booked)) {
      if (judged.record().isPresent() || canStand(judged, changes)) {
        judge(judged, ledger, cause, map, strikes).ifPresent(alerts::add);
      }
    }
    return alerts;
  }

  /** Most verdicts are that what never was a record is none: of that no alert is asked for. */
  private static boolean canStand(Judged judged, StrikeChanges changes) {
    return judged.canHaveBeen() && !changes.isNew(judged.strikeId());
  }

  private Optional<Alert> judge(
      Judged judged, RecordLedger ledger, Cause cause, AreaMap map, AreaStrikes strikes) {
    if (judged.record().isEmpty()) {
      return lifecycle.withdraw(
          AlertMessages.heaviestId(judged, cause.reality()),
          AlertMessages.reason("NOT_HEAVIEST_IN_DAYS"),
          cause.at());
    }
    return lifecycle.claim(
        messages.heaviest(
            judged,
            ledger.strikes(judged.scopeCode(), judged.day()),
            judged.strikeId().isEmpty() ? null : strikes.message(judged.strikeId()),
            cause.reality(),
            cause.area(),
            map,
            cause.at()));
  }

  private static @Nullable Contribution contribution(@Nullable Strike strike, AreaMap map) {
    return strike == null
        ? null
        : Contribution.of(strike.getStrikeId(), Domain.merged(strike), map.zone());
  }

  /** What was booked for the strike as it stood, even if the area's time zone changed since. */
  private static @Nullable Contribution contributed(
      @Nullable Strike before, AreaMap map, LedgerFiles days) {
    var expected = contribution(before, map);
    if (expected == null) {
      return null;
    }
    for (var shift = 0; shift <= DAYS_MOVED_BY_ZONE; shift++) {
      for (var day : List.of(expected.firstDay() - shift, expected.firstDay() + shift)) {
        var booked = days.strike(day, expected.strikeId());
        if (booked != null) {
          return booked;
        }
      }
    }
    return null;
  }
}
