package org.marsad.consumer.fanout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;
import org.marsad.consumer.fanout.escalation.Escalations;
import org.marsad.consumer.feeds.FeedSettings;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.consumer.subscribers.Known;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersFile;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;

/** The settings of the fan-out. */
public final class FanoutSettings {
  public static final String GROUP_ID = "group.id";
  public static final String INSTANCE = "instance";
  public static final String SUBSCRIBERS_FILE = "subscribers.file";
  public static final String ACKNOWLEDGE_AGAIN_AFTER = "acknowledge.again.after.minutes";
  public static final String HTTP_HOST = "http.host";
  public static final String HTTP_PORT = "http.port";

  /** Names, defaults and meaning. */
  public static final ConfigDef DEFINITION =
      FeedSettings.define(ReplySettings.define(KafkaConnection.define(new ConfigDef())))
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
              "File of subscribers (YAML). Empty: the demonstration's one terminal.")
          .define(
              ACKNOWLEDGE_AGAIN_AFTER,
              ConfigDef.Type.INT,
              (int) Escalations.SEEN_HOLDS.toMinutes(),
              ConfigDef.Range.between(1, 1_440),
              ConfigDef.Importance.MEDIUM,
              "How long SEEN counts as an answer when nothing follows it, minutes, 1 to 1440.")
          .define(
              HTTP_HOST,
              ConfigDef.Type.STRING,
              "127.0.0.1",
              ConfigDef.Importance.MEDIUM,
              "Address to listen on, for answers and feeds.")
          .define(
              HTTP_PORT,
              ConfigDef.Type.INT,
              8082,
              ConfigDef.Range.between(0, 65_535),
              ConfigDef.Importance.MEDIUM,
              "Port to listen on, 0 to 65535; 0 takes any free one.");

  private FanoutSettings() {}

  /**
   * The subscribers in force.
   *
   * @param known areas and sites that exist, asked at each reading
   * @throws org.marsad.schemas.settings.SettingsException with every fault of the file
   * @throws IOException when it cannot be read
   */
  public static SubscribersSource subscribers(Settings settings, Supplier<Known> known)
      throws IOException {
    var file = settings.text(SUBSCRIBERS_FILE);
    return file.isEmpty()
        ? SubscribersSource.of(ofTheDemonstration())
        : SubscribersSource.of(Path.of(file), known);
  }

  private static List<Subscriber> ofTheDemonstration() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FanoutSettings.class.getResourceAsStream("subscribers.yaml"))) {
      return SubscribersFile.parse(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), Path.of(""));
    }
  }
}
