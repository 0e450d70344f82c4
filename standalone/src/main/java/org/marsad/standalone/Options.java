package org.marsad.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.processor.ProcessorSettings;
import org.marsad.producer.places.LiveGazetteer;
import org.marsad.schemas.launch.DiskSpace;
import org.marsad.schemas.settings.Settings;

/**
 * How the parts are to be run together.
 *
 * @param folders where data is kept
 * @param settings of {@link InstallationSettings}
 * @param gazetteer areas and their names
 * @param watchesAreas whether the area files in the data folder are read again when they change
 * @param subscribers who is told
 * @param terminal what channels of type terminal print on
 * @param colour whether the terminal shows colours
 */
public record Options(
    Folders folders,
    Settings settings,
    LiveGazetteer gazetteer,
    boolean watchesAreas,
    SubscribersSource subscribers,
    PrintStream terminal,
    boolean colour) {
  /** The disk of the data folder, with the room that it must have. */
  public DiskSpace disk() throws IOException {
    return DiskSpace.of(folders.data(), settings);
  }

  /** The file that the thresholds are read from; null: none. */
  @Nullable Path rulesFile() {
    var file = settings.text(ProcessorSettings.RULES_FILE);
    return file.isEmpty() ? null : Path.of(file);
  }

  /** Files that nobody but their owner should read. */
  public List<Path> secrets() throws IOException {
    var secrets = new ArrayList<>(folders.secrets());
    secrets.addAll(subscribers.namedFiles());
    return secrets;
  }
}
