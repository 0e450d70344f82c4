package org.marsad.processor.judging;

import org.marsad.message.Reality;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.merging.StrikeChanges;
import org.marsad.processor.rules.heaviest.HeaviestInDaysRule;
import org.marsad.processor.rules.heaviest.RecordLedger;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.Ages;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.state.AreaStore;
import org.marsad.processor.state.Concerns;
import org.marsad.processor.state.DueStore;
import org.marsad.processor.state.HospitalStatusStore;
import org.marsad.processor.state.NewestDayStore;
import org.marsad.processor.state.RecordLedgerStore;
import org.marsad.processor.state.StrikeStore;
import org.marsad.processor.state.WaveChainStore;

/** What judging works on, opened for the area and reality of one cause at a time. */
final class JudgingStores {
  private final AreaBook book;
  private final Concerns concerns;
  private final AreaStore areas;

  JudgingStores(AreaBook book) {
    this.book = book;
    concerns = book.concerns();
    areas = new AreaStore(concerns);
  }

  /** Takes a step that leaves no trace where it fails. */
  void attempt(Runnable step) {
    book.attempt(step);
  }

  AreaStore areas() {
    return areas;
  }

  AlertLifecycle lifecycle(Rules rules) {
    return new AlertLifecycle(concerns.alerts(), this::dueAlerts, rules);
  }

  NewestDayStore newestDays() {
    return new NewestDayStore(concerns);
  }

  Ages ages() {
    return new Ages(concerns);
  }

  DueStore dueAlerts(String area, Reality reality) {
    return new DueStore(concerns, area, reality.name(), DueStore.Kind.ALERT);
  }

  WaveChainStore chains(Cause cause) {
    return new WaveChainStore(concerns, cause);
  }

  /** All that the judges of one record share. */
  Judging open(StrikeChanges changes, HeaviestInDaysRule rule) {
    var cause = changes.cause();
    var map = areas.of(cause);
    var ledger =
        new RecordLedger(
            rule,
            cause.area(),
            map,
            new RecordLedgerStore(concerns, cause),
            concerns.horizon().days(),
            concerns.horizon().dayRows());
    return new Judging(changes, map, strikes(cause), ledger);
  }

  private AreaStrikes strikes(Cause cause) {
    var reality = cause.reality().name();
    return new AreaStrikes(
        new StrikeStore(concerns, cause.area(), reality), concerns, cause.area(), reality);
  }

  HospitalStatusStore hospitals(Cause cause) {
    return new HospitalStatusStore(concerns, cause);
  }
}
