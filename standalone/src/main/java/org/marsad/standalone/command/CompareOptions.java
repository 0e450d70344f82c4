package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.settings.RulesFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Two rules files to be compared. */
final class CompareOptions {
  private static final String DEFAULTS = "default";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--compare",
      arity = "2",
      paramLabel = "RULES",
      description =
          "Instead of a summary: what changes from the first rules file to the second; "
              + DEFAULTS
              + " stands for the shipped thresholds.")
  private List<String> files = List.of();

  @Option(
      names = "--compare-out",
      paramLabel = "FILE",
      description = "With --compare: every difference, a line of JSON each.")
  private @Nullable Path out;

  boolean isAsked() {
    return !files.isEmpty();
  }

  Rules older() throws IOException {
    return rules(files.get(0));
  }

  Rules newer() throws IOException {
    return rules(files.get(1));
  }

  String olderName() {
    return files.get(0);
  }

  String newerName() {
    return files.get(1);
  }

  @Nullable Path out() {
    return out;
  }

  /** Two files, not four; and a place for the differences only with something to compare. */
  void check() {
    if (files.size() > 2) {
      throw new ParameterException(spec.commandLine(), "--compare: given twice (expected: once)");
    }
    if (files.isEmpty() && out != null) {
      throw new ParameterException(
          spec.commandLine(), "--compare-out: given without --compare (expected: both)");
    }
  }

  private static Rules rules(String file) throws IOException {
    if (file.equals(DEFAULTS)) {
      return Rules.DEFAULTS;
    }
    try {
      return RulesFile.read(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": not found", e);
    }
  }
}
