package org.marsad.benchmarks.draining;

import java.nio.file.Path;
import java.util.List;
import org.marsad.schemas.Topics;

/**
 * What one process is to drain, as its command line tells it.
 *
 * @param bootstrapServers where the broker is
 * @param topics which topics; their prefix must not be empty
 * @param reports in the topic of reports
 * @param unmeasured reports that are drained before the measurement begins
 * @param commitMillis commit interval, milliseconds
 * @param folder exists, and is the process's own
 */
public record DrainPlan(
    String bootstrapServers,
    Topics topics,
    long reports,
    long unmeasured,
    int commitMillis,
    Path folder) {
  /** As a command line, which {@link #of} reads. */
  public List<String> arguments() {
    return List.of(
        bootstrapServers,
        topics.prefix(),
        Long.toString(reports),
        Long.toString(unmeasured),
        Integer.toString(commitMillis),
        folder.toString());
  }

  /** Reads {@link #arguments()}. */
  public static DrainPlan of(String[] arguments) {
    return new DrainPlan(
        arguments[0],
        new Topics(arguments[1]),
        Long.parseLong(arguments[2]),
        Long.parseLong(arguments[3]),
        Integer.parseInt(arguments[4]),
        Path.of(arguments[5]));
  }

  /** Consumer group, and name of the transactions. */
  public String group() {
    return topics.prefix() + "drain";
  }
}
