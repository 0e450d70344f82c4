package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.settings.RulesFile;
import org.marsad.producer.places.Gazetteer;
import org.marsad.standalone.Folders;
import picocli.CommandLine.Option;

/** Options that several commands share: areas and thresholds. */
final class SharedOptions {
  @Option(
      names = "--areas",
      paramLabel = "FILE|DIR",
      description = "Areas to use instead of the bundled ones; may be repeated.")
  private List<Path> areas = new ArrayList<>();

  @Option(names = "--rules", paramLabel = "FILE", description = "Thresholds (rules.yaml).")
  private @Nullable Path rules;

  private @Nullable Gazetteer gazetteer;

  /** The areas, read once. */
  Gazetteer gazetteer() throws IOException {
    if (gazetteer == null) {
      gazetteer = areas.isEmpty() ? Gazetteer.bundled() : Gazetteer.read(areas);
    }
    return gazetteer;
  }

  /** The same; where no areas are named, those in the data folder, if any. */
  Gazetteer gazetteer(Folders folders) throws IOException {
    return areas.isEmpty() && Files.exists(folders.areas())
        ? Gazetteer.read(List.of(folders.areas()))
        : gazetteer();
  }

  /** Whether areas are named, so that those in the data folder do not count. */
  boolean namesAreas() {
    return !areas.isEmpty();
  }

  boolean hasRules() {
    return rules != null;
  }

  /** The file of thresholds; null: none is named. */
  @Nullable Path rulesFile() {
    return rules;
  }

  Rules rules() throws IOException {
    return rules == null ? Rules.DEFAULTS : RulesFile.read(rules);
  }
}
