package org.marsad.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.marsad.consumer.feeds.FeedSettings;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.settings.Settings;

/**
 * What an installation is called and where it is reached: {@code marsad.properties} in the data
 * folder, which {@code init} writes and {@code up} reads. The command line of {@code up} wins.
 */
public final class InstallationSettings {
  public static final String NAME = "name";
  public static final String HTTP_PORT = "http.port";
  public static final String BROKER_PORT = "broker.port";
  public static final String HOME_AREA = "home.area";
  public static final String PAGE_NAMES = "page.names";
  public static final String REPLY_URL = ReplySettings.BASE_URL;
  public static final String FEED_SENDER = FeedSettings.SENDER;
  public static final String PUBLIC_FEED = FeedSettings.PUBLIC;

  public static final String DISK_WARN = "disk.warn.mb";
  public static final String DISK_STOP = "disk.stop.mb";

  private static final int HIGHEST_PORT = 65_535;

  private static final ConfigDef DEFINITION =
      Horizon.define(FeedSettings.define(new ConfigDef()))
          .define(NAME, ConfigDef.Type.STRING, "", Importance.LOW, "What the operators call it.")
          .define(
              HTTP_PORT,
              ConfigDef.Type.INT,
              8080,
              Range.between(0, HIGHEST_PORT),
              Importance.HIGH,
              "Port of page and intake on 127.0.0.1; 0: a free one.")
          .define(
              BROKER_PORT,
              ConfigDef.Type.INT,
              9092,
              Range.between(0, HIGHEST_PORT),
              Importance.HIGH,
              "Port of the broker on 127.0.0.1; 0: a free one.")
          .define(
              HOME_AREA,
              ConfigDef.Type.STRING,
              Sample.HOME_AREA,
              Importance.HIGH,
              "Area in which a bare place name is looked up first.")
          .define(
              PAGE_NAMES,
              ConfigDef.Type.LIST,
              "",
              Importance.MEDIUM,
              "Host names, beside that of reply.base.url, under which a proxy asks for the page.")
          .define(
              DISK_WARN,
              ConfigDef.Type.INT,
              1024,
              Range.atLeast(0),
              Importance.LOW,
              "Room on the disk of the data below which people are warned, megabytes.")
          .define(
              DISK_STOP,
              ConfigDef.Type.INT,
              256,
              Range.atLeast(0),
              Importance.LOW,
              "Room below which no reports are taken, before the broker could no longer write.")
          .define(
              REPLY_URL,
              ConfigDef.Type.STRING,
              "",
              Importance.HIGH,
              "Where those who are told reach this port through a proxy. Empty: no links.");

  private InstallationSettings() {}

  /**
   * The settings in force.
   *
   * @param given on the command line
   * @throws org.marsad.schemas.settings.SettingsException with every fault
   * @throws IOException when the file is there and cannot be read
   */
  public static Settings read(Folders folders, Map<String, String> given) throws IOException {
    var file = folders.settings();
    return Settings.of(DEFINITION, Files.exists(file) ? Settings.fromFile(file) : Map.of(), given);
  }
}
