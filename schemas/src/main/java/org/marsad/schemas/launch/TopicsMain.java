package org.marsad.schemas.launch;

import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.marsad.schemas.settings.Settings;

/**
 * Creates the missing topics as a step of its own, before the parts start: ends with 0 when all are
 * there. Waits up to a minute for the broker ({@code kafka.admin.default.api.timeout.ms}).
 */
public final class TopicsMain {
  public static final String PARTITIONS = "topics.partitions";
  public static final String REPLICATION = "topics.replication";

  /** Names, defaults and meaning of the settings. */
  public static final ConfigDef SETTINGS =
      KafkaConnection.define(new ConfigDef())
          .define(
              PARTITIONS,
              ConfigDef.Type.INT,
              4,
              Range.atLeast(1),
              Importance.HIGH,
              "Partitions of each topic that is created.")
          .define(
              REPLICATION,
              ConfigDef.Type.INT,
              1,
              Range.between(1, Short.MAX_VALUE),
              Importance.HIGH,
              "Copies of each partition that is created.");

  private TopicsMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getenv()));
  }

  /**
   * Creates them and waits until they are there.
   *
   * @return the status to exit with: 0 all are there, 1 failed, 2 unusable settings
   */
  public static int run(String[] arguments, Map<String, String> environment) {
    return new PartMain("topics", SETTINGS, TopicsMain::creation, System.err)
        .run(arguments, environment);
  }

  private static Part creation(Settings settings) {
    var connection = KafkaConnection.of(settings);
    var kafka = connection.admin();
    kafka.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 60_000);
    return new TopicCreation(
        kafka,
        connection.topics(),
        settings.number(PARTITIONS),
        (short) settings.number(REPLICATION));
  }
}
