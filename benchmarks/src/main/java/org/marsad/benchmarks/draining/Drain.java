package org.marsad.benchmarks.draining;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.marsad.benchmarks.measuring.ProcessTime;

/**
 * What draining took, from the first look at the measured part to the last committed offset.
 *
 * @param reports that were measured
 * @param wallNanos on the clock
 * @param process of the whole process
 * @param published since the process began
 * @param changelog since the process began
 */
public record Drain(
    long reports, long wallNanos, ProcessTime process, Sent published, Sent changelog) {
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final double NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

  public double reportsPerSecond() {
    return reports / (wallNanos / NANOS_PER_SECOND);
  }

  /** CPU time of all threads but the compilers', µs a report. */
  public double cpuMicros() {
    return (process.cpuNanos() - process.compilerNanos()) / NANOS_PER_MICRO / reports;
  }

  public double cpuSeconds() {
    return process.cpuNanos() / NANOS_PER_SECOND;
  }

  /** In words, for a line of progress. */
  public String told() {
    return "%,.0f reports/s, %.1f s of CPU, %s"
        .formatted(reportsPerSecond(), cpuSeconds(), process.aside());
  }

  /** As one line, which {@link #of} reads. */
  String words() {
    return "%d %d %d %d %d %s %s"
        .formatted(
            reports,
            wallNanos,
            process.cpuNanos(),
            process.compilerNanos(),
            process.collectorMillis(),
            published.words(),
            changelog.words());
  }

  static Drain of(List<String> words) {
    var numbers = words.stream().map(Long::valueOf).toList();
    return new Drain(
        numbers.get(0),
        numbers.get(1),
        new ProcessTime(numbers.get(2), numbers.get(3), numbers.get(4)),
        new Sent(numbers.get(5), numbers.get(6)),
        new Sent(numbers.get(7), numbers.get(8)));
  }
}
