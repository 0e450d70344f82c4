package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.imports.AirWords;
import org.marsad.producer.imports.CsvMapping;
import org.marsad.producer.imports.ImportReasons;
import org.marsad.producer.imports.Imports;
import org.marsad.producer.imports.Include;
import org.marsad.producer.report.Places;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recorded files and how to read them. */
final class ImportOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "marsad-jsonl (default), ucdp-ged, acled, hxl or csv (default with --mapping).")
  private @Nullable String format;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "For csv and hxl: which column is which field (YAML), or the name of one that ships:"
              + " kobotoolbox, ushahidi.")
  private @Nullable String mapping;

  @Option(
      names = "--air-words",
      paramLabel = "FILE",
      description =
          "For ucdp-ged and acled: the words that make an event an attack from the air (YAML).")
  private @Nullable Path airWords;

  @Option(
      names = "--include",
      defaultValue = "air",
      paramLabel = "air|all",
      description = "For ucdp-ged and acled: attacks from the air (default) or every event.")
  private Include include = Include.AIR;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recorded files.")
  private List<Path> files = List.of();

  Imports.Format format() {
    if (format == null) {
      return mapping == null ? Imports.Format.MARSAD_JSONL : Imports.Format.CSV;
    }
    try {
      return Imports.Format.of(format);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  List<Path> files() {
    return files;
  }

  Imports imports(Places places) throws IOException {
    if (format() == Imports.Format.CSV && mapping == null) {
      throw new ParameterException(
          spec.commandLine(), "--mapping: absent (expected: a file, for --format csv)");
    }
    return new Imports(
        places,
        include,
        mapping == null ? null : mapping(mapping),
        airWords == null ? AirWords.shipped() : AirWords.read(airWords),
        Clock.systemUTC());
  }

  /** Why rows were skipped, a line each. */
  static List<String> skipped(ImportReasons reasons, String indent) {
    return reasons.skipped().entrySet().stream()
        .map(reason -> "%s%d: %s".formatted(indent, reason.getValue(), reason.getKey()))
        .toList();
  }

  /** A file of that name comes before a mapping that ships. */
  private static CsvMapping mapping(String name) throws IOException {
    return CsvMapping.SHIPPED.contains(name) && Files.notExists(Path.of(name))
        ? CsvMapping.shipped(name)
        : CsvMapping.read(Path.of(name));
  }
}
