package org.marsad.benchmarks.cpu;

import java.util.List;
import java.util.function.Consumer;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.backlog.TownSites;
import org.marsad.benchmarks.draining.DrainPlan;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.benchmarks.draining.Shipped;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Interleaved;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.schemas.Topics;

/**
 * CPU time a report of the whole process that runs the shipped processor, without its compilers,
 * over a backlog of towns with hospitals and other sites. The other side of each pair is the mark.
 *
 * @param reports in the backlog
 * @param unmeasured reports before the measurement begins; half of {@code reports} at most
 * @param pairs that are kept
 * @param commitMillis commit interval, milliseconds
 * @param childOptions JVM options of the measured process
 * @param progress is told what is going on, a line each
 */
public record Cpu(
    int reports,
    int unmeasured,
    int pairs,
    int commitMillis,
    List<String> childOptions,
    Consumer<String> progress) {
  private static final String UNIT = "µs/report";
  private static final Run MARK = new Run(250, 0);

  public Cpu {
    childOptions = List.copyOf(childOptions);
    unmeasured = Math.min(unmeasured, reports / 2);
  }

  /** Measures. */
  public Figure run() throws Exception {
    try (var session = DrainSession.start()) {
      var kept =
          Interleaved.run(
              pairs,
              pair -> run(session, new Topics("pair-%d-cpu-".formatted(pair))),
              pair -> MARK,
              (number, pair) -> progress.accept(pair.told("cpu", number, pairs, UNIT)));
      return Figure.of("cpu", UNIT, Mark.atMost(1), kept);
    }
  }

  private Run run(DrainSession session, Topics topics) throws Exception {
    session.prepare(topics, TownSites.in(BacklogAreas.all()), reports);
    var drain =
        session.drain(
            Shipped.class,
            childOptions,
            new DrainPlan(
                session.bootstrapServers(),
                topics,
                reports,
                unmeasured,
                commitMillis,
                session.folder(topics)));
    session.remove(topics);
    progress.accept(
        "cpu: %,d reports after the first %,d: %s"
            .formatted(drain.reports(), reports - drain.reports(), drain.told()));
    return new Run(drain.cpuMicros(), drain.cpuSeconds());
  }
}
