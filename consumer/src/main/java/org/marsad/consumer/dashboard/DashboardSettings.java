package org.marsad.consumer.dashboard;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;

/**
 * Settings of a dashboard with a server of its own.
 *
 * @param topics the topics that it reads
 * @param host address that it listens on
 * @param port port that it listens on; 0 takes any free one
 * @param names of hosts under which the page may be asked for, besides addresses and localhost
 * @param answersAs id of the subscriber that the operator at the page answers for
 * @param kafka Kafka's own settings for its consumer
 * @param kafkaProducer Kafka's own settings for its producer
 */
public record DashboardSettings(
    Topics topics,
    String host,
    int port,
    List<String> names,
    String answersAs,
    Map<String, Object> kafka,
    Map<String, Object> kafkaProducer) {
  /** The keys, besides Kafka's own under {@code kafka.}. */
  public static final ConfigDef DEFINITION =
      KafkaConnection.define(new ConfigDef())
          .define(
              "http.host",
              ConfigDef.Type.STRING,
              "127.0.0.1",
              Importance.HIGH,
              "Address to listen on; the page has no log-in, so keep it on a trusted network.")
          .define(
              "http.port",
              ConfigDef.Type.INT,
              8080,
              Range.between(0, 65_535),
              Importance.HIGH,
              "Port to listen on, 0 to 65535; 0 takes any free one.")
          .define(
              "http.names",
              ConfigDef.Type.LIST,
              List.of(),
              Importance.MEDIUM,
              "Host names under which a browser may ask for the page, besides addresses and"
                  + " localhost: those that a proxy passes on.")
          .define(
              "answers.as",
              ConfigDef.Type.STRING,
              Answering.OPERATIONS,
              new ConfigDef.NonEmptyString(),
              Importance.MEDIUM,
              "Id of the subscriber that the operator at the page answers for.");

  public DashboardSettings {
    names = List.copyOf(names);
    kafka = Map.copyOf(kafka);
    kafkaProducer = Map.copyOf(kafkaProducer);
  }

  /** The settings, already checked. */
  public static DashboardSettings of(Settings settings) {
    var kafka = KafkaConnection.of(settings);
    return new DashboardSettings(
        kafka.topics(),
        settings.text("http.host"),
        settings.number("http.port"),
        settings.list("http.names"),
        settings.text("answers.as"),
        kafka.consumer(),
        kafka.producer());
  }
}
