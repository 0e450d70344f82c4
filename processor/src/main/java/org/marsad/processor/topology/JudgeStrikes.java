package org.marsad.processor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Reason;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.heaviest.Contribution;
import org.marsad.processor.rules.heaviest.RecordLedger;
import org.marsad.processor.rules.heaviest.RecordLedger.Judged;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.topology.StrikeChanges.StrikeChange;
import org.marsad.schemas.Areas;
import org.marsad.schemas.MessageCodec;

/** Asks the rules about the strikes that changed and forwards the alerts that follow. */
@NullUnmarked // init() comes before process()
final class JudgeStrikes extends ContextualProcessor<String, StrikeChanges, String, Alert> {
  /** By how many days a change of time zone can move a strike. */
  private static final int DAYS_MOVED_BY_ZONE = 1;

  private final Rules rules;
  private final AlertMessages messages;
  private final MessageCodec<Strike> strikeCodec = MessageCodec.of(Strike.class);
  private KeyValueStore<Bytes, byte[]> strikes;
  private KeyValueStore<Bytes, byte[]> strikesByDay;
  private KeyValueStore<Bytes, byte[]> dayTotals;
  private KeyValueStore<Bytes, byte[]> recordTrees;
  private AreaMaps areas;
  private AlertLifecycle lifecycle;

  JudgeStrikes(Rules rules) {
    this.rules = rules;
    this.messages = new AlertMessages(rules);
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    super.init(context);
    strikes = context.getStateStore(Stores.STRIKES);
    strikesByDay = context.getStateStore(Stores.STRIKES_BY_DAY);
    dayTotals = context.getStateStore(Stores.DAY_TOTALS);
    recordTrees = context.getStateStore(Stores.RECORD_TREES);
    areas = new AreaMaps(context.getStateStore(Stores.AREAS));
    lifecycle = new AlertLifecycle(context.getStateStore(Stores.ALERTS), rules.alertsExpireAfter());
  }

  @Override
  public void process(Record<String, StrikeChanges> record) {
    var changes = record.value();
    var map = areas.of(changes.area());
    var alerts = new ArrayList<Alert>();
    for (var change : changes.changes()) {
      judgeResidential(change, map, changes).ifPresent(alerts::add);
      judgeUnplaced(change, map, changes).ifPresent(alerts::add);
    }
    if (!changes.area().equals(Areas.UNPLACED)) {
      judgeRecords(changes, map, alerts);
    }
    alerts.forEach(alert -> context().forward(record.withKey(alert.getAlertId()).withValue(alert)));
  }

  private Optional<Alert> judgeResidential(
      StrikeChange change, AreaMap map, StrikeChanges changes) {
    var strike = change.after();
    return stands(strike) && strike.getResidential() != null
        ? lifecycle.claim(messages.residential(strike, map, changes.receivedAt()))
        : lifecycle.withdraw(
            AlertMessages.residentialId(strike),
            whyGone(strike, "NOT_RESIDENTIAL"),
            changes.receivedAt());
  }

  private Optional<Alert> judgeUnplaced(StrikeChange change, AreaMap map, StrikeChanges changes) {
    var strike = change.after();
    return stands(strike) && strike.getArea().equals(Areas.UNPLACED)
        ? lifecycle.claim(messages.unplaced(strike, map, changes.receivedAt()))
        : lifecycle.withdraw(
            AlertMessages.unplacedId(strike), whyGone(strike, "PLACED"), changes.receivedAt());
  }

  private void judgeRecords(StrikeChanges changes, AreaMap map, List<Alert> alerts) {
    var files =
        new LedgerFiles(
            strikesByDay, dayTotals, recordTrees, changes.area(), changes.reality().name());
    var ledger = new RecordLedger(rules.heaviestInDays(), changes.area(), map, files);
    var booked =
        changes.changes().stream()
            .map(
                change ->
                    new RecordLedger.Change(
                        contributed(change.before(), map, files),
                        contribution(change.after(), map)))
            .toList();
    for (var judged : ledger.apply(booked)) {
      judgeRecord(judged, ledger, changes, map).ifPresent(alerts::add);
    }
  }

  private Optional<Alert> judgeRecord(
      Judged judged, RecordLedger ledger, StrikeChanges changes, AreaMap map) {
    if (judged.record().isEmpty()) {
      return lifecycle.withdraw(
          AlertMessages.heaviestId(judged, changes.reality()),
          AlertMessages.reason("NOT_HEAVIEST_IN_DAYS"),
          changes.receivedAt());
    }
    var strike =
        judged.strikeId().isEmpty()
            ? null
            : new StrikeFiles(strikeCodec, strikes, changes.area(), changes.reality().name())
                .get(judged.strikeId());
    return lifecycle.claim(
        messages.heaviest(
            judged,
            ledger.strikes(judged.scopeCode(), judged.day()),
            strike,
            changes.reality(),
            changes.area(),
            map,
            changes.receivedAt()));
  }

  private static @Nullable Contribution contribution(@Nullable Strike strike, AreaMap map) {
    return strike == null || !stands(strike)
        ? null
        : Contribution.of(strike.getStrikeId(), Domain.merged(strike), map.zone());
  }

  /** What was booked for the strike as it stood, even if the area's time zone changed since. */
  private static @Nullable Contribution contributed(
      @Nullable Strike before, AreaMap map, LedgerFiles files) {
    var expected = contribution(before, map);
    if (expected == null) {
      return null;
    }
    for (var shift = 0; shift <= DAYS_MOVED_BY_ZONE; shift++) {
      for (var day : List.of(expected.firstDay() - shift, expected.firstDay() + shift)) {
        var booked = files.strike(day, expected.strikeId());
        if (booked != null) {
          return booked;
        }
      }
    }
    return null;
  }

  private static boolean stands(Strike strike) {
    return strike.getStatus() == StrikeStatus.ACTIVE;
  }

  private static Reason whyGone(Strike strike, String otherwise) {
    return AlertMessages.reason(
        switch (strike.getStatus()) {
          case RETRACTED -> "STRIKE_RETRACTED";
          case MERGED -> "STRIKE_MERGED";
          case ACTIVE -> otherwise;
        });
  }
}
