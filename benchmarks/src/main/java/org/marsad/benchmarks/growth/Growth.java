package org.marsad.benchmarks.growth;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Interleaved;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Pair;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.standalone.TemporaryFolder;

/**
 * Cost per report and bytes of state per strike after so many strikes, against itself after the
 * fewest. The same 200 towns have as many strikes a day all along: what grows is the days.
 *
 * @param sizes strikes of history to measure at, rising; the first is what the others are compared
 *     with
 * @param pairs that are kept at each size
 * @param progress is told what is going on, a line each
 */
public record Growth(List<Integer> sizes, int pairs, Consumer<String> progress) {
  /** Reports that are measured in one run, at most: a small history must stay a small one. */
  private static final int PROBE = 4_000;

  /** How many small histories it takes until the JVM has compiled what it will. */
  private static final long WARM = 2;

  private static final double NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

  public Growth {
    sizes = List.copyOf(sizes);
  }

  /** Measures time and bytes at each size. */
  public List<Figure> run() throws Exception {
    var figures = new ArrayList<Figure>();
    try (var folder = TemporaryFolder.create("marsad-bench")) {
      progress.accept("growth: warming up with %,d strikes".formatted(WARM * small()));
      try (var warm = new History(folder.path().resolve("warm"))) {
        warm.growTo(WARM * small());
      }
      var small = bytesOfSmall(folder.path().resolve("small-bytes"));
      try (var history = new History(folder.path().resolve("history"))) {
        for (var size : sizes) {
          progress.accept("growth: %,d strikes".formatted(size));
          history.growTo(size);
          figures.add(bytes(history, size, small));
          figures.add(time(history, size, folder.path()));
        }
      }
    }
    return figures;
  }

  private int small() {
    return sizes.get(0);
  }

  private Figure time(History history, int size, Path folder) throws Exception {
    var kept =
        Interleaved.run(
            pairs,
            pair -> probe(history),
            pair -> probeSmall(folder.resolve("small-%d-%d".formatted(size, pair))),
            (number, pair) ->
                progress.accept(
                    pair.told("growth: %,d strikes".formatted(size), number, pairs, "µs/report")));
    return Figure.of("growth " + label(size), "µs/report", Mark.atMost(1.25), kept);
  }

  private Run probeSmall(Path folder) throws Exception {
    try (var history = new History(folder)) {
      history.growTo(small());
      return probe(history);
    } finally {
      new TemporaryFolder(folder).close();
    }
  }

  private Run probe(History history) {
    var reports = Math.min(PROBE, small());
    var began = System.nanoTime();
    var cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    history.report(reports);
    var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
    return new Run((System.nanoTime() - began) / NANOS_PER_MICRO / reports, cpu / 1e9);
  }

  private double bytesOfSmall(Path folder) {
    try (var history = new History(folder)) {
      history.growTo(small());
      return bytesPerStrike(history);
    }
  }

  private static double bytesPerStrike(History history) {
    return (double) history.bytes() / history.strikes();
  }

  /** Counted, not timed: one pair is enough and nothing can make it noisy. */
  private static Figure bytes(History history, int size, double small) {
    return Figure.of(
        "state " + label(size),
        "bytes/strike",
        Mark.atMost(1.05),
        List.of(counted(bytesPerStrike(history), small)));
  }

  private static Pair counted(double ours, double baseline) {
    return new Pair(new Run(ours, 0), new Run(baseline, 0), false);
  }

  private static String label(int size) {
    return size % 1_000_000 == 0 ? size / 1_000_000 + " M" : "%,d k".formatted(size / 1_000);
  }
}
