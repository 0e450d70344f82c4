package org.marsad.processor.judging;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.heaviest.Contribution;
import org.marsad.processor.rules.heaviest.RecordLedger.Change;
import org.marsad.processor.state.NewestDayStore;
import org.marsad.schemas.Areas;

/**
 * Works the changes into the records of the area, and tells what its days come to now. What became
 * of the records is told with the strikes and the days that they are about.
 */
final class JudgeRecords implements Judge {
  /** A day of history is forgotten at most so often per record: old ones go away in passing. */
  private static final int FORGOTTEN_AT_ONCE = 2;

  private final NewestDayStore newestDays;

  JudgeRecords(NewestDayStore newestDays) {
    this.newestDays = newestDays;
  }

  @Override
  public void judge(Judging judging, Consumer<Outgoing> out) {
    var changes = judging.changes();
    var cause = judging.cause();
    if (cause.area().equals(Areas.UNPLACED)) {
      return; // nowhere is no place that could be compared with itself
    }
    var map = judging.map();
    var today = cause.at().atZone(map.zone()).toLocalDate().toEpochDay();
    var newest = newestDays.find(cause.area(), cause.reality()).orElse(today);
    var ledger = judging.ledger();
    if (changes.heartbeat()) {
      judging.records().addAll(ledger.heartbeat(today, newest));
    } else {
      var booked =
          changes.changes().stream()
              .map(change -> new Change(change.id(), contribution(change.standsNow(), map)))
              .toList();
      judging.records().addAll(ledger.apply(booked, changes.heard(), newest));
    }
    var unused = ledger.sweep(newest, FORGOTTEN_AT_ONCE);
    ledger.takeChangedDays().forEach(day -> judging.days().add(OutgoingDay.of(day, map, cause)));
  }

  private static @Nullable Contribution contribution(@Nullable KnownStrike strike, AreaMap map) {
    return strike == null
        ? null
        : Contribution.of(
            strike.id(), strike.standing().what(), strike.timing().newestReceivedAt(), map.zone());
  }
}
