package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.imports.CsvMapping;
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
      defaultValue = "marsad-jsonl",
      paramLabel = "FORMAT",
      description = "marsad-jsonl (default), ucdp-ged or csv.")
  private String format = "marsad-jsonl";

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "For csv: which column is which field (YAML).")
  private @Nullable Path mapping;

  @Option(
      names = "--include",
      defaultValue = "air",
      paramLabel = "air|all",
      description = "For ucdp-ged: attacks from the air (default) or every event.")
  private Include include = Include.AIR;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recorded files.")
  private List<Path> files = List.of();

  Imports.Format format() {
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
    return new Imports(places, include, mapping == null ? null : CsvMapping.read(mapping));
  }
}
