package org.marsad.standalone.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.archive.ArchiveFilter;
import org.marsad.consumer.archive.ArchiveReader;
import org.marsad.consumer.archive.Archived;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marsad archive}: reads the files that stand. */
@Command(
    name = "archive",
    description = "Lists and exports the archive.",
    mixinStandardHelpOptions = true)
final class ArchiveCommand implements Runnable {
  private final Terminal terminal = Terminal.ofProcess();
  @Spec private CommandSpec spec;

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description =
          "Folder of the archive. Default: archive in the data folder of the Marsad that runs, else"
              + " in data.")
  private @Nullable Path archive;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "archive: absent (expected: list or export)");
  }

  @Command(
      name = "list",
      description = "Days, kinds, records and bytes.",
      mixinStandardHelpOptions = true)
  int list() throws IOException {
    for (var file : reader().list()) {
      terminal.print(
          "%s  %-8s %8d records %10d bytes  %s"
              .formatted(
                  file.day(),
                  file.kind().toString().toLowerCase(java.util.Locale.ROOT),
                  file.records(),
                  file.bytes(),
                  file.file()));
    }
    return 0;
  }

  @Command(
      name = "export",
      description = "Messages as JSON Lines on standard output.",
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(paramLabel = "alerts|strikes", description = "What to export.") Archived kind,
      @Option(names = "--from", description = "First UTC day.", defaultValue = "-999999999-01-01")
          LocalDate from,
      @Option(names = "--to", description = "Last UTC day.", defaultValue = "+999999999-12-31")
          LocalDate to,
      @Option(names = "--area", description = "Code of an area; may be repeated.")
          List<String> areas,
      @Option(
              names = "--subject",
              paramLabel = "KIND",
              description =
                  "Only alerts about such subjects: ${COMPLETION-CANDIDATES}; may be repeated.")
          List<SubjectKind> subjects,
      @Option(
              names = "--finding",
              paramLabel = "RULE",
              description =
                  "Only alerts with such a finding: ${COMPLETION-CANDIDATES}; may be repeated.")
          List<Rule> findings)
      throws IOException {
    var filter = new ArchiveFilter(from, to, set(areas), set(subjects), set(findings));
    var out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
    var count = reader().export(kind, filter, out);
    out.flush();
    terminal.progress(Counted.of(count, "message"));
    return 0;
  }

  /** One without a folder would read as empty: as if nothing had ever happened. */
  private ArchiveReader reader() throws IOException {
    var folder = archive == null ? Home.folders(null).archive() : archive;
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return new ArchiveReader(folder);
  }

  private static <T> Set<T> set(@Nullable List<T> given) {
    return given == null ? Set.of() : Set.copyOf(given);
  }
}
