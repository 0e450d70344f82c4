package org.marsad.standalone.init;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.marsad.consumer.subscribers.Known;
import org.marsad.consumer.subscribers.SubscribersFile;
import org.marsad.producer.areas.AreaFolder;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.settings.PrivateFiles;
import org.marsad.standalone.FirstSources;
import org.marsad.standalone.Folders;
import org.marsad.standalone.InstallationSettings;

/** The files of an installation: folders of mode 700, files of mode 600. */
public final class InstallationFiles {
  private static final String HEAD =
      """
      # Who is told. What can stand here: consumer/README.md, subscribers.yaml.
      # After a change: ./marsad subscribers check FILE. A running Marsad takes it over within seconds.
      """;

  private InstallationFiles() {}

  /** Whether an installation can be written there: the folder is empty, or not there yet. */
  public static boolean isFree(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  /**
   * Writes all files and reads them again as {@code up} will. Where that fails, the folder is as
   * empty as before.
   *
   * @throws IOException when a file cannot be written
   * @throws org.marsad.schemas.settings.SettingsException when one could not be used
   */
  public static void write(Plan plan, Folders folders) throws IOException {
    PrivateFiles.createFolder(folders.data());
    try {
      writeAll(plan, folders);
      check(folders);
    } catch (IOException | RuntimeException e) {
      empty(folders.data());
      throw e;
    }
  }

  private static void writeAll(Plan plan, Folders folders) throws IOException {
    PrivateFiles.create(folders.settings(), properties(plan.settings()));
    FirstSources.write(folders, plan.homeArea(), plan.sources());
    PrivateFiles.createFolder(folders.keys());
    for (var key : plan.keys().entrySet()) {
      PrivateFiles.create(folders.data().resolve(key.getKey()), key.getValue());
    }
    PrivateFiles.create(folders.subscribers(), HEAD + SubscriberList.text(plan.subscribers()));
    if (!plan.areas().isEmpty()) {
      new AreaFolder(folders.areas()).write(plan.areas());
    }
  }

  private static void check(Folders folders) throws IOException {
    InstallationSettings.read(folders, Map.of(), Map.of());
    SourcesFile.read(folders.sources());
    var gazetteer =
        Files.exists(folders.areas())
            ? Gazetteer.read(List.of(folders.areas()))
            : Gazetteer.bundled();
    SubscribersFile.read(folders.subscribers(), Known.of(gazetteer.areas()));
  }

  private static String properties(Map<String, String> settings) throws IOException {
    var properties = new Properties();
    properties.putAll(settings);
    var text = new StringWriter();
    properties.store(text, "Read by ./marsad up; its options win.");
    return text.toString();
  }

  private static void empty(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          delete(path);
        }
      }
    }
  }

  private static void delete(Path path) throws IOException {
    try {
      Files.delete(path);
    } catch (NoSuchFileException gone) {
      // what is gone need not be deleted
    }
  }
}
