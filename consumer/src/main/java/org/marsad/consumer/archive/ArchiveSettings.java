package org.marsad.consumer.archive;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.marsad.schemas.launch.KafkaConnection;

/** The settings of the archive. */
public final class ArchiveSettings {
  public static final String ARCHIVE_DIR = "archive.dir";

  /** Names, defaults and meaning. */
  public static final ConfigDef DEFINITION =
      KafkaConnection.define(new ConfigDef())
          .define(
              ARCHIVE_DIR,
              ConfigDef.Type.STRING,
              "archive",
              new ConfigDef.NonEmptyString(),
              ConfigDef.Importance.HIGH,
              "Folder that the files are written to.");

  private ArchiveSettings() {}

  /** A consumer for the archive, which keeps its own positions. */
  static Map<String, Object> consumer(KafkaConnection kafka) {
    Map<String, Object> ours =
        Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none", // what is gone is said, not skipped
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000,
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            65_536, // fewer, larger batches: each is forced to the disk
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            1_000);
    var all = kafka.consumer(ours);
    all.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return all;
  }

  static Consumer<byte[], byte[]> connect(Map<String, Object> consumer) {
    return new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
