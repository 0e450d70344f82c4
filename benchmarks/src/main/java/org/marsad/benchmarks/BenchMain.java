package org.marsad.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.benchmarks.bytes.Bytes;
import org.marsad.benchmarks.ceiling.Ceiling;
import org.marsad.benchmarks.cpu.Cpu;
import org.marsad.benchmarks.density.Density;
import org.marsad.benchmarks.fanout.Promptness;
import org.marsad.benchmarks.footprint.Footprint;
import org.marsad.benchmarks.footprint.Soak;
import org.marsad.benchmarks.growth.Bounded;
import org.marsad.benchmarks.growth.Growth;
import org.marsad.benchmarks.match.Match;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.serving.Latency;
import org.marsad.benchmarks.serving.Restart;
import org.marsad.benchmarks.streaming.Streaming;
import org.marsad.benchmarks.throughput.Throughput;
import org.marsad.schemas.MessageCodec;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./marsad bench}: usage errors end with 2, failures with 1. */
@Command(
    name = "marsad bench",
    description = "Measures side by side with baselines; benchmarks/README.md tells how.",
    mixinStandardHelpOptions = true)
public final class BenchMain implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int LATENCY_SECONDS = 300;
  private static final int STREAM_SECONDS = 60;

  /** What can be measured. */
  enum Benchmark {
    THROUGHPUT,
    CPU,
    DENSITY,
    CEILING,
    GROWTH,
    BOUNDED,
    LATENCY,
    RESTART,
    BYTES,
    MATCH,
    FANOUT,
    FOOTPRINT,
    SOAK,
    STREAM
  }

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "BENCHMARK", description = "${COMPLETION-CANDIDATES}")
  private Set<Benchmark> benchmarks = Set.of();

  @Option(
      names = "--reports",
      defaultValue = "500000",
      description = "throughput, cpu, ceiling: reports in the backlog (default: ${DEFAULT-VALUE}).")
  private int reports;

  @Option(
      names = "--unmeasured",
      defaultValue = "100000",
      description =
          "cpu: reports before the measurement begins, half of --reports at most"
              + " (default: ${DEFAULT-VALUE}).")
  private int unmeasured;

  @Option(
      names = "--pairs",
      defaultValue = "5",
      description = "Pairs of runs that are kept; one more is dropped (default: ${DEFAULT-VALUE}).")
  private int pairs;

  @Option(
      names = "--commit-ms",
      defaultValue = "20",
      description =
          "throughput, cpu, ceiling, latency, restart: commit interval"
              + " (default: ${DEFAULT-VALUE}, as shipped).")
  private int commitMillis;

  @Option(
      names = "--jvm",
      defaultValue = "-Xmx2g -XX:+UseParallelGC",
      description = "The same: JVM options of the measured processes (default: ${DEFAULT-VALUE}).")
  private String childOptions = "";

  @Option(
      names = "--strikes",
      split = ",",
      defaultValue = "10000,100000,1000000,5000000",
      description = "growth: strikes of history, rising (default: ${DEFAULT-VALUE}).")
  private List<Integer> strikes = List.of();

  @Option(
      names = "--history",
      defaultValue = "1000000",
      description =
          "latency, restart: reports that the processor knows already (default: ${DEFAULT-VALUE}).")
  private long history;

  @Option(
      names = "--told",
      defaultValue = "100000",
      description = "footprint: reports of which all are told (default: ${DEFAULT-VALUE}).")
  private long told;

  @Option(
      names = "--minutes",
      defaultValue = "30",
      description = "soak: minutes of load (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--readers",
      defaultValue = "5000",
      description = "stream: readers at once (default: ${DEFAULT-VALUE}).")
  private int readers;

  @Option(names = "--out", paramLabel = "FILE", description = "The figures, a line of JSON each.")
  private @Nullable Path out;

  public static void main(String[] arguments) {
    MessageCodec.trustMessages();
    System.exit(
        new CommandLine(new BenchMain())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(
                (failure, given) -> {
                  System.err.println("marsad: " + failure.getMessage());
                  return MISUSED;
                })
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  System.err.println("marsad: " + failure.getMessage());
                  return FAILED;
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    refuseUnusable();
    var jvm = List.of(childOptions.split(" "));
    var figures = new ArrayList<Figure>();
    if (benchmarks.contains(Benchmark.THROUGHPUT)) {
      figures.add(new Throughput(reports, pairs, commitMillis, jvm, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.CPU)) {
      figures.add(new Cpu(reports, unmeasured, pairs, commitMillis, jvm, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.DENSITY)) {
      figures.addAll(Density.usual(pairs, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.CEILING)) {
      figures.add(new Ceiling(reports, pairs, commitMillis, jvm, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.GROWTH)) {
      figures.addAll(new Growth(strikes, pairs, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.BOUNDED)) {
      figures.addAll(new Bounded(BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.LATENCY)) {
      figures.addAll(
          new Latency(history, LATENCY_SECONDS, commitMillis, jvm, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.RESTART)) {
      figures.addAll(new Restart(history, commitMillis, jvm, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.BYTES)) {
      figures.addAll(new Bytes(BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.MATCH)) {
      figures.addAll(new Match(pairs, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.FANOUT)) {
      figures.addAll(new Promptness(pairs, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.FOOTPRINT)) {
      figures.addAll(new Footprint(told, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.SOAK)) {
      figures.addAll(new Soak(minutes, BenchMain::tell).run());
    }
    if (benchmarks.contains(Benchmark.STREAM)) {
      figures.addAll(new Streaming(readers, STREAM_SECONDS, BenchMain::tell).run());
    }
    System.out.println(Figure.heads());
    figures.forEach(figure -> System.out.println(figure.row()));
    write(figures);
    return 0;
  }

  private void refuseUnusable() {
    require(reports >= 1, "--reports: %d (expected: >= 1)", reports);
    require(unmeasured >= 0, "--unmeasured: %d (expected: >= 0)", unmeasured);
    require(pairs >= 1, "--pairs: %d (expected: >= 1)", pairs);
    require(history >= 1, "--history: %d (expected: >= 1)", history);
    require(told >= 1, "--told: %d (expected: >= 1)", told);
    require(readers >= 1, "--readers: %d (expected: >= 1)", readers);
    require(minutes >= 1, "--minutes: %d (expected: >= 1)", minutes);
    require(commitMillis >= 1, "--commit-ms: %d (expected: >= 1)", commitMillis);
    var rising = strikes.stream().sorted().distinct().toList().equals(strikes);
    require(
        rising && strikes.get(0) >= 1_000,
        "--strikes: %s (expected: rising numbers >= 1000)",
        strikes);
  }

  private void require(boolean holds, String fault, Object value) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), fault.formatted(value));
    }
  }

  private void write(List<Figure> figures) throws IOException {
    if (out != null) {
      Files.write(out, figures.stream().map(figure -> figure.json().toString()).toList());
    }
  }

  private static void tell(String line) {
    System.err.println(line);
  }
}
