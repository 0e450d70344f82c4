package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.MessageJson;
import org.marsad.standalone.backtest.Backtest;
import org.marsad.standalone.backtest.BacktestResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad backtest}: what the rules say about recorded reports. */
@Command(
    name = "backtest",
    description = "Runs the rules over recorded reports and exits.",
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private SharedOptions shared = new SharedOptions();
  @Mixin private ImportOptions input = new ImportOptions();

  @Option(
      names = "--alerts-out",
      paramLabel = "FILE",
      description = "Every alert revision, a line of JSON each.")
  private @Nullable Path alertsOut;

  @Option(
      names = "--strikes-out",
      paramLabel = "FILE",
      description = "Every strike revision, a line of JSON each.")
  private @Nullable Path strikesOut;

  @Option(
      names = "--rejected-out",
      paramLabel = "FILE",
      description = "What was refused, a line of JSON each.")
  private @Nullable Path rejectedOut;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var gazetteer = shared.gazetteer();
    var result =
        new Backtest(
                gazetteer, shared.rules(), input.imports(gazetteer::resolve), terminal::progress)
            .run(input.format(), input.files());
    write(alertsOut, result.alerts().stream().map(MessageJson::line));
    write(strikesOut, result.strikes().stream().map(MessageJson::line));
    write(rejectedOut, result.rejected().stream().map(BacktestCommand::line));
    summary(result).forEach(terminal::print);
    if (result.unaccounted() != 0) {
      terminal.fault("rows: %d unaccounted for (expected: 0)".formatted(result.unaccounted()));
      return 1;
    }
    return 0;
  }

  private static List<String> summary(BacktestResult result) {
    var rows = result.rows();
    var head =
        Stream.of(
            row("rows", rows.rows()),
            row("  in strikes", result.inStrikes()),
            row("  skipped", rows.skipped()),
            row("  rejected", rows.refused() + result.refusedReports()),
            row("  duplicates", rows.duplicates()),
            row("  corrections", result.superseded()),
            row("  only taken back", result.retractedOnly()),
            row("  unaccounted for", result.unaccounted()),
            row("strikes standing", result.activeStrikes()),
            row("alert revisions", result.alerts().size()));
    var rules =
        result.alertsByRule().entrySet().stream()
            .map(
                rule ->
                    row("  " + rule.getKey(), rule.getValue().size())
                        + "  standing "
                        + result.activeAlerts(rule.getKey()));
    return Stream.concat(head, rules).toList();
  }

  private static String row(String name, long count) {
    return "%-24s %8d".formatted(name, count);
  }

  private static void write(@Nullable Path file, Stream<String> lines) throws IOException {
    if (file == null) {
      return;
    }
    try (var out = Files.newBufferedWriter(file)) {
      for (var line : (Iterable<String>) lines::iterator) {
        out.write(line);
        out.write('\n');
      }
    }
  }

  private static String line(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
