package org.marsad.processor.state;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The processor's state, one store per concern. Keys begin with area and reality. */
public final class Stores {
  /** Newest profile by area. */
  public static final String AREAS = "areas";

  /** Newest revision of each report by report id, with the strike that it belongs to. */
  public static final String REPORTS = "reports";

  /** The newest word of reports that were placed in another area later. */
  public static final String MOVED_REPORTS = "moved-reports";

  /** Finely placed reports by time, to find those that can be the same strike. */
  public static final String REPORTS_BY_TIME = "reports-by-time";

  /** What people decided, by each report that it is about. */
  public static final String DECISIONS = "decisions";

  /** Newest revision of each strike. */
  public static final String STRIKES = "strikes";

  /** When the strikes known within an hour ended, and where, by their start, the latest first. */
  public static final String STRIKES_BY_START = "strikes-by-start";

  /** What counts for records: strikes by day, sums, maxima, days that somebody was heard of. */
  public static final String RECORD_LEDGER = "record-ledger";

  /** Newest local day of which a report told. */
  public static final String NEWEST_DAYS = "newest-days";

  /** Chains of strikes with their running totals, by start, the latest first. */
  public static final String CHAINS = "chains";

  /** What hospitals said of themselves, by site, the latest first. */
  public static final String HOSPITAL_STATUS = "hospital-status";

  /** Sources that send heartbeats. */
  public static final String SOURCES = "sources";

  /** Newest revision of each alert, and what people were last woken for. */
  public static final String ALERTS = "alerts";

  public static final List<String> ALL =
      List.of(
          AREAS,
          REPORTS,
          REPORTS_BY_TIME,
          MOVED_REPORTS,
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
  public static StoreBuilder<KeyValueStore<Bytes, byte[]>> onDisk(String name) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
            Serdes.Bytes(),
            Serdes.ByteArray())
        .withCachingEnabled();
  }
}
