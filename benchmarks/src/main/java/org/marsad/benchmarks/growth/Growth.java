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
 * Cost per report and bytes of state per strike after so many strikes, against itself after ten
 * thousand. The same 200 towns have as many strikes a day all along: what grows is the days.
 *
 * @param sizes strikes of history to measure at, rising
 * @param pairs that are kept at each size
 * @param progress is told what is going on, a line each
 */
public record Growth(List<Integer> sizes, int pairs, Consumer<String> progress) {
  /** The history that larger ones are compared with. */
  static final int SMALL = 10_000;

  /** Reports that are measured in one run. */
  private static final int PROBE = 4_000;

  /** Strikes after which the JVM has compiled what it will. */
  private static final int WARM = 20_000;

  private static final double NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

  public Growth {
    sizes = List.copyOf(sizes);
  }

  /** Measures time, bytes of entries and bytes on disk at each size. */
  public List<Figure> run() throws Exception {
    var figures = new ArrayList<Figure>();
    try (var folder = TemporaryFolder.create("marsad-bench")) {
      progress.accept("growth: warming up with %,d strikes".formatted(WARM));
      try (var warm = new History(folder.path().resolve("warm"))) {
        warm.growTo(WARM);
      }
      var small = bytesOfSmall(folder.path().resolve("small-bytes"));
      try (var history = new History(folder.path().resolve("history"))) {
        for (var size : sizes) {
          progress.accept("growth: %,d strikes".formatted(size));
          history.growTo(size);
          figures.addAll(bytes(history, size, small));
          figures.add(time(history, size, folder.path()));
        }
      }
    }
    return figures;
  }

  private Figure time(History history, int size, Path folder) throws Exception {
    var kept =
        Interleaved.run(
            pairs,
            pair -> probe(history),
            pair -> probeSmall(folder.resolve("small-%d-%d".formatted(size, pair))),
            (number, pair) ->
                progress.accept(
                    "growth: %,d strikes, pair %d of %d%s: %.0f and %.0f µs, ratio %.2f%s"
                        .formatted(
                            size,
                            number,
                            pairs,
                            number == 0 ? " (dropped)" : "",
                            pair.ours().value(),
                            pair.baseline().value(),
                            pair.ours().value() / pair.baseline().value(),
                            pair.noisy() ? ", noisy" : "")));
    return Figure.of("growth " + label(size), "µs/report", Mark.atMost(1.25), kept);
  }

  private static Run probeSmall(Path folder) throws Exception {
    try (var history = new History(folder)) {
      history.growTo(SMALL);
      return probe(history);
    } finally {
      new TemporaryFolder(folder).close();
    }
  }

  private static Run probe(History history) {
    var began = System.nanoTime();
    var cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    history.report(PROBE);
    var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
    return new Run((System.nanoTime() - began) / NANOS_PER_MICRO / PROBE, cpu / 1e9);
  }

  private record Bytes(double entries, double onDisk) {}

  private static Bytes bytesOfSmall(Path folder) throws Exception {
    try (var history = new History(folder)) {
      history.growTo(SMALL);
      return bytesPerStrike(history);
    }
  }

  private static Bytes bytesPerStrike(History history) throws Exception {
    return new Bytes(
        (double) history.bytes() / history.strikes(),
        (double) history.bytesOnDisk() / history.strikes());
  }

  /** Counted, not timed: one pair is enough and nothing can make it noisy. */
  private static List<Figure> bytes(History history, int size, Bytes small) throws Exception {
    var large = bytesPerStrike(history);
    return List.of(
        Figure.of(
            "state " + label(size),
            "bytes/strike",
            Mark.atMost(1.05),
            List.of(counted(large.entries, small.entries))),
        Figure.of(
            "disk " + label(size),
            "bytes/strike",
            Mark.atMost(1.25),
            List.of(counted(large.onDisk, small.onDisk))));
  }

  private static Pair counted(double ours, double baseline) {
    return new Pair(new Run(ours, 0), new Run(baseline, 0), false);
  }

  private static String label(int size) {
    return size % 1_000_000 == 0 ? size / 1_000_000 + " M" : size / 1_000 + " k";
  }
}
