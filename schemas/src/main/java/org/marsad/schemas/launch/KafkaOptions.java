package org.marsad.schemas.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.settings.Settings;
import picocli.CommandLine.Option;

/**
 * How a command is told to reach Kafka: a file, the environment, and options that win over both.
 */
public final class KafkaOptions {
  private static final ConfigDef DEFINITION = KafkaConnection.define(new ConfigDef());

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Kafka's brokers, separated by commas (MARSAD_KAFKA_BOOTSTRAP_SERVERS).")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      description = "Put before the names of all topics (MARSAD_TOPICS_PREFIX).")
  private @Nullable String topicPrefix;

  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description =
          "Another setting of Kafka's clients, such as security.protocol; repeatable. Secrets"
              + " belong in --config or the environment.")
  private @Nullable Map<String, String> kafka;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "File of settings: topics.prefix and Kafka's own after \"kafka.\".")
  private @Nullable Path config;

  /** Whether anything is said about Kafka, by options, file or environment. */
  public boolean areGiven(Map<String, String> environment) {
    return config != null
        || !given().isEmpty()
        || !Settings.fromEnvironment(DEFINITION, environment).isEmpty();
  }

  /**
   * The connection that is named.
   *
   * @throws org.marsad.schemas.settings.SettingsException with every fault, and when no broker is
   *     named
   * @throws IOException when the file cannot be read
   */
  public KafkaConnection connection(Map<String, String> environment) throws IOException {
    return KafkaConnection.of(Settings.load(DEFINITION, config, environment, given()));
  }

  private Map<String, String> given() {
    var given = new HashMap<String, String>();
    if (kafka != null) {
      kafka.forEach((name, value) -> given.put(Settings.KAFKA + name, value));
    }
    if (bootstrapServers != null) {
      given.put(KafkaConnection.BOOTSTRAP_SERVERS, bootstrapServers);
    }
    if (topicPrefix != null) {
      given.put(KafkaConnection.TOPICS_PREFIX, topicPrefix);
    }
    return given;
  }
}
