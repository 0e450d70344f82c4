package org.marsad.standalone.command;

import java.io.IOException;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.places.Gazetteer;
import org.marsad.standalone.backtest.Backtest;
import org.marsad.standalone.backtest.BacktestResult;
import org.marsad.standalone.compare.Comparison;
import org.marsad.standalone.compare.ComparisonTable;
import org.marsad.standalone.compare.Difference;

/**
 * {@code marsad backtest --compare}: the same reports under two rules files, one after the other.
 */
final class BacktestComparison {
  private final Terminal terminal;
  private final Gazetteer gazetteer;
  private final ImportOptions input;

  BacktestComparison(Terminal terminal, Gazetteer gazetteer, ImportOptions input) {
    this.terminal = terminal;
    this.gazetteer = gazetteer;
    this.input = input;
  }

  int run(CompareOptions options) throws IOException, InterruptedException {
    var olderRules = options.older();
    var newerRules = options.newer(); // both are read before anything starts
    var older = backtest("old rules", olderRules);
    var newer = backtest("new rules", newerRules);
    var comparison = Comparison.of(older.alerts(), newer.alerts());
    LinesFile.write(
        options.out(),
        comparison.differences().stream().map(Difference::json).map(LinesFile::json));
    terminal.print("old rules %s  %s".formatted(olderRules.hash(), options.olderName()));
    terminal.print("new rules %s  %s".formatted(newerRules.hash(), options.newerName()));
    terminal.print("");
    var names = new AreaDirectory();
    gazetteer.areas().forEach(names::onProfile);
    new ComparisonTable(names).lines(comparison).forEach(terminal::print);
    var unaccounted = Math.max(older.unaccounted(), newer.unaccounted());
    if (unaccounted != 0) {
      terminal.fault("rows: %d unaccounted for (expected: 0)".formatted(unaccounted));
      return 1;
    }
    return 0;
  }

  private BacktestResult backtest(String name, Rules rules)
      throws IOException, InterruptedException {
    return new Backtest(
            gazetteer,
            rules,
            input.imports(gazetteer::resolve),
            new TerminalProgress(terminal, name + ": "))
        .run(input.format(), input.files());
  }
}
