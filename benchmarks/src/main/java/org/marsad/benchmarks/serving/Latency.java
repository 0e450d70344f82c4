package org.marsad.benchmarks.serving;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.marsad.benchmarks.draining.ChildJvm;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Machine;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Pair;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.schemas.Topics;

/**
 * From a report's due time to its alert as a reader of what is committed sees it, 99th percentile,
 * beside a history. Open loop: reports are published on a plan, and time counts from the plan.
 * Against the way of the same report through the broker to a reader of its topic, plus {@value
 * #ALLOWED_MILLIS} ms, at the same time.
 *
 * @param history reports before
 * @param seconds that are measured
 * @param commitMillis commit interval, milliseconds
 * @param childOptions JVM options of the processor
 * @param progress is told what is going on, a line each
 */
public record Latency(
    long history,
    int seconds,
    int commitMillis,
    List<String> childOptions,
    Consumer<String> progress) {
  private static final int A_SECOND = 200;
  private static final int WARMING_SECONDS = 30;
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
  private static final double ALLOWED_MILLIS = 60;
  private static final double MICROS_PER_MILLI = 1_000;

  public Latency {
    childOptions = List.copyOf(childOptions);
  }

  /** Measures once: each of thousands of reports is a run of its own. */
  public List<Figure> run() throws Exception {
    var topics = new Topics("latency-");
    try (var session = DrainSession.start()) {
      progress.accept("latency: a history of %,d reports".formatted(history));
      var serving = Serving.of(session, topics, history, commitMillis, childOptions);
      var processor = serving.start();
      try {
        serving.awaitJudged(history, processor);
        progress.accept("latency: warming up");
        var warming = WARMING_SECONDS * A_SECOND;
        measure(session, serving, processor, history, warming);
        var before = Machine.now();
        var waits = measure(session, serving, processor, history + warming, seconds * A_SECOND);
        var noisy = Machine.now().isNoisySince(before);
        progress.accept(
            "latency: alerts %s, hop %s".formatted(told(waits.alerts), told(waits.hop)));
        var pair =
            new Pair(
                new Run(millis(waits.alerts, 99), 0),
                new Run(millis(waits.hop, 99) + ALLOWED_MILLIS, 0),
                noisy);
        return List.of(Figure.of("latency p99", "ms", Mark.atMost(1), List.of(pair)));
      } finally {
        processor.close();
      }
    }
  }

  private record Waits(Histogram alerts, Histogram hop) {}

  private static Waits measure(
      DrainSession session, Serving serving, ChildJvm processor, long before, int count)
      throws Exception {
    var topics = serving.plan().topics();
    var waits = new Waits(new Histogram(3), new Histogram(3));
    var over = new AtomicBoolean();
    try (var alerts = new Probes(session.kafka(), topics.alerts());
        var reports = new Probes(session.kafka(), topics.reports())) {
      var readers = List.of(reader(alerts, waits.alerts, over), reader(reports, waits.hop, over));
      readers.forEach(Thread::start);
      try (var reporter = new Reporter(session.kafka(), topics)) {
        var began = System.nanoTime();
        for (var i = 0; i < count; i++) {
          var due = began + i * EVERY_NANOS;
          awaitNanos(due);
          reporter.publish(serving.next(), due);
        }
      }
      serving.awaitJudged(before + count, processor);
      TimeUnit.SECONDS.sleep(1); // the last of them are on their way to the readers
      over.set(true);
      for (var reader : readers) {
        reader.join();
      }
    }
    if (waits.hop.getTotalCount() < count || waits.alerts.getTotalCount() < count / 2) {
      throw new IllegalStateException(
          "of %,d reports %,d were read again, and %,d alerts came"
              .formatted(count, waits.hop.getTotalCount(), waits.alerts.getTotalCount()));
    }
    return waits;
  }

  private static Thread reader(Probes probes, Histogram waits, AtomicBoolean over) {
    return new Thread(
        () -> {
          while (!over.get()) {
            probes.poll(
                due -> waits.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due)));
          }
        });
  }

  private static void awaitNanos(long due) {
    for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static String told(Histogram waits) {
    return "p50 %.1f, p99 %.1f, p99.9 %.1f, most %.1f ms (%,d)"
        .formatted(
            millis(waits, 50),
            millis(waits, 99),
            millis(waits, 99.9),
            millis(waits, 100),
            waits.getTotalCount());
  }

  private static double millis(Histogram waits, double percentile) {
    return waits.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
  }
}
