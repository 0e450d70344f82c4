package org.marsad.benchmarks.ceiling;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.draining.Drain;
import org.marsad.benchmarks.draining.DrainPlan;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.benchmarks.draining.Sent;
import org.marsad.benchmarks.draining.Shipped;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Interleaved;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.schemas.Topics;
import org.marsad.standalone.TemporaryFolder;

/**
 * The processor draining a backlog, against {@link PlainJob}: what the same reading and writing
 * costs under Kafka Streams where nothing is decided.
 *
 * @param reports in the backlog
 * @param pairs that are kept
 * @param commitMillis commit interval of both, milliseconds
 * @param childOptions JVM options of both contenders
 * @param progress is told what is going on, a line each
 */
public record Ceiling(
    int reports,
    int pairs,
    int commitMillis,
    List<String> childOptions,
    Consumer<String> progress) {
  /** Share by which the job may miss what ours wrote. */
  private static final double TOLERANCE = 0.01;

  public Ceiling {
    childOptions = List.copyOf(childOptions);
  }

  /**
   * Measures.
   *
   * @throws IllegalStateException when the job did not write as many records
   */
  public Figure run() throws Exception {
    try (var session = DrainSession.start();
        var folder = TemporaryFolder.create("marsad-bench")) {
      var messages = folder.path().resolve("messages");
      progress.accept("ceiling: finding out what is published for each report");
      Messages.record(messages, reports);
      var contest = new Contest(session, messages);
      var kept =
          Interleaved.run(
              pairs,
              contest::ours,
              contest::job,
              (number, pair) -> progress.accept(pair.told("ceiling", number, pairs, "reports/s")));
      return Figure.of("ceiling", "reports/s", Mark.atLeast(0.5), kept);
    }
  }

  private final class Contest {
    private final DrainSession session;
    private final Path messages;
    private Sent published = new Sent(0, 0);
    private Sent changelog = new Sent(0, 0);

    Contest(DrainSession session, Path messages) {
      this.session = session;
      this.messages = messages;
    }

    Run ours(int pair) throws Exception {
      var plan = prepare(new Topics("pair-%d-ours-".formatted(pair)));
      var drain = drain(Shipped.class, plan);
      published = drain.published();
      changelog = drain.changelog();
      return run(drain);
    }

    /** Writes as much as ours did right before. */
    Run job(int pair) throws Exception {
      var plan = prepare(new Topics("pair-%d-job-".formatted(pair)));
      PlainJob.instruct(plan.folder(), messages, changelog);
      var drain = drain(PlainJob.class, plan);
      compare("published", drain.published(), published);
      compare("changelog", drain.changelog(), changelog);
      return run(drain);
    }

    private DrainPlan prepare(Topics topics) throws Exception {
      session.prepare(topics, BacklogAreas.all(), reports);
      return new DrainPlan(
          session.bootstrapServers(), topics, reports, 0, commitMillis, session.folder(topics));
    }

    private Drain drain(Class<?> contender, DrainPlan plan) throws Exception {
      var drain = session.drain(contender, childOptions, plan);
      session.remove(plan.topics());
      progress.accept(
          "ceiling: %s: published %s, changelog %s; %s"
              .formatted(
                  contender.getSimpleName(), drain.published(), drain.changelog(), drain.told()));
      return drain;
    }

    private static void compare(String what, Sent written, Sent expected) {
      var missed = Math.abs(written.records() - expected.records());
      if (missed > TOLERANCE * expected.records()) {
        throw new IllegalStateException(
            "ceiling: %s: the job wrote %s (expected: as many records as %s)"
                .formatted(what, written, expected));
      }
    }

    private static Run run(Drain drain) {
      return new Run(drain.reportsPerSecond(), drain.cpuSeconds());
    }
  }
}
