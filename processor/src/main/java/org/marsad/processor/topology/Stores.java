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

  /** What each strike adds, by local day. */
  static final String STRIKES_BY_DAY = "strikes-by-day";

  /** Strikes known within an hour, by the hour in which they begin. */
  static final String STRIKES_BY_HOUR = "strikes-by-hour";

  /** The alert that speaks of a strike's wave, by strike id. */
  static final String WAVES = "waves";

  /** What hospitals said of themselves, by site and time. */
  static final String HOSPITAL_STATUS = "hospital-status";

  /** Sources that send heartbeats. */
  static final String SOURCES = "sources";

  /** Totals by scope and local day. The second form: the first did not tell what was a record. */
  static final String DAY_TOTALS = "day-totals-2";

  /** Trees of maxima by scope. The second form: the first told otherwise when records began. */
  static final String RECORD_TREES = "record-trees-2";

  /** Newest revision of each alert. */
  static final String ALERTS = "alerts";

  static final List<String> ALL =
      List.of(
          AREAS,
          REPORTS,
          REPORTS_BY_TIME,
          DECISIONS,
          STRIKES,
          STRIKES_BY_DAY,
          STRIKES_BY_HOUR,
          WAVES,
          HOSPITAL_STATUS,
          SOURCES,
          DAY_TOTALS,
          RECORD_TREES,
          ALERTS);

  /**
   * Names that stores had before their form was changed. A store whose form changes gets a new
   * name, and the old one is listed here: {@link FormerState} looks for it.
   */
  static final List<String> FORMER = List.of("day-totals", "record-trees");

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
