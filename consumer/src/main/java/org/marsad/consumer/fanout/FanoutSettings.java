package org.marsad.consumer.fanout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.consumer.fanout.subscribers.SubscribersFile;
import org.marsad.schemas.settings.Settings;

/** The settings of the fan-out. */
public final class FanoutSettings {
  public static final String TOPICS_PREFIX = "topics.prefix";
  public static final String GROUP_ID = "group.id";
  public static final String INSTANCE = "instance";
  public static final String SUBSCRIBERS_FILE = "subscribers.file";

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
              GROUP_ID,
              ConfigDef.Type.STRING,
              "marsad-fanout",
              new ConfigDef.NonEmptyString(),
              ConfigDef.Importance.MEDIUM,
              "Instances with the same id share the work.")
          .define(
              INSTANCE,
              ConfigDef.Type.STRING,
              "1",
              new ConfigDef.NonEmptyString(),
              ConfigDef.Importance.MEDIUM,
              "Names this instance among them, so that it resumes its share at once.")
          .define(
              SUBSCRIBERS_FILE,
              ConfigDef.Type.STRING,
              "",
              ConfigDef.Importance.HIGH,
              "File of subscribers (YAML). Empty: the demonstration's one terminal.");

  private FanoutSettings() {}

  /**
   * The subscribers in force.
   *
   * @throws org.marsad.schemas.settings.SettingsException with every fault of the file
   * @throws IOException when it cannot be read
   */
  public static List<Subscriber> subscribers(Settings settings) throws IOException {
    var file = settings.text(SUBSCRIBERS_FILE);
    return file.isEmpty() ? ofTheDemonstration() : SubscribersFile.read(Path.of(file));
  }

  private static List<Subscriber> ofTheDemonstration() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FanoutSettings.class.getResourceAsStream("subscribers.yaml"))) {
      return SubscribersFile.parse(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), Path.of(""));
    }
  }
}
