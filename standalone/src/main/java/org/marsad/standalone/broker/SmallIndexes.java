package org.marsad.standalone.broker;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The size of an open segment's index. Kafka lays it out in full: a copy of the data folder that
 * knows nothing of holes grows by it.
 */
final class SmallIndexes {
  /** Holds the entries of 20 MB of log, one each 16 KB; a segment whose index is full is closed. */
  static final int BYTES = 16_384;

  private static final Logger LOG = LoggerFactory.getLogger(SmallIndexes.class);

  private SmallIndexes() {}

  /**
   * Makes it the default of this JVM's logs, once, before any of them is open: the log of the
   * cluster's metadata, of 12 KB, takes no setting of its own and would have two indexes of 10 MB.
   * Where a newer Kafka does not let that be, they stay as they are, which costs nothing but the
   * looks.
   */
  static synchronized void set() {
    try {
      var field = LogConfig.class.getDeclaredField("CONFIG");
      field.setAccessible(true);
      var definition = (ConfigDef) field.get(null);
      var usual = definition.configKeys().get(TopicConfig.SEGMENT_INDEX_BYTES_CONFIG);
      if (usual == null || Integer.valueOf(BYTES).equals(usual.defaultValue)) {
        return;
      }
      definition.configKeys().remove(usual.name);
      definition.define(
          usual.name, usual.type, BYTES, usual.validator, usual.importance, usual.documentation);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("the index of the cluster's metadata keeps Kafka's size", e);
    }
  }
}
