package org.marsad.benchmarks.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.marsad.benchmarks.draining.ChildJvm;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Machine;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Pair;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.schemas.Topics;
import org.marsad.standalone.TemporaryFolder;

/**
 * From the start of the processor's process to its first alert, with the state of a history: after
 * a stop in good order, after kill -9, and with the state lost. The other side is what a start may
 * take after a stop in good order.
 *
 * @param history reports before
 * @param commitMillis commit interval, milliseconds
 * @param childOptions JVM options of the processor
 * @param progress is told what is going on, a line each
 */
public record Restart(
    long history, int commitMillis, List<String> childOptions, Consumer<String> progress) {
  private static final double ALLOWED_SECONDS = 10;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);

  public Restart {
    childOptions = List.copyOf(childOptions);
  }

  /** How a run ends before the one that is measured. */
  private interface End {
    void of(ChildJvm processor) throws Exception;
  }

  /** Measures each once. */
  public List<Figure> run() throws Exception {
    var topics = new Topics("restart-");
    var figures = new ArrayList<Figure>();
    try (var session = DrainSession.start()) {
      progress.accept("restart: a history of %,d reports".formatted(history));
      var serving = Serving.of(session, topics, history, commitMillis, childOptions);
      var processor = serving.start();
      try {
        serving.awaitJudged(history, processor);
        var folder = new TemporaryFolder(serving.plan().folder());
        processor = restart("after a stop", ChildJvm::close, processor, session, serving, figures);
        processor = restart("after kill -9", ChildJvm::kill, processor, session, serving, figures);
        processor =
            restart(
                "state lost",
                running -> {
                  running.close();
                  folder.close();
                },
                processor,
                session,
                serving,
                figures);
      } finally {
        processor.close();
      }
    }
    return figures;
  }

  private ChildJvm restart(
      String name,
      End end,
      ChildJvm running,
      DrainSession session,
      Serving serving,
      List<Figure> figures)
      throws Exception {
    end.of(running);
    var before = Machine.now();
    try (var alerts = new Probes(session.kafka(), serving.plan().topics().alerts());
        var reporter = new Reporter(session.kafka(), serving.plan().topics())) {
      reporter.publish(serving.heavy(), 0);
      var began = System.nanoTime();
      var restarted = serving.start();
      var told = new AtomicBoolean();
      while (!told.get()) {
        alerts.poll(due -> told.set(true));
        if (System.nanoTime() - began > PATIENCE_NANOS) {
          restarted.close();
          throw new IllegalStateException("no alert after a restart: " + name);
        }
      }
      var seconds = (System.nanoTime() - began) / 1e9;
      progress.accept("restart %s: %.1f s".formatted(name, seconds));
      var pair =
          new Pair(
              new Run(seconds, 0), new Run(ALLOWED_SECONDS, 0), Machine.now().isNoisySince(before));
      var mark = figures.isEmpty() ? Mark.atMost(1) : Mark.NONE; // after a stop alone
      figures.add(Figure.of("restart " + name, "s", mark, List.of(pair)));
      return restarted;
    }
  }
}
