package org.marsad.schemas.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one part: declared once in a {@link ConfigDef}, given by defaults, then a file,
 * then the environment ({@code MARSAD_HTTP_PORT} for {@code http.port}), then the command line, and
 * refused as a whole before anything starts.
 *
 * <p>Kafka's own names pass through under {@code kafka.} (all clients), {@code kafka.producer.},
 * {@code kafka.consumer.}, {@code kafka.streams.} and {@code kafka.admin.}; Kafka warns of those
 * that it does not know. {@link org.marsad.schemas.launch.KafkaConnection} hands them to clients.
 */
public final class Settings {
  /** Prefix of Kafka's own settings. */
  public static final String KAFKA = "kafka.";

  private static final String ENVIRONMENT = "MARSAD_";
  private static final List<String> ENVIRONMENT_OF_OTHERS = List.of("MARSAD_JVM_OPTIONS");
  private static final List<String> KINDS = List.of("producer.", "consumer.", "streams.", "admin.");
  private static final List<String> KAFKAS_SECRETS = kafkasSecrets();
  private static final Pattern SOUNDS_SECRET =
      Pattern.compile("password|passphrase|secret|token$|jaas", Pattern.CASE_INSENSITIVE);

  private final AbstractConfig declared;
  private final Map<String, String> given;
  private final Map<String, String> kafka;

  private Settings(AbstractConfig declared, Map<String, String> given, Map<String, String> kafka) {
    this.declared = declared;
    this.given = given;
    this.kafka = kafka;
  }

  /**
   * Reads and checks the settings of a process.
   *
   * @param definition the keys that the part knows
   * @param file of properties; null: none
   * @param environment of which names that begin with {@code MARSAD_} count
   * @param given on the command line
   * @throws SettingsException with every fault: unknown keys, keys given twice, unusable values
   * @throws IOException when the file is there and cannot be read
   */
  public static Settings load(
      ConfigDef definition,
      @Nullable Path file,
      Map<String, String> environment,
      Map<String, String> given)
      throws IOException {
    var faults = new ArrayList<String>();
    var fromFile = file == null ? Map.<String, String>of() : fromFile(file, faults);
    return of(definition, faults, fromFile, fromEnvironment(definition, environment), given);
  }

  /**
   * Checks settings.
   *
   * @param definition the keys that the part knows
   * @param layers given values, the later layer wins
   * @throws SettingsException with every fault: unknown keys and unusable values
   */
  @SafeVarargs
  public static Settings of(ConfigDef definition, Map<String, String>... layers) {
    return of(definition, new ArrayList<>(), layers);
  }

  @SafeVarargs
  private static Settings of(
      ConfigDef definition, List<String> faults, Map<String, String>... layers) {
    var given = new TreeMap<String, String>();
    for (var layer : layers) {
      given.putAll(layer);
    }
    var kafka = new TreeMap<String, String>();
    var own = new TreeMap<String, String>();
    given.forEach(
        (name, value) -> {
          if (definition.names().contains(name)) {
            own.put(name, value);
          } else if (!name.startsWith(KAFKA)) {
            faults.add(name + ": unknown setting (expected: one of " + definition.names() + ")");
          }
          if (name.startsWith(KAFKA)) {
            kafka.put(name.substring(KAFKA.length()), value);
          }
        });
    for (var value : definition.validate(own)) {
      var key = definition.configKeys().get(value.name());
      if (key != null && !key.hasDefault() && !own.containsKey(key.name)) {
        faults.add(key.name + ": absent (expected: " + key.documentation + ")");
      } else {
        value.errorMessages().forEach(message -> faults.add(value.name() + ": " + message));
      }
    }
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return new Settings(new AbstractConfig(definition, own, false), given, kafka);
  }

  /**
   * The settings of one part among those of a whole: what is given of them, and Kafka's own.
   *
   * @param definition the keys of the part; all others are left out
   * @param ours what the whole decides for its part
   */
  public Settings part(ConfigDef definition, Map<String, String> ours) {
    var known = new TreeMap<>(given);
    known.keySet().removeIf(name -> !name.startsWith(KAFKA) && !definition.names().contains(name));
    return of(definition, known, ours);
  }

  /**
   * The settings in a properties file.
   *
   * @throws SettingsException when it is not there, or no file of properties
   * @throws IOException when it cannot be read
   */
  public static Map<String, String> fromFile(Path file) throws IOException {
    var faults = new ArrayList<String>();
    var settings = fromFile(file, faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return settings;
  }

  private static Map<String, String> fromFile(Path file, List<String> faults) throws IOException {
    var settings = new TreeMap<String, String>();
    var properties =
        new Properties() {
          @Override
          public synchronized @Nullable Object put(Object name, Object value) {
            if (settings.put(name.toString(), value.toString()) != null) {
              faults.add(name + ": given twice in " + file + " (expected: once)");
            }
            return super.put(name, value);
          }
        };
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      faults.add(file + ": not found (expected: a file of settings)");
    } catch (IllegalArgumentException e) { // \\u without four hexadecimal digits
      faults.add(file + ": " + e.getMessage() + " (expected: name=value, a line each)");
    }
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
      var value = environment.get(environmentName(name));
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
   * Names in the environment that look like settings and are none: a part leaves them alone, since
   * others, such as Kubernetes, put names there too. Told so that a slip does not stay unseen.
   */
  public static List<String> unknownIn(ConfigDef definition, Map<String, String> environment) {
    var known = new TreeSet<>(ENVIRONMENT_OF_OTHERS);
    definition.names().forEach(name -> known.add(environmentName(name)));
    return environment.keySet().stream()
        .filter(name -> name.startsWith(ENVIRONMENT) && !name.startsWith(ENVIRONMENT + "KAFKA_"))
        .filter(name -> !known.contains(name))
        .sorted()
        .toList();
  }

  private static String environmentName(String setting) {
    return ENVIRONMENT + setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * Kafka's own settings for one kind of client.
   *
   * @param kind {@code producer}, {@code consumer}, {@code streams}, {@code admin}, or empty for
   *     those that are not of one kind
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
    new TreeMap<>(declared.values())
        .forEach(
            (name, value) -> {
              if (!name.startsWith(KAFKA)) {
                lines.add(name + "=" + value);
              }
            });
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
