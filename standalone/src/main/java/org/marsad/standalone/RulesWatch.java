package org.marsad.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.marsad.processor.settings.RulesFile;
import org.marsad.schemas.launch.Warning;
import org.marsad.schemas.settings.FileStamp;
import org.marsad.schemas.settings.SettingsException;

/**
 * The file of thresholds counts as it was at the start. Says when it has changed since, and whether
 * the next start, which may come unasked, would refuse it. Safe for several threads.
 */
final class RulesWatch {
  private final Path file;
  private final FileStamp used;
  private FileStamp seen;
  private Optional<Warning> warning = Optional.empty();

  /**
   * @param file as it is in force
   */
  RulesWatch(Path file) {
    this.file = file;
    this.used = FileStamp.of(file);
    this.seen = used;
  }

  /** What is to be said of the file as it is now; empty: nothing. Reads it where it has changed. */
  synchronized Optional<Warning> warning() {
    var now = FileStamp.of(file);
    if (!now.equals(seen)) {
      seen = now;
      warning = now.equals(used) ? Optional.empty() : Optional.of(changed());
    }
    return warning;
  }

  private Warning changed() {
    try {
      RulesFile.read(file);
      return Warning.of("rules: the changed file counts from the next start on");
    } catch (SettingsException e) {
      return refused(e.faults());
    } catch (IOException e) {
      return refused(List.of(e.toString()));
    }
  }

  private static Warning refused(List<String> faults) {
    return new Warning(
        "rules: the next start would refuse the changed file (faults: %d)".formatted(faults.size()),
        faults);
  }
}
