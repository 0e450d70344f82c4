package org.marsad.processor.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Strike;
import org.marsad.processor.settings.Rules;
import org.marsad.schemas.MessageCodec;

/** The stores that judging works on, opened for the area and reality of one cause at a time. */
final class JudgingFiles {
  static final String[] STORES = {
    Stores.AREAS,
    Stores.STRIKES,
    Stores.STRIKES_BY_HOUR,
    Stores.STRIKES_BY_DAY,
    Stores.DAY_TOTALS,
    Stores.RECORD_TREES,
    Stores.WAVES,
    Stores.HOSPITAL_STATUS,
    Stores.SOURCES,
    Stores.ALERTS
  };

  private final MessageCodec<Strike> strikeCodec = MessageCodec.of(Strike.class);
  private final MessageCodec<HospitalStatus> statusCodec = MessageCodec.of(HospitalStatus.class);
  private final AreaMaps areas;
  private final KeyValueStore<Bytes, byte[]> strikes;
  private final KeyValueStore<Bytes, byte[]> strikesByHour;
  private final KeyValueStore<Bytes, byte[]> strikesByDay;
  private final KeyValueStore<Bytes, byte[]> dayTotals;
  private final KeyValueStore<Bytes, byte[]> recordTrees;
  private final KeyValueStore<Bytes, byte[]> hospitalStatus;
  private final KeyValueStore<Bytes, byte[]> alerts;

  JudgingFiles(ProcessorContext<?, ?> context) {
    areas = new AreaMaps(context.getStateStore(Stores.AREAS));
    strikes = context.getStateStore(Stores.STRIKES);
    strikesByHour = context.getStateStore(Stores.STRIKES_BY_HOUR);
    strikesByDay = context.getStateStore(Stores.STRIKES_BY_DAY);
    dayTotals = context.getStateStore(Stores.DAY_TOTALS);
    recordTrees = context.getStateStore(Stores.RECORD_TREES);
    hospitalStatus = context.getStateStore(Stores.HOSPITAL_STATUS);
    alerts = context.getStateStore(Stores.ALERTS);
  }

  AreaMaps areas() {
    return areas;
  }

  AlertLifecycle lifecycle(Rules rules) {
    return new AlertLifecycle(alerts, rules.expiry());
  }

  AreaStrikes strikes(Cause cause) {
    var reality = cause.reality().name();
    return new AreaStrikes(
        new StrikeFiles(strikeCodec, strikes, cause.area(), reality),
        strikesByHour,
        cause.area(),
        reality);
  }

  LedgerFiles ledger(Cause cause) {
    return new LedgerFiles(
        strikesByDay, dayTotals, recordTrees, cause.area(), cause.reality().name());
  }

  HospitalFiles hospitals(Cause cause) {
    return new HospitalFiles(statusCodec, hospitalStatus, cause);
  }
}
