package org.marsad.schemas.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/**
 * The settings of one part: declared once in a {@link ConfigDef}, given by defaults, then a file,
 * then the environment ({@code MARSAD_HTTP_PORT} for {@code http.port}), then the command line, and
 * refused as a whole before anything starts.
 *
 * <p>Kafka's own names pass through under {@code kafka.} (all clients), {@code kafka.producer.},
 * {@code kafka.consumer.}, {@code kafka.streams.} and {@code kafka.admin.}; Kafka warns of those
 * that it does not know.
 */
public final class Settings {
  /** Prefix of Kafka's own settings. */
  public static final String KAFKA = "kafka.";

  private static final String ENVIRONMENT = "MARSAD_";
  private static final List<String> KINDS = List.of("producer.", "consumer.", "streams.", "admin.");
  private static final List<String> KAFKAS_SECRETS = kafkasSecrets();
  private static final Pattern SOUNDS_SECRET =
      Pattern.compile("password|passphrase|secret|token$|jaas", Pattern.CASE_INSENSITIVE);

  private final AbstractConfig declared;
  private final Map<String, String> kafka;

  private Settings(AbstractConfig declared, Map<String, String> kafka) {
    this.declared = declared;
    this.kafka = kafka;
  }

  /**
   * Reads and checks settings.
   *
   * @param definition the keys that the part knows
   * @param layers given values, the later layer wins
   * @throws SettingsException with every fault: unknown keys and unusable values
   */
  @SafeVarargs
  public static Settings of(ConfigDef definition, Map<String, String>... layers) {
    var given = new TreeMap<String, String>();
    for (var layer : layers) {
      given.putAll(layer);
    }
    var kafka = new TreeMap<String, String>();
    var own = new TreeMap<String, String>();
    var faults = new ArrayList<String>();
    given.forEach(
        (name, value) -> {
          if (name.startsWith(KAFKA)) {
            kafka.put(name.substring(KAFKA.length()), value);
          } else if (definition.names().contains(name)) {
            own.put(name, value);
          } else {
            faults.add(name + ": unknown setting (expected: one of " + definition.names() + ")");
          }
        });
    for (var value : definition.validate(own)) {
      value.errorMessages().forEach(message -> faults.add(value.name() + ": " + message));
    }
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return new Settings(new AbstractConfig(definition, own, false), kafka);
  }

  /**
   * The settings in a properties file.
   *
   * @throws IOException when it cannot be read
   */
  public static Map<String, String> fromFile(Path file) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    var settings = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    return settings;
  }

  /**
   * The settings in the environment: {@code MARSAD_}, upper case, dots and dashes as underscores.
   *
   * @param definition the keys to look for; names under {@code MARSAD_KAFKA_} become Kafka's
   */
  public static Map<String, String> fromEnvironment(
      ConfigDef definition, Map<String, String> environment) {
    var settings = new TreeMap<String, String>();
    for (var name : definition.names()) {
      var value =
          environment.get(
              ENVIRONMENT + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
      if (value != null) {
        settings.put(name, value);
      }
    }
    var prefix = ENVIRONMENT + "KAFKA_";
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            settings.put(
                KAFKA + name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '.'),
                value);
          }
        });
    return settings;
  }

  /**
   * Kafka's own settings for one kind of client.
   *
   * @param kind {@code producer}, {@code consumer}, {@code streams} or {@code admin}
   */
  public Map<String, Object> kafka(String kind) {
    var settings = new TreeMap<String, Object>();
    kafka.forEach(
        (name, value) -> {
          if (KINDS.stream().noneMatch(name::startsWith)) {
            settings.put(name, value);
          }
        });
    var prefix = kind + ".";
    kafka.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            settings.put(name.substring(prefix.length()), value);
          }
        });
    return settings;
  }

  public String text(String name) {
    return declared.getString(name);
  }

  public int number(String name) {
    return declared.getInt(name);
  }

  public boolean flag(String name) {
    return declared.getBoolean(name);
  }

  public List<String> list(String name) {
    return declared.getList(name);
  }

  /** The secret's text; {@link #describe} never shows it. */
  public String secret(String name) {
    return declared.getPassword(name).value();
  }

  /** The settings in force, one {@code name=value} a line, secrets masked. */
  public String describe() {
    var lines = new ArrayList<String>();
    new TreeMap<>(declared.values()).forEach((name, value) -> lines.add(name + "=" + value));
    kafka.forEach(
        (name, value) ->
            lines.add(KAFKA + name + "=" + (isSecret(name) ? Password.HIDDEN : value)));
    return String.join(System.lineSeparator(), lines);
  }

  /** What Kafka itself hides, under any prefix, and what sounds like it. */
  private static boolean isSecret(String name) {
    return KAFKAS_SECRETS.stream().anyMatch(name::endsWith) || SOUNDS_SECRET.matcher(name).find();
  }

  private static List<String> kafkasSecrets() {
    return ProducerConfig.configDef().configKeys().values().stream()
        .filter(key -> key.type == ConfigDef.Type.PASSWORD)
        .map(key -> key.name)
        .toList();
  }
}
