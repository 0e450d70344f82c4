package org.marsad.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.marsad.consumer.fanout.FanoutSettings;
import org.marsad.consumer.feeds.FeedSettings;
import org.marsad.consumer.operations.OperationsSettings;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.processor.ProcessorSettings;
import org.marsad.producer.ProducerSettings;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.DiskSpace;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.launch.TopicsMain;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

/**
 * The settings of an installation: what it is called and where it is reached, and those of its
 * parts that {@code up} does not decide itself. They stand in {@code marsad.properties} in the data
 * folder, which {@code init} writes; environment and command line win.
 */
public final class InstallationSettings {
  public static final String NAME = "name";
  public static final String HTTP_PORT = "http.port";
  public static final String BROKER_PORT = "broker.port";
  public static final String HOME_AREA = "home.area";
  public static final String SUBSCRIBERS_FILE = FanoutSettings.SUBSCRIBERS_FILE;
  public static final String REPLY_URL = ReplySettings.BASE_URL;
  public static final String FEED_SENDER = FeedSettings.SENDER;
  public static final String PUBLIC_FEED = FeedSettings.PUBLIC;

  /** What its operator decides about the parts, in the words of the parts. */
  private static final Map<ConfigDef, Set<String>> OF_PARTS =
      Map.of(
          TopicsMain.SETTINGS,
          Set.of(KafkaConnection.TOPICS_PREFIX, TopicsMain.PARTITIONS),
          ProducerSettings.DEFINITION,
          Set.of(
              DiskSpace.WARN,
              DiskSpace.STOP,
              ProducerSettings.SPOOL_MAX_BYTES,
              ProducerSettings.RATE_PER_MINUTE,
              ProducerSettings.TOTAL_PER_MINUTE),
          ProcessorSettings.DEFINITION,
          Set.of(ProcessorSettings.RULES_FILE, Horizon.DAYS, Horizon.DAY_ROWS),
          FanoutSettings.DEFINITION,
          Set.of(
              FanoutSettings.ACKNOWLEDGE_AGAIN_AFTER,
              SUBSCRIBERS_FILE,
              REPLY_URL,
              FEED_SENDER,
              PUBLIC_FEED),
          OperationsSettings.DEFINITION,
          Set.of(
              OperationsSettings.NAMES,
              OperationsSettings.SECURE,
              OperationsSettings.ANSWERS_AS,
              OperationsSettings.SESSION_IDLE,
              OperationsSettings.SESSION_LONGEST,
              OperationsSettings.PROXY_HEADER,
              OperationsSettings.PROXY_ADDRESSES));

  /** What leads to a broker: this one brings its own, on loopback. */
  private static final List<String> TO_A_BROKER =
      List.of("bootstrap.servers", "security.protocol", "sasl.", "ssl.");

  private static final List<String> KINDS = List.of("", "admin", "consumer", "producer", "streams");
  private static final int HIGHEST_PORT = 65_535;

  private static final ConfigDef DEFINITION =
      ofParts()
          .define(NAME, ConfigDef.Type.STRING, "", Importance.LOW, "What the operators call it.")
          .define(
              HTTP_PORT,
              ConfigDef.Type.INT,
              8080,
              Range.between(0, HIGHEST_PORT),
              Importance.HIGH,
              "Port of page and intake on 127.0.0.1; 0: a free one.")
          .define(
              BROKER_PORT,
              ConfigDef.Type.INT,
              9092,
              Range.between(0, HIGHEST_PORT),
              Importance.HIGH,
              "Port of the broker on 127.0.0.1; 0: a free one.")
          .define(
              HOME_AREA,
              ConfigDef.Type.STRING,
              Sample.HOME_AREA,
              Importance.HIGH,
              "Area in which a bare place name is looked up first.");

  private InstallationSettings() {}

  /**
   * The settings in force.
   *
   * @param environment of which names that begin with {@code MARSAD_} count
   * @param given on the command line
   * @throws SettingsException with every fault
   * @throws IOException when the file is there and cannot be read
   */
  public static Settings read(
      Folders folders, Map<String, String> environment, Map<String, String> given)
      throws IOException {
    var file = folders.settings();
    var settings = Settings.load(DEFINITION, Files.exists(file) ? file : null, environment, given);
    refuseOtherBrokers(settings);
    return settings;
  }

  /**
   * Settings without a file.
   *
   * @throws SettingsException with every fault
   */
  public static Settings of(Map<String, String> given) {
    return Settings.of(DEFINITION, given);
  }

  /** Names in the environment that look like settings of an installation and are none. */
  public static List<String> unknownIn(Map<String, String> environment) {
    return Settings.unknownIn(DEFINITION, environment);
  }

  private static ConfigDef ofParts() {
    var definition = new ConfigDef();
    OF_PARTS.forEach(
        (part, names) -> names.forEach(name -> definition.define(part.configKeys().get(name))));
    return definition;
  }

  private static void refuseOtherBrokers(Settings settings) {
    var names = new TreeSet<String>();
    for (var kind : KINDS) {
      settings.kafka(kind).keySet().stream()
          .filter(name -> TO_A_BROKER.stream().anyMatch(name::startsWith))
          .forEach(names::add);
    }
    if (!names.isEmpty()) {
      var faults = new ArrayList<String>();
      for (var name : names) {
        faults.add(
            Settings.KAFKA + name + ": given (expected: absent, up runs a broker of its own)");
      }
      throw new SettingsException(faults);
    }
  }
}
