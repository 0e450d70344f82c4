package org.marsad.schemas.launch;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.Settings;

/**
 * How to reach Kafka: brokers and security for each kind of client, and the topics under their
 * prefix. Every client takes both from here.
 */
public final class KafkaConnection {
  public static final String BOOTSTRAP_SERVERS = Settings.KAFKA + "bootstrap.servers";
  public static final String TOPICS_PREFIX = "topics.prefix";

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,100}");

  private final Settings settings;
  private final Topics topics;

  private KafkaConnection(Settings settings) {
    this.settings = settings;
    this.topics = new Topics(settings.text(TOPICS_PREFIX));
  }

  /** Adds the keys of a client of Kafka; the brokers have no default. */
  public static ConfigDef define(ConfigDef definition) {
    return definePrefix(definition)
        .define(
            BOOTSTRAP_SERVERS,
            ConfigDef.Type.STRING,
            ConfigDef.NO_DEFAULT_VALUE,
            new ConfigDef.NonEmptyString(),
            Importance.HIGH,
            "host:port, …");
  }

  /** Adds the topics' prefix alone, for who brings a broker of its own. */
  public static ConfigDef definePrefix(ConfigDef definition) {
    return definition.define(
        TOPICS_PREFIX,
        ConfigDef.Type.STRING,
        "",
        KafkaConnection::checkPrefix,
        Importance.LOW,
        "Put before the name of each topic, group and transaction.");
  }

  /**
   * The connection that settings name.
   *
   * @param settings of a definition with the keys of {@link #define}
   */
  public static KafkaConnection of(Settings settings) {
    return new KafkaConnection(settings);
  }

  /** To brokers that ask for no security, with topics that have no prefix. */
  public static KafkaConnection to(String bootstrapServers) {
    return to(bootstrapServers, "");
  }

  /** To brokers that ask for no security. */
  public static KafkaConnection to(String bootstrapServers, String topicsPrefix) {
    return of(
        Settings.of(
            define(new ConfigDef()),
            Map.of(BOOTSTRAP_SERVERS, bootstrapServers, TOPICS_PREFIX, topicsPrefix)));
  }

  public Topics topics() {
    return topics;
  }

  /** The brokers, {@code host:port, …}. */
  public String bootstrapServers() {
    return settings.text(BOOTSTRAP_SERVERS);
  }

  /** The name of a group or transaction, under the prefix of the topics. */
  public String named(String name) {
    return topics.prefix() + name;
  }

  /** Kafka's settings for all kinds of clients, without those of one kind. */
  public Map<String, Object> client() {
    return settings.kafka("");
  }

  public Map<String, Object> admin() {
    return settings.kafka("admin");
  }

  public Map<String, Object> streams() {
    return settings.kafka("streams");
  }

  public Map<String, Object> consumer() {
    return settings.kafka("consumer");
  }

  /**
   * Settings of a consumer.
   *
   * @param ours settings that a part's method rests on and no operator may change
   */
  public Map<String, Object> consumer(Map<String, Object> ours) {
    return with(consumer(), ours);
  }

  public Map<String, Object> producer() {
    return settings.kafka("producer");
  }

  /**
   * Settings of a producer.
   *
   * @param ours settings that a part's method rests on and no operator may change
   */
  public Map<String, Object> producer(Map<String, Object> ours) {
    return with(producer(), ours);
  }

  private static Map<String, Object> with(Map<String, Object> theirs, Map<String, Object> ours) {
    var all = new TreeMap<>(theirs);
    all.putAll(ours);
    return all;
  }

  private static void checkPrefix(String name, Object value) {
    if (!PREFIX.matcher(value.toString()).matches()) {
      throw new ConfigException(name, value, "expected: up to 100 of A-Z, a-z, 0-9, '.', '_', '-'");
    }
  }
}
