package org.marsad.producer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.marsad.producer.report.Places;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the producer gateway until it is told to stop. Arguments: {@code name=value} settings, and
 * {@code @FILE} for a file of them.
 */
public final class ProducerMain {
  private static final Logger LOG = LoggerFactory.getLogger(ProducerMain.class);
  private static final int USAGE = 2;
  private static final int FAILED = 1;

  private ProducerMain() {}

  /** Builds what looks places up from files of areas; none: the bundled gazetteer. */
  @FunctionalInterface
  public interface PlacesOf {
    /**
     * Reads the files.
     *
     * @throws IOException when they cannot be read
     */
    Places files(List<Path> files) throws IOException;
  }

  /**
   * Runs until the JVM is told to stop.
   *
   * @return the exit status: 0 stopped, 1 failed, 2 unusable settings
   */
  public static int run(String[] arguments, Map<String, String> environment, PlacesOf gazetteer)
      throws InterruptedException {
    try {
      var settings = settings(arguments, environment);
      LOG.info("settings in force{}{}", System.lineSeparator(), settings.describe());
      var areas = settings.list(ProducerSettings.AREAS_FILES).stream().map(Path::of).toList();
      var gateway = ProducerGateway.start(settings, gazetteer.files(areas), Clock.systemUTC());
      LOG.info("takes reports port={}", gateway.port());
      awaitStop(gateway);
      return 0;
    } catch (SettingsException e) {
      e.faults().forEach(fault -> LOG.error("{}", fault));
      return USAGE;
    } catch (IOException | RuntimeException e) {
      LOG.error("producer cannot run reason={}", e.toString());
      return FAILED;
    }
  }

  static Settings settings(String[] arguments, Map<String, String> environment) throws IOException {
    var file = new HashMap<String, String>();
    var given = new HashMap<String, String>();
    for (var argument : arguments) {
      var equals = argument.indexOf('=');
      if (argument.startsWith("@")) {
        file.putAll(Settings.fromFile(Path.of(argument.substring(1))));
      } else if (equals > 0) {
        given.put(argument.substring(0, equals), argument.substring(equals + 1));
      } else {
        throw new SettingsException(
            List.of(argument + ": unknown (expected: name=value or @FILE)"));
      }
    }
    return ProducerSettings.of(file, environment, given);
  }

  private static void awaitStop(ProducerGateway gateway) throws InterruptedException {
    var stopped = new CountDownLatch(1);
    var stop =
        new Thread(
            () -> {
              gateway.close();
              LOG.info("stopped");
              stopped.countDown();
            },
            "marsad-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    stopped.await();
  }
}
