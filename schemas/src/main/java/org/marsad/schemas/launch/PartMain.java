package org.marsad.schemas.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

/**
 * Runs one part as a process: {@code [--config FILE] [name=value …]}, over the environment.
 *
 * <p>Ends with 0 after a clean stop, 1 after a failure, 2 when it was called wrongly.
 */
public final class PartMain {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  /** Makes the part of its settings. */
  public interface Maker {
    /**
     * Makes the part; nothing starts yet.
     *
     * @throws SettingsException when a setting cannot be used
     * @throws IOException when a file that a setting names cannot be read
     */
    Part make(Settings settings) throws IOException;
  }

  private final String name;
  private final ConfigDef definition;
  private final Maker maker;
  private final PrintStream errors;

  /**
   * @param name that it is started by
   * @param definition the settings that it knows, besides Kafka's
   * @param errors where errors and help go
   */
  public PartMain(String name, ConfigDef definition, Maker maker, PrintStream errors) {
    this.name = name;
    this.definition = definition;
    this.maker = maker;
    this.errors = errors;
  }

  /**
   * Runs the part until it ends; a signal to stop closes it first.
   *
   * @return the status to exit with
   */
  public int run(String[] arguments, Map<String, String> environment) {
    MessageCodec.trustMessages();
    if (arguments.length > 0 && arguments[0].equals("--help")) {
      errors.println(usage());
      definition
          .configKeys()
          .values()
          .forEach(k -> errors.println(k.name + ": " + k.documentation));
      return 0;
    }
    try {
      var settings = settings(arguments, environment);
      Settings.unknownIn(definition, environment)
          .forEach(name -> errors.println(name + ": not used (no setting of " + this.name + ")"));
      errors.println(settings.describe());
      return runUntilEnd(maker.make(settings));
    } catch (SettingsException e) {
      e.faults().forEach(errors::println);
      return MISUSED;
    } catch (IOException | KafkaException e) {
      errors.println(e);
      return FAILED;
    }
  }

  private int runUntilEnd(Part part) {
    var stop = new Thread(part::close, name + "-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try (part) {
      part.start();
      part.ended().join();
      return 0;
    } catch (CompletionException e) {
      errors.println(e.getCause());
      return FAILED;
    }
  }

  private Settings settings(String[] arguments, Map<String, String> environment)
      throws IOException {
    Path file = null;
    var faults = new ArrayList<String>();
    var given = new TreeMap<String, String>();
    for (var at = 0; at < arguments.length; at++) {
      var argument = arguments[at];
      var equals = argument.indexOf('=');
      if (argument.equals("--config") && at + 1 < arguments.length) {
        file = Path.of(arguments[++at]);
      } else if (equals > 0) {
        given.put(argument.substring(0, equals), argument.substring(equals + 1));
      } else {
        faults.add(argument + ": unknown argument (expected: " + usage() + ")");
      }
    }
    try {
      var settings = Settings.load(definition, file, environment, given);
      if (faults.isEmpty()) {
        return settings;
      }
    } catch (SettingsException e) {
      faults.addAll(e.faults());
    }
    throw new SettingsException(faults);
  }

  private String usage() {
    return name + " [--config FILE] [name=value …]";
  }
}
