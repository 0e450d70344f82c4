package org.marsad.producer;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.marsad.producer.intake.Limits;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.DiskSpace;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;

/** The settings of the producer gateway, declared once. */
public final class ProducerSettings {
  public static final String HTTP_HOST = "http.host";
  public static final String HTTP_PORT = "http.port";
  public static final String SPOOL_DIR = "spool.dir";
  public static final String SPOOL_MAX_BYTES = "spool.max.bytes";
  public static final String SOURCES_FILE = "intake.sources.file";
  public static final String PSEUDONYM_KEY_FILE = "intake.pseudonym.key.file";
  public static final String RATE_PER_MINUTE = "intake.rate.per.minute";
  public static final String TOTAL_PER_MINUTE = "intake.total.per.minute";
  public static final String REPLIES_URL = "intake.replies.url";
  public static final String REPLIES_TOKEN_FILE = "intake.replies.token.file";
  public static final String AREAS_FILES = "areas.files";

  /** Keys, types, defaults and limits. */
  public static final ConfigDef DEFINITION =
      DiskSpace.define(Horizon.define(KafkaConnection.define(new ConfigDef())))
          .define(
              HTTP_HOST,
              ConfigDef.Type.STRING,
              "127.0.0.1",
              Importance.MEDIUM,
              "Address to listen on.")
          .define(
              HTTP_PORT,
              ConfigDef.Type.INT,
              8080,
              Range.between(0, 65535),
              Importance.MEDIUM,
              "Port to listen on; 0 for any free one.")
          .define(
              SPOOL_DIR,
              ConfigDef.Type.STRING,
              "spool",
              Importance.HIGH,
              "Folder for reports that wait for the broker. Empty: they are refused with 503.")
          .define(
              SPOOL_MAX_BYTES,
              ConfigDef.Type.STRING,
              Long.toString(PublisherSettings.DEFAULT_SPOOL_BYTES),
              ProducerSettings::demandBytes,
              Importance.MEDIUM,
              "Most bytes in the spool.")
          .define(
              SOURCES_FILE, ConfigDef.Type.STRING, Importance.HIGH, "YAML list of who may report.")
          .define(
              PSEUDONYM_KEY_FILE,
              ConfigDef.Type.STRING,
              Importance.HIGH,
              "File with the key of the sources' pseudonyms.")
          .define(
              RATE_PER_MINUTE,
              ConfigDef.Type.INT,
              Limits.DEFAULTS.perSourceAMinute(),
              Range.atLeast(1),
              Importance.MEDIUM,
              "Reports that a source may send a minute, and in one list.")
          .define(
              TOTAL_PER_MINUTE,
              ConfigDef.Type.INT,
              Limits.DEFAULTS.inAllAMinute(),
              Range.atLeast(1),
              Importance.MEDIUM,
              "Reports that all sources together may send a minute.")
          .define(
              REPLIES_URL,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "Where the fan-out listens, for SMS that answer alerts. Empty: every SMS is a"
                  + " report.")
          .define(
              REPLIES_TOKEN_FILE,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "File with the token that the fan-out knows the intake by.")
          .define(
              AREAS_FILES,
              ConfigDef.Type.LIST,
              "",
              Importance.MEDIUM,
              "Files of areas. Empty: the bundled gazetteer.");

  private ProducerSettings() {}

  /** How much the intake takes. */
  static Limits limits(Settings settings) {
    return new Limits(settings.number(RATE_PER_MINUTE), settings.number(TOTAL_PER_MINUTE));
  }

  /** Most bytes in the spool. */
  static long spoolBytes(Settings settings) {
    return Long.parseLong(settings.text(SPOOL_MAX_BYTES));
  }

  private static void demandBytes(String name, Object value) {
    if (!value.toString().matches("[1-9][0-9]{0,15}")) {
      throw new ConfigException(name, value, "expected: a number of bytes, at least 1");
    }
  }
}
