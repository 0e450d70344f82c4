package org.marsad.consumer.operations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.marsad.consumer.operations.people.TrustedProxy;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;

/**
 * Settings of the operations service.
 *
 * @param host address that it listens on
 * @param port port that it listens on; 0 takes any free one
 * @param names of hosts under which it may be asked, besides addresses and localhost
 * @param isSecure whether browsers reach it over TLS alone
 * @param answersAs id of the subscriber that users answer for who are bound to none
 * @param usersFile the file of users
 * @param subscribersFile the file of subscribers; empty: none
 * @param intakeUrl where the intake is reached; empty: none is known
 * @param intakeTokenFile file whose first line is the token of its operator
 * @param sessionIdle how long a session lives unused
 * @param sessionLongest how long a session lives at most
 * @param proxy whose header is believed
 * @param kafka Kafka's own settings for its consumers
 * @param kafkaProducer Kafka's own settings for its producer
 */
public record OperationsSettings(
    Topics topics,
    String host,
    int port,
    List<String> names,
    boolean isSecure,
    String answersAs,
    Path usersFile,
    String subscribersFile,
    String intakeUrl,
    String intakeTokenFile,
    Duration sessionIdle,
    Duration sessionLongest,
    TrustedProxy proxy,
    Map<String, Object> kafka,
    Map<String, Object> kafkaProducer) {
  public static final String USERS_FILE = "users.file";
  public static final String NAMES = "http.names";
  public static final String SECURE = "http.secure";
  public static final String ANSWERS_AS = "answers.as";
  public static final String SESSION_IDLE = "session.idle.hours";
  public static final String SESSION_LONGEST = "session.longest.hours";
  public static final String PROXY_HEADER = "proxy.user.header";
  public static final String PROXY_ADDRESSES = "proxy.addresses";

  /** The subscriber that the operations centre is unless something else is said. */
  public static final String OPERATIONS = "operations";

  private static final int HOURS_A_YEAR = 8_760;

  /** The keys, besides Kafka's own under {@code kafka.}. */
  public static final ConfigDef DEFINITION =
      KafkaConnection.define(new ConfigDef())
          .define(
              "http.host",
              ConfigDef.Type.STRING,
              "127.0.0.1",
              Importance.HIGH,
              "Address to listen on; put a proxy with TLS before any other than loopback.")
          .define(
              "http.port",
              ConfigDef.Type.INT,
              8080,
              Range.between(0, 65_535),
              Importance.HIGH,
              "Port to listen on, 0 to 65535; 0 takes any free one.")
          .define(
              NAMES,
              ConfigDef.Type.LIST,
              List.of(),
              Importance.MEDIUM,
              "Host names under which a browser may ask, besides addresses and localhost: those"
                  + " that a proxy passes on.")
          .define(
              SECURE,
              ConfigDef.Type.BOOLEAN,
              false,
              Importance.MEDIUM,
              "Whether browsers reach it over TLS alone; their cookies then go nowhere else.")
          .define(
              ANSWERS_AS,
              ConfigDef.Type.STRING,
              OPERATIONS,
              new ConfigDef.NonEmptyString(),
              Importance.MEDIUM,
              "Id of the subscriber that users answer for who are bound to none.")
          .define(
              USERS_FILE,
              ConfigDef.Type.STRING,
              "users.yaml",
              new ConfigDef.NonEmptyString(),
              Importance.HIGH,
              "File of users; it may be absent, then there is none.")
          .define(
              "subscribers.file",
              ConfigDef.Type.STRING,
              "",
              Importance.HIGH,
              "File of subscribers, which users may be bound to; empty: none.")
          .define(
              "intake.url",
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "Where the intake is reached, such as http://127.0.0.1:8081; empty: what needs it is"
                  + " refused.")
          .define(
              "intake.token.file",
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "File whose first line is the token of the intake's operator.")
          .define(
              SESSION_IDLE,
              ConfigDef.Type.INT,
              12,
              Range.between(1, HOURS_A_YEAR),
              Importance.LOW,
              "Hours that a session lives unused, 1 to 8760.")
          .define(
              SESSION_LONGEST,
              ConfigDef.Type.INT,
              168,
              Range.between(1, HOURS_A_YEAR),
              Importance.LOW,
              "Hours that a session lives at most, 1 to 8760.")
          .define(
              PROXY_HEADER,
              ConfigDef.Type.STRING,
              "",
              Importance.LOW,
              "Header in which a proxy names the user, such as X-Remote-User; empty: none is"
                  + " believed.")
          .define(
              PROXY_ADDRESSES,
              ConfigDef.Type.LIST,
              List.of(),
              Importance.LOW,
              "Addresses that this proxy connects from, such as 127.0.0.1.");

  public OperationsSettings {
    names = List.copyOf(names);
    kafka = Map.copyOf(kafka);
    kafkaProducer = Map.copyOf(kafkaProducer);
  }

  /** The settings, already checked. */
  public static OperationsSettings of(Settings settings) {
    var kafka = KafkaConnection.of(settings);
    return new OperationsSettings(
        kafka.topics(),
        settings.text("http.host"),
        settings.number("http.port"),
        settings.list(NAMES),
        settings.flag(SECURE),
        settings.text(ANSWERS_AS),
        Path.of(settings.text(USERS_FILE)),
        settings.text("subscribers.file"),
        settings.text("intake.url"),
        settings.text("intake.token.file"),
        Duration.ofHours(settings.number(SESSION_IDLE)),
        Duration.ofHours(settings.number(SESSION_LONGEST)),
        TrustedProxy.of(settings.text(PROXY_HEADER), settings.list(PROXY_ADDRESSES)),
        kafka.consumer(),
        kafka.producer());
  }
}
