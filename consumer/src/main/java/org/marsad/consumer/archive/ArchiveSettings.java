package org.marsad.consumer.archive;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.marsad.schemas.launch.KafkaSettings;
import org.marsad.schemas.settings.Settings;

/** The settings of the archive. */
public final class ArchiveSettings {
  public static final String TOPICS_PREFIX = "topics.prefix";
  public static final String ARCHIVE_DIR = "archive.dir";

  /** Names, defaults and meaning. */
  public static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              TOPICS_PREFIX,
              ConfigDef.Type.STRING,
              "",
              ConfigDef.Importance.LOW,
              "Put before each topic's name.")
          .define(
              ARCHIVE_DIR,
              ConfigDef.Type.STRING,
              "archive",
              new ConfigDef.NonEmptyString(),
              ConfigDef.Importance.HIGH,
              "Folder that the files are written to.");

  private ArchiveSettings() {}

  /** A consumer for the archive, which keeps its own positions. */
  static Map<String, Object> consumer(Settings settings) {
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
    var all = KafkaSettings.of(settings, "consumer", ours);
    all.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return all;
  }

  static Consumer<byte[], byte[]> connect(Map<String, Object> consumer) {
    return new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
