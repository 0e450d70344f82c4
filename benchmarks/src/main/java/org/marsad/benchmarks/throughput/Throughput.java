package org.marsad.benchmarks.throughput;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.draining.DrainPlan;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.benchmarks.draining.Shipped;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Interleaved;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.schemas.Topics;

/**
 * The full topology under exactly-once draining a backlog, against {@link RawLoop}: each run in a
 * process of its own, against the same broker, over topics of its own with the same content.
 *
 * @param reports in the backlog
 * @param pairs that are kept
 * @param commitMillis commit interval of both, milliseconds
 * @param childOptions JVM options of both contenders
 * @param progress is told what is going on, a line each
 */
public record Throughput(
    int reports,
    int pairs,
    int commitMillis,
    List<String> childOptions,
    Consumer<String> progress) {
  public Throughput {
    childOptions = List.copyOf(childOptions);
  }

  /**
   * Measures.
   *
   * @throws IllegalStateException when the two did not publish the same
   */
  public Figure run() throws Exception {
    try (var session = DrainSession.start()) {
      var contest = new Contest(session);
      var kept =
          Interleaved.run(
              pairs,
              pair -> contest.run(Shipped.class, new Topics("pair-%d-ours-".formatted(pair))),
              pair -> contest.run(RawLoop.class, new Topics("pair-%d-raw-loop-".formatted(pair))),
              (number, pair) ->
                  progress.accept(pair.told("throughput", number, pairs, "reports/s")));
      return Figure.of("throughput", "reports/s", Mark.atLeast(0.75), kept);
    }
  }

  private final class Contest {
    private final DrainSession session;
    private @Nullable Published expected;

    Contest(DrainSession session) {
      this.session = session;
    }

    Run run(Class<?> contender, Topics topics) throws Exception {
      session.prepare(topics, BacklogAreas.all(), reports);
      RawLoop.createChangelog(session.kafka(), topics);
      var drain =
          session.drain(
              contender,
              childOptions,
              new DrainPlan(
                  session.bootstrapServers(),
                  topics,
                  reports,
                  0,
                  commitMillis,
                  session.folder(topics)));
      compare(contender, Published.read(session.bootstrapServers(), topics));
      session.remove(topics);
      progress.accept("throughput: %s: %s".formatted(contender.getSimpleName(), drain.told()));
      return new Run(drain.reportsPerSecond(), drain.cpuSeconds());
    }

    private void compare(Class<?> contender, Published published) {
      if (expected == null) {
        expected = published;
        progress.accept("throughput: published " + published);
      } else if (!published.equals(expected)) {
        throw new IllegalStateException(
            "%s published %s (expected: %s)"
                .formatted(contender.getSimpleName(), published, expected));
      }
    }
  }
}
