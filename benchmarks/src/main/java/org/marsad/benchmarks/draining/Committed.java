package org.marsad.benchmarks.draining;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** How far a processor is. */
public final class Committed {
  private final DrainPlan plan;
  private final Admin admin;

  public Committed(DrainPlan plan, Admin admin) {
    this.plan = plan;
    this.admin = admin;
  }

  /** Reports whose offsets are committed. */
  public long reports() {
    try {
      return admin
          .listConsumerGroupOffsets(plan.group())
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(entry -> entry.getKey().topic().equals(plan.topics().reports()))
          .mapToLong(entry -> entry.getValue().offset())
          .sum();
    } catch (ExecutionException e) {
      return 0; // asked again
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
