package org.marsad.processor;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.settings.RulesFile;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.Topics;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.KafkaSettings;
import org.marsad.schemas.launch.PartMain;

/** Starts the processor as a process of its own. */
public final class ProcessorMain {
  /** Names, defaults and meaning of the settings. */
  public static final ConfigDef SETTINGS =
      Horizon.define(new ConfigDef())
          .define(
              "application.id",
              ConfigDef.Type.STRING,
              "marsad",
              Importance.HIGH,
              "Instances with the same id share the work.")
          .define(
              "instance",
              ConfigDef.Type.STRING,
              "1",
              Importance.HIGH,
              "Names this instance among them, so that it resumes its share at once.")
          .define(
              "state.dir",
              ConfigDef.Type.STRING,
              "state",
              Importance.HIGH,
              "Folder that the state is kept in.")
          .define(
              "rules.file",
              ConfigDef.Type.STRING,
              "",
              Importance.HIGH,
              "File of thresholds (YAML). Empty: the documented defaults.")
          .define(
              "topics.prefix",
              ConfigDef.Type.STRING,
              "",
              Importance.LOW,
              "Put before each topic's name.");

  private ProcessorMain() {}

  public static void main(String[] arguments) {
    var main =
        new PartMain(
            "processor",
            SETTINGS,
            settings -> {
              var file = settings.text("rules.file");
              return new ProcessorApp(
                  KafkaSettings.of(settings, "streams", Map.of()),
                  settings.text("application.id"),
                  settings.text("instance"),
                  Path.of(settings.text("state.dir")),
                  new Topics(settings.text("topics.prefix")),
                  file.isEmpty() ? Rules.DEFAULTS : RulesFile.read(Path.of(file)),
                  Horizon.of(settings),
                  AreaBook.USUAL_LIMIT);
            },
            System.err);
    System.exit(main.run(arguments, System.getenv()));
  }
}
