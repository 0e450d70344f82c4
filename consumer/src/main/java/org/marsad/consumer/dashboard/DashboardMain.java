package org.marsad.consumer.dashboard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts a dashboard and runs it until the process is told to stop. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    description = "Serves the live page over a Kafka cluster.")
public final class DashboardMain implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(DashboardMain.class);

  @Option(names = "--config", description = "Properties file with settings.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "One setting; wins over MARSAD_NAME and the file.")
  private Map<String, String> given = new TreeMap<>();

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] args) {
    System.exit(new CommandLine(new DashboardMain()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = settings();
    LOG.info("settings in force:{}{}", System.lineSeparator(), settings.describe());
    var app = new DashboardApp(DashboardSettings.of(settings), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
    app.start();
    LOG.info("page at http://{}:{}/", settings.text("http.host"), app.port());
    new CountDownLatch(1).await();
    return 0;
  }

  private Settings settings() {
    try {
      var fromFile = file == null ? Map.<String, String>of() : Settings.fromFile(file);
      var environment = Settings.fromEnvironment(DashboardSettings.DEFINITION, System.getenv());
      var settings = Settings.of(DashboardSettings.DEFINITION, fromFile, environment, given);
      if (!settings.kafka("consumer").containsKey("bootstrap.servers")) {
        throw new SettingsException(
            List.of("kafka.bootstrap.servers: absent (expected: host:port,…)"));
      }
      return settings;
    } catch (SettingsException e) {
      throw new ParameterException(command(), e.getMessage(), e);
    } catch (IOException e) {
      throw new ParameterException(command(), "--config: " + e + " (expected: a readable file)", e);
    }
  }

  private CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
