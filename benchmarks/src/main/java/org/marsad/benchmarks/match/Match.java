package org.marsad.benchmarks.match;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Interleaved;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.consumer.fanout.matching.MatchIndex;
import org.marsad.consumer.fanout.matching.Matcher;
import org.marsad.message.Alert;

/**
 * Time per alert of the index among many subscribers: against itself among few, and against a look
 * at each. As many are concerned in each case.
 *
 * @param pairs that are kept
 * @param progress is told what is going on, a line each
 */
public record Match(int pairs, Consumer<String> progress) {
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final double NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

  /** Measures. */
  public List<Figure> run() throws Exception {
    var few = Crowd.of(FEW);
    var many = Crowd.of(MANY);
    var indexOfFew = new MatchIndex(few, area -> Optional.empty());
    var indexOfMany = new MatchIndex(many, area -> Optional.empty());
    var figures = new ArrayList<Figure>();
    figures.add(
        compare(
            "match growth 100 k",
            Mark.atMost(3),
            alert -> indexOfMany.concerned(alert).size(),
            alert -> indexOfFew.concerned(alert).size()));
    figures.add(
        compare(
            "match scan 1 k",
            Mark.atMost(1),
            alert -> indexOfFew.concerned(alert).size(),
            alert -> Matcher.askEach(few, alert, area -> Optional.empty()).size()));
    figures.add(
        compare(
            "match scan 100 k",
            Mark.atMost(1),
            alert -> indexOfMany.concerned(alert).size(),
            alert -> Matcher.askEach(many, alert, area -> Optional.empty()).size()));
    return figures;
  }

  private Figure compare(
      String name, Mark mark, ToIntFunction<Alert> ours, ToIntFunction<Alert> baseline)
      throws Exception {
    var kept =
        Interleaved.run(
            pairs,
            pair -> time(ours),
            pair -> time(baseline),
            (number, pair) ->
                progress.accept(
                    "%s, pair %d of %d%s: %.1f and %.1f µs%s"
                        .formatted(
                            name,
                            number,
                            pairs,
                            number == 0 ? " (dropped)" : "",
                            pair.ours().value(),
                            pair.baseline().value(),
                            pair.noisy() ? ", noisy" : "")));
    return Figure.of(name, "µs/alert", mark, kept);
  }

  /** About a second of alerts, each with the answer that is known. */
  private static Run time(ToIntFunction<Alert> concerned) {
    var alert = Crowd.strike();
    var threads = ManagementFactory.getThreadMXBean();
    var cpuBefore = threads.getCurrentThreadCpuTime();
    var began = System.nanoTime();
    var alerts = 0;
    while (System.nanoTime() - began < RUN_NANOS) {
      if (concerned.applyAsInt(alert) != Crowd.CONCERNED) {
        throw new IllegalStateException("concerned: not " + Crowd.CONCERNED);
      }
      alerts++;
    }
    var cpu = threads.getCurrentThreadCpuTime() - cpuBefore;
    return new Run((System.nanoTime() - began) / NANOS_PER_MICRO / alerts, cpu / 1e9);
  }
}
