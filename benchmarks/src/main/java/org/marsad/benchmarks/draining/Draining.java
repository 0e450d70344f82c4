package org.marsad.benchmarks.draining;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.marsad.benchmarks.measuring.ProcessClock;

/** The main part of a process that drains the topic of reports once and prints what it took. */
public final class Draining {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LOOK_AT_OFFSETS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final DrainPlan plan;
  private final Committed committed;
  private final ProcessClock clock = new ProcessClock();

  private Draining(DrainPlan plan, Admin admin) {
    this.plan = plan;
    this.committed = new Committed(plan, admin);
  }

  /**
   * Drains and ends the process.
   *
   * @param arguments a {@link DrainPlan}
   * @param contender who does the work
   */
  public static void run(String[] arguments, Function<DrainPlan, Drained> contender) {
    var plan = DrainPlan.of(arguments);
    try (var admin = Admin.create(Map.of("bootstrap.servers", plan.bootstrapServers()));
        var drained = contender.apply(plan)) {
      ChildJvm.tell(new Draining(plan, admin).drain(drained).words());
    }
    System.exit(0);
  }

  /** Time runs from having its share of the partitions, or from the unmeasured part's end. */
  private Drain drain(Drained drained) {
    drained.start();
    while (!drained.isRunning()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    var drainedBefore = plan.unmeasured() == 0 ? 0 : awaitCommitted(plan.unmeasured());
    var began = System.nanoTime();
    var before = clock.now();
    var drainedInAll = awaitCommitted(plan.reports());
    return new Drain(
        drainedInAll - drainedBefore,
        System.nanoTime() - began,
        clock.now().since(before),
        Sent.to(topic -> !isChangelog(topic)),
        Sent.to(Draining::isChangelog));
  }

  private static boolean isChangelog(String topic) {
    return topic.endsWith("changelog");
  }

  /** How many are committed, once it is so many. */
  private long awaitCommitted(long reports) {
    for (var judged = committed.reports(); ; judged = committed.reports()) {
      clock.look();
      if (judged >= reports) {
        return judged;
      }
      LockSupport.parkNanos(LOOK_AT_OFFSETS_NANOS);
    }
  }
}
