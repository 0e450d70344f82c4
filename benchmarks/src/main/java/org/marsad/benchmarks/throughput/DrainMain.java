package org.marsad.benchmarks.throughput;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.marsad.processor.ProcessorApp;
import org.marsad.processor.settings.Rules;
import org.marsad.schemas.Topics;

/**
 * A process that drains the topic of reports once, by the processor as it is shipped or by the raw
 * loop, and prints how long it took: from having its share of the partitions to the last committed
 * offset.
 */
public final class DrainMain {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LOOK_AT_OFFSETS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private DrainMain() {}

  /**
   * Runs it.
   *
   * @param arguments who, bootstrap servers, prefix of the topics, number of reports, commit
   *     interval in milliseconds, folder for the state
   */
  public static void main(String[] arguments) throws Exception {
    var bootstrapServers = arguments[1];
    var topics = new Topics(arguments[2]);
    var reports = Long.parseLong(arguments[3]);
    var commitMillis = Integer.parseInt(arguments[4]);
    var group = topics.prefix() + "drain";
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        var drained =
            arguments[0].equals(Contender.OURS.name())
                ? new Ours(bootstrapServers, topics, group, commitMillis, Path.of(arguments[5]))
                : new RawLoop(bootstrapServers, topics, group, commitMillis)) {
      drained.start();
      while (!drained.isRunning()) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
      var began = System.nanoTime();
      var cpuBefore = cpuNanos();
      while (committed(admin, group, topics) < reports) {
        LockSupport.parkNanos(LOOK_AT_OFFSETS_NANOS);
      }
      System.out.printf(
          "%s %d %d%n", ChildJvm.RESULT, System.nanoTime() - began, cpuNanos() - cpuBefore);
    }
    System.exit(0);
  }

  private static long committed(Admin admin, String group, Topics topics)
      throws InterruptedException {
    try {
      var committed = 0L;
      for (var entry :
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet()) {
        if (entry.getKey().topic().equals(topics.reports())) {
          committed += entry.getValue().offset();
        }
      }
      return committed;
    } catch (ExecutionException e) {
      return 0; // asked again
    }
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** The processor as it is shipped; only the commit interval may be another. */
  private static final class Ours implements Drained {
    private final ProcessorApp app;

    Ours(String bootstrapServers, Topics topics, String group, int commitMillis, Path state) {
      app =
          new ProcessorApp(
              Map.of(
                  StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                  bootstrapServers,
                  StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                  commitMillis),
              group,
              "1",
              state,
              topics,
              Rules.DEFAULTS);
    }

    @Override
    public void start() {
      app.start();
    }

    @Override
    public boolean isRunning() {
      return app.isRunning();
    }

    @Override
    public void close() {
      app.close();
    }
  }
}
