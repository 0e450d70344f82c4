package org.marsad.processor.topology;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The processor's state, one store per concern. Keys begin with area and reality. */
final class Stores {
  /** Newest profile by area. */
  static final String AREAS = "areas";

  /** Newest revision of each report by report id, with the strike that it belongs to. */
  static final String REPORTS = "reports";

  /** Finely placed reports by time, to find those that can be the same strike. */
  static final String REPORTS_BY_TIME = "reports-by-time";

  /** What people decided, by each report that it is about. */
  static final String DECISIONS = "decisions";

  /** Newest revision of each strike. */
  static final String STRIKES = "strikes";

  /** When the strikes known within an hour ended, and where, by their start, the latest first. */
  static final String STRIKES_BY_START = "strikes-by-start";

  /** What counts for records: strikes by day, sums, maxima, days that somebody was heard of. */
  static final String RECORD_LEDGER = "record-ledger";

  /** Newest local day of which a report told. */
  static final String NEWEST_DAYS = "newest-days";

  /** Chains of strikes with their running totals, by start, the latest first. */
  static final String CHAINS = "chains";

  /** What hospitals said of themselves, by site, the latest first. */
  static final String HOSPITAL_STATUS = "hospital-status";

  /** Sources that send heartbeats. */
  static final String SOURCES = "sources";

  /** Newest revision of each alert, and what people were last woken for. */
  static final String ALERTS = "alerts";

  static final List<String> ALL =
      List.of(
          AREAS,
          REPORTS,
          REPORTS_BY_TIME,
          DECISIONS,
          STRIKES,
          STRIKES_BY_START,
          RECORD_LEDGER,
          NEWEST_DAYS,
          CHAINS,
          HOSPITAL_STATUS,
          SOURCES,
          ALERTS);

  private Stores() {}

  /** On disk, with a cache that coalesces the writes of one commit interval. */
  static StoreBuilder<KeyValueStore<Bytes, byte[]>> onDisk(String name) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
            Serdes.Bytes(),
            Serdes.ByteArray())
        .withCachingEnabled();
  }
}
