package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.MessageJson;
import org.marsad.standalone.backtest.Backtest;
import org.marsad.standalone.backtest.BacktestResult;
import org.marsad.standalone.backtest.RejectedLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marsad backtest}: what the rules say about recorded reports. */
@Command(
    name = "backtest",
    description = "Runs the rules over recorded reports and exits.",
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
  /** Refused rows that are told one by one. */
  private static final int TOLD = 20;

  private final Terminal terminal = Terminal.ofProcess();
  @Spec private CommandSpec spec;
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

  @Mixin private CompareOptions compare = new CompareOptions();
  @Mixin private RehearsalOptions rehearsal = new RehearsalOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    compare.check();
    rehearsal.check();
    if (compare.isAsked()) {
      refuseWithCompare();
      return new BacktestComparison(terminal, shared.gazetteer(), input).run(compare);
    }
    var gazetteer = shared.gazetteer();
    var rehearsed = rehearsal.read(gazetteer); // before anything starts
    var result =
        new Backtest(
                gazetteer,
                shared.rules(),
                input.imports(gazetteer::resolve),
                new TerminalProgress(terminal))
            .run(input.format(), input.files());
    LinesFile.write(alertsOut, result.alerts().stream().map(MessageJson::line));
    LinesFile.write(strikesOut, result.strikes().stream().map(MessageJson::line));
    LinesFile.write(rejectedOut, result.rejected().stream().map(LinesFile::json));
    var isUsable = tellRefused(result);
    summary(result).forEach(terminal::print);
    rehearsal.run(rehearsed, gazetteer, result.alerts(), terminal);
    if (result.unaccounted() != 0) {
      terminal.fault("rows: %d unaccounted for (expected: 0)".formatted(result.unaccounted()));
      return 1;
    }
    return isUsable ? 0 : 1;
  }

  /** Tells what was refused, and whether anything could be used. */
  private boolean tellRefused(BacktestResult result) {
    var refused = result.rejected();
    refused.stream().limit(TOLD).map(RejectedLine::text).forEach(terminal::fault);
    if (refused.size() > TOLD) {
      terminal.fault(
          "%d more refused: --rejected-out FILE has them all".formatted(refused.size() - TOLD));
    }
    var rows = result.rows();
    if (rows.rows() > 0 && rows.refused() == rows.rows()) {
      terminal.fault("no row could be used (expected: rows as --format and --mapping say)");
      return false;
    }
    if (rows.reports() > 0 && refused.size() >= rows.rows() - rows.skipped()) {
      terminal.fault("no report could be used (expected: one at least)");
      return false;
    }
    return true;
  }

  private void refuseWithCompare() {
    var given = new LinkedHashMap<String, Boolean>();
    given.put("--rules", shared.hasRules());
    given.put("--alerts-out", alertsOut != null);
    given.put("--strikes-out", strikesOut != null);
    given.put("--rejected-out", rejectedOut != null);
    given.put("--subscribers", rehearsal.isAsked());
    given.forEach(
        (option, isGiven) -> {
          if (isGiven) {
            throw new ParameterException(
                spec.commandLine(), option + ": given with --compare (expected: one or the other)");
          }
        });
  }

  private static List<String> summary(BacktestResult result) {
    var rows = result.rows();
    var head = new ArrayList<String>();
    head.add(row("rows", rows.rows()));
    head.add(row("  in strikes", result.inStrikes()));
    if (result.reasons().incomplete() > 0) {
      head.add(row("  without some value", result.reasons().incomplete()));
    }
    head.add(row("  skipped", rows.skipped()));
    head.addAll(ImportOptions.skipped(result.reasons(), "    "));
    head.add(row("  rejected", rows.refused() + result.refusedReports()));
    head.add(row("  duplicates", rows.duplicates()));
    head.add(row("  corrections", result.superseded()));
    head.add(row("  only taken back", result.retractedOnly()));
    head.add(row("  unaccounted for", result.unaccounted()));
    head.add(row("strikes standing", result.activeStrikes()));
    head.add(row("alert revisions", result.alerts().size()));
    head.add(row("  that interrupt", result.interrupting()));
    head.add("alerts by subject");
    var subjects = result.bySubject().entrySet().stream().map(e -> row(e.getKey(), e.getValue()));
    var findings = result.byFinding().entrySet().stream().map(e -> row(e.getKey(), e.getValue()));
    return Stream.of(head.stream(), subjects, Stream.of("alerts by finding"), findings)
        .flatMap(lines -> lines)
        .toList();
  }

  private static String row(Enum<?> name, BacktestResult.Tally tally) {
    return row("  " + name, tally.ever()) + "  standing " + tally.standing();
  }

  private static String row(String name, long count) {
    return "%-24s %8d".formatted(name, count);
  }
}
