package org.marsad.benchmarks.draining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.marsad.benchmarks.backlog.PublishedBacklog;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.standalone.TemporaryFolder;
import org.marsad.standalone.TopicSetup;

/**
 * A broker in a process of its own, and backlogs of the same content in it, which are drained one
 * after the other: each run has topics of its own.
 */
public final class DrainSession implements AutoCloseable {
  /** Of each topic. */
  public static final int PARTITIONS = 4;

  /** Of the backlog. */
  public static final long SEED = 2016;

  private static final List<String> BROKER_OPTIONS = List.of("-Xmx1g", "-XX:+UseParallelGC");

  private final TemporaryFolder folder;
  private final ChildJvm broker;
  private final String bootstrapServers;

  private DrainSession(TemporaryFolder folder, ChildJvm broker) throws IOException {
    this.folder = folder;
    this.broker = broker;
    this.bootstrapServers = broker.result().get(0);
  }

  /** Starts the broker. */
  public static DrainSession start() throws IOException {
    var folder = TemporaryFolder.create("marsad-bench");
    var broker =
        ChildJvm.start(
            BrokerMain.class,
            BROKER_OPTIONS,
            folder.path().resolve("broker.log"),
            List.of(folder.path().resolve("broker").toString()));
    return new DrainSession(folder, broker);
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Kafka's own settings. */
  public Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", bootstrapServers);
  }

  /** Creates the topics and writes the areas and a backlog into them. */
  public void prepare(Topics topics, Collection<AreaProfile> areas, long reports)
      throws IOException, InterruptedException {
    TopicSetup.prepare(KafkaConnection.to(bootstrapServers(), topics.prefix()), PARTITIONS, areas);
    PublishedBacklog.publish(kafka(), topics, SEED, reports);
  }

  /** A new folder for a run over these topics. */
  public Path folder(Topics topics) throws IOException {
    return Files.createDirectories(folder.path().resolve(topics.prefix() + "state"));
  }

  /** For what a process that works on these topics has to say. */
  public Path logFile(Topics topics) {
    return folder.path().resolve(topics.prefix() + "process.log");
  }

  /**
   * Drains a backlog in a process of its own; its folder is gone afterwards.
   *
   * @param main class that calls {@link Draining#run}
   * @param options of its JVM
   */
  public Drain drain(Class<?> main, List<String> options, DrainPlan plan) throws IOException {
    try (var child = ChildJvm.start(main, options, logFile(plan.topics()), plan.arguments())) {
      return Drain.of(child.result());
    } finally {
      new TemporaryFolder(plan.folder()).close();
    }
  }

  /** Deletes the topics, and what was made for their contender. */
  public void remove(Topics topics) throws InterruptedException, ExecutionException {
    try (var admin = Admin.create(kafka())) {
      var all = admin.listTopics().names().get(1, TimeUnit.MINUTES);
      admin
          .deleteTopics(all.stream().filter(t -> t.startsWith(topics.prefix())).toList())
          .all()
          .get();
    } catch (TimeoutException e) {
      throw new ExecutionException(e);
    }
  }

  @Override
  public void close() throws IOException {
    broker.close();
    folder.close();
  }
}
