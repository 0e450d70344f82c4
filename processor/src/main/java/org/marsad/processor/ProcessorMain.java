package org.marsad.processor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.settings.RulesFile;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the processor as a process of its own. */
public final class ProcessorMain {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessorMain.class);

  static final ConfigDef SETTINGS =
      new ConfigDef()
          .define(
              "application.id",
              ConfigDef.Type.STRING,
              "marsad",
              Importance.HIGH,
              "Names the group.")
          .define("instance", ConfigDef.Type.STRING, "1", Importance.HIGH, "Names this instance.")
          .define(
              "state.dir", ConfigDef.Type.STRING, "state", Importance.HIGH, "Folder of the state.")
          .define(
              "rules.file",
              ConfigDef.Type.STRING,
              "",
              Importance.HIGH,
              "Thresholds; empty: defaults.")
          .define(
              "topics.prefix", ConfigDef.Type.STRING, "", Importance.LOW, "Put before each topic.")
          .define(
              "topics.create",
              ConfigDef.Type.BOOLEAN,
              false,
              Importance.LOW,
              "Create the missing topics first.")
          .define(
              "topics.partitions",
              ConfigDef.Type.INT,
              4,
              ConfigDef.Range.atLeast(1),
              Importance.LOW,
              "Partitions of each topic that is created.")
          .define(
              "topics.replication",
              ConfigDef.Type.INT,
              1,
              ConfigDef.Range.between(1, Short.MAX_VALUE),
              Importance.LOW,
              "Copies of each partition that is created.");

  private ProcessorMain() {}

  /**
   * Starts it, and stops it cleanly at SIGTERM.
   *
   * @param args at most one: a properties file
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Settings settings;
    Rules rules;
    try {
      settings =
          Settings.of(
              SETTINGS,
              args.length == 0 ? Map.of() : Settings.fromFile(Path.of(args[0])),
              Settings.fromEnvironment(SETTINGS, System.getenv()));
      var file = settings.text("rules.file");
      rules = file.isEmpty() ? Rules.DEFAULTS : RulesFile.read(Path.of(file));
    } catch (SettingsException e) {
      LOG.error("the settings cannot be used:\n{}", e.getMessage());
      System.exit(2);
      return;
    }
    LOG.info("settings in force:\n{}", settings.describe());
    var topics = new Topics(settings.text("topics.prefix"));
    if (settings.flag("topics.create")) {
      try (var admin = Admin.create(settings.kafka("admin"))) {
        topics.create(
            admin,
            settings.number("topics.partitions"),
            (short) settings.number("topics.replication"));
      }
    }
    var app =
        new ProcessorApp(
            settings.kafka("streams"),
            settings.text("application.id"),
            settings.text("instance"),
            Path.of(settings.text("state.dir")),
            topics,
            rules);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  app.close();
                  stopped.countDown();
                },
                "stop"));
    app.start();
    stopped.await();
  }
}
