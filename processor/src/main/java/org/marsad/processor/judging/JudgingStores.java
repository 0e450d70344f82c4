package org.marsad.processor.judging;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Strike;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.merging.StrikeChanges;
import org.marsad.processor.rules.heaviest.HeaviestInDaysRule;
import org.marsad.processor.rules.heaviest.RecordLedger;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaStore;
import org.marsad.processor.state.HospitalStatusStore;
import org.marsad.processor.state.NewestDayStore;
import org.marsad.processor.state.RecordLedgerStore;
import org.marsad.processor.state.Stores;
import org.marsad.processor.state.StrikeStore;
import org.marsad.schemas.MessageCodec;

/** The stores that judging works on, opened for the area and reality of one cause at a time. */
public final class JudgingStores {
  /** Their names. */
  public static String[] names() {
    return new String[] {
      Stores.AREAS,
      Stores.STRIKES,
      Stores.STRIKES_BY_START,
      Stores.RECORD_LEDGER,
      Stores.NEWEST_DAYS,
      Stores.CHAINS,
      Stores.HOSPITAL_STATUS,
      Stores.SOURCES,
      Stores.ALERTS
    };
  }

  private final MessageCodec<Strike> strikeCodec = MessageCodec.of(Strike.class);
  private final MessageCodec<HospitalStatus> statusCodec = MessageCodec.of(HospitalStatus.class);
  private final AreaStore areas;
  private final KeyValueStore<Bytes, byte[]> strikes;
  private final KeyValueStore<Bytes, byte[]> strikesByStart;
  private final KeyValueStore<Bytes, byte[]> recordLedger;
  private final KeyValueStore<Bytes, byte[]> newestDays;
  private final KeyValueStore<Bytes, byte[]> chains;
  private final KeyValueStore<Bytes, byte[]> hospitalStatus;
  private final KeyValueStore<Bytes, byte[]> alerts;

  JudgingStores(ProcessorContext<?, ?> context) {
    areas = new AreaStore(context.getStateStore(Stores.AREAS));
    strikes = context.getStateStore(Stores.STRIKES);
    strikesByStart = context.getStateStore(Stores.STRIKES_BY_START);
    recordLedger = context.getStateStore(Stores.RECORD_LEDGER);
    newestDays = context.getStateStore(Stores.NEWEST_DAYS);
    chains = context.getStateStore(Stores.CHAINS);
    hospitalStatus = context.getStateStore(Stores.HOSPITAL_STATUS);
    alerts = context.getStateStore(Stores.ALERTS);
  }

  AreaStore areas() {
    return areas;
  }

  AlertLifecycle lifecycle(Rules rules) {
    return new AlertLifecycle(alerts, rules);
  }

  NewestDayStore newestDays() {
    return new NewestDayStore(newestDays);
  }

  KeyValueStore<Bytes, byte[]> chains() {
    return chains;
  }

  /** All that the judges of one record share. */
  Judging open(StrikeChanges changes, HeaviestInDaysRule rule) {
    var cause = changes.cause();
    var map = areas.of(cause);
    var ledger =
        new RecordLedger(rule, cause.area(), map, new RecordLedgerStore(recordLedger, cause));
    return new Judging(changes, map, strikes(cause), ledger);
  }

  private AreaStrikes strikes(Cause cause) {
    var reality = cause.reality().name();
    return new AreaStrikes(
        new StrikeStore(strikeCodec, strikes, cause.area(), reality),
        strikesByStart,
        cause.area(),
        reality);
  }

  HospitalStatusStore hospitals(Cause cause) {
    return new HospitalStatusStore(statusCodec, hospitalStatus, cause);
  }
}
