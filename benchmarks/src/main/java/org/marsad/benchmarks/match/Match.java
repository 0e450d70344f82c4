package org.marsad.benchmarks.match;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Interleaved;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Run;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Time per alert of the index among many subscribers: against itself among few, and against a look
 * at each. As many are concerned in each case. JMH measures, each run in a process of its own.
 *
 * @param pairs that are kept
 * @param progress is told what is going on, a line each
 */
public record Match(int pairs, Consumer<String> progress) {
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final String BY_INDEX = "byIndex";
  private static final String BY_SCAN = "byScan";
  private static final int WARM_UPS = 3;
  private static final int MEASUREMENTS = 3;

  /** Measures. */
  public List<Figure> run() throws Exception {
    return List.of(
        compare("match growth 100 k", Mark.atMost(3), BY_INDEX, MANY, BY_INDEX, FEW),
        compare("match scan 1 k", Mark.atMost(1), BY_INDEX, FEW, BY_SCAN, FEW),
        compare("match scan 100 k", Mark.atMost(1), BY_INDEX, MANY, BY_SCAN, MANY));
  }

  private Figure compare(
      String name, Mark mark, String ours, int oursAmong, String baseline, int baselineAmong)
      throws Exception {
    var kept =
        Interleaved.run(
            pairs,
            pair -> time(ours, oursAmong),
            pair -> time(baseline, baselineAmong),
            (number, pair) -> progress.accept(pair.told(name, number, pairs, "µs/alert")));
    return Figure.of(name, "µs/alert", mark, kept);
  }

  /** Seconds on the clock stand for CPU seconds: JMH measures in one busy thread. */
  private static Run time(String method, int among) throws RunnerException {
    var second = TimeValue.seconds(1);
    var options =
        new OptionsBuilder()
            .include("^" + Matching.class.getName() + "\\." + method + "$")
            .param("subscribers", Integer.toString(among))
            .forks(1)
            .warmupIterations(WARM_UPS)
            .warmupTime(second)
            .measurementIterations(MEASUREMENTS)
            .measurementTime(second)
            .jvmArgs("-Xmx1g")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    var result = new Runner(options).runSingle().getPrimaryResult();
    return new Run(result.getScore(), MEASUREMENTS * second.convertTo(TimeUnit.SECONDS));
  }
}
