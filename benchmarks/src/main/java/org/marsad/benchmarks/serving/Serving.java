package org.marsad.benchmarks.serving;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.marsad.benchmarks.backlog.Backlog;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.draining.ChildJvm;
import org.marsad.benchmarks.draining.Committed;
import org.marsad.benchmarks.draining.DrainPlan;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.message.CountRange;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.Topics;

/** A processor with a history behind it, and the reports that follow. */
final class Serving {
  private static final int HEAVY = 60;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final DrainSession session;
  private final DrainPlan plan;
  private final List<String> childOptions;
  private final Backlog following = new Backlog(DrainSession.SEED);

  private Serving(DrainSession session, DrainPlan plan, List<String> childOptions) {
    this.session = session;
    this.plan = plan;
    this.childOptions = childOptions;
  }

  /** Fills the log with a history. */
  static Serving of(
      DrainSession session,
      Topics topics,
      long history,
      int commitMillis,
      List<String> childOptions)
      throws Exception {
    session.prepare(topics, BacklogAreas.all(), history);
    var plan =
        new DrainPlan(
            session.bootstrapServers(), topics, history, 0, commitMillis, session.folder(topics));
    var serving = new Serving(session, plan, childOptions);
    for (var i = 0L; i < history; i++) {
      serving.following.next();
    }
    return serving;
  }

  DrainPlan plan() {
    return plan;
  }

  /** Starts a processor, which may have work to catch up with. */
  ChildJvm start() throws IOException {
    var log = session.logFile(plan.topics());
    var child = ChildJvm.start(Running.class, childOptions, log, plan.arguments());
    child.result();
    return child;
  }

  /**
   * Waits until so many reports are judged.
   *
   * @throws IllegalStateException where the processor ends before
   */
  void awaitJudged(long reports, ChildJvm processor) {
    try (var admin = Admin.create(session.kafka())) {
      var committed = new Committed(plan, admin);
      while (committed.reports() < reports) {
        if (!processor.isAlive()) {
          throw new IllegalStateException(
              "the processor ended; what it said: " + session.logFile(plan.topics()));
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  /** The next report of the backlog. */
  StrikeReport next() {
    return following.next();
  }

  /** A report of a heavy strike that nobody knows yet: an alert is sure to follow. */
  StrikeReport heavy() {
    var report = next();
    while (report.getStatus() != ReportStatus.REPORTED) {
      report = next();
    }
    return StrikeReport.newBuilder(report)
        .setReportId(report.getReportId() + "-heavy")
        .setRevision(1)
        .setKilled(new CountRange(HEAVY, HEAVY, HEAVY))
        .build();
  }
}
