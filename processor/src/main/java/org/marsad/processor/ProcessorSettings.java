package org.marsad.processor;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.settings.RulesFile;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;

/** The settings of the processor, declared once. */
public final class ProcessorSettings {
  public static final String APPLICATION_ID = "application.id";
  public static final String INSTANCE = "instance";
  public static final String STATE_DIR = "state.dir";
  public static final String RULES_FILE = "rules.file";

  /** Names the group, the state and the transactions of a processor that has no other name. */
  public static final String APPLICATION = "marsad";

  /** Names, defaults and meaning. */
  public static final ConfigDef DEFINITION =
      Horizon.define(KafkaConnection.define(new ConfigDef()))
          .define(
              APPLICATION_ID,
              ConfigDef.Type.STRING,
              APPLICATION,
              new ConfigDef.NonEmptyString(),
              Importance.HIGH,
              "Instances with the same id share the work.")
          .define(
              INSTANCE,
              ConfigDef.Type.STRING,
              "1",
              new ConfigDef.NonEmptyString(),
              Importance.HIGH,
              "Names this instance among them, so that it resumes its share at once.")
          .define(
              STATE_DIR,
              ConfigDef.Type.STRING,
              "state",
              new ConfigDef.NonEmptyString(),
              Importance.HIGH,
              "Folder that the state is kept in.")
          .define(
              RULES_FILE,
              ConfigDef.Type.STRING,
              "",
              Importance.HIGH,
              "File of thresholds (YAML). Empty: the documented defaults.");

  private ProcessorSettings() {}

  /**
   * The thresholds.
   *
   * @throws org.marsad.schemas.settings.SettingsException with every fault of their file
   * @throws IOException when it cannot be read
   */
  public static Rules rules(Settings settings) throws IOException {
    var file = settings.text(RULES_FILE);
    return file.isEmpty() ? Rules.DEFAULTS : RulesFile.read(Path.of(file));
  }
}
