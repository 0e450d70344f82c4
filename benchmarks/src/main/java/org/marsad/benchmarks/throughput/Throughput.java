package org.marsad.benchmarks.throughput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.marsad.benchmarks.backlog.Backlog;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Interleaved;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.standalone.TemporaryFolder;
import org.marsad.standalone.TopicSetup;

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
  private static final int PARTITIONS = 4;
  private static final long SEED = 2016;
  private static final List<String> BROKER_OPTIONS = List.of("-Xmx1g", "-XX:+UseParallelGC");

  public Throughput {
    childOptions = List.copyOf(childOptions);
  }

  /**
   * Measures.
   *
   * @throws IllegalStateException when the two did not publish the same
   */
  public Figure run() throws Exception {
    try (var folder = TemporaryFolder.create("marsad-bench");
        var broker =
            ChildJvm.start(
                BrokerMain.class,
                BROKER_OPTIONS,
                folder.path().resolve("broker.log"),
                List.of(folder.path().resolve("broker").toString()))) {
      var session = new Session(broker.result().get(0), folder.path());
      var kept =
          Interleaved.run(
              pairs,
              pair -> session.run(Contender.OURS, pair),
              pair -> session.run(Contender.BASELINE, pair),
              (number, pair) ->
                  progress.accept(
                      "throughput: pair %d of %d%s: %,.0f and %,.0f reports/s, ratio %.2f%s"
                          .formatted(
                              number,
                              pairs,
                              number == 0 ? " (dropped)" : "",
                              pair.ours().value(),
                              pair.baseline().value(),
                              pair.ours().value() / pair.baseline().value(),
                              pair.noisy() ? ", noisy" : "")));
      return Figure.of("throughput", "reports/s", Mark.atLeast(0.75), kept);
    }
  }

  private final class Session {
    private final String bootstrapServers;
    private final Path folder;
    private @Nullable Published expected;

    Session(String bootstrapServers, Path folder) {
      this.bootstrapServers = bootstrapServers;
      this.folder = folder;
    }

    Run run(Contender who, int pair) throws Exception {
      var topics = new Topics("pair-%d-%s-".formatted(pair, who));
      prepare(topics);
      var run = drain(who, topics);
      compare(who, Published.read(bootstrapServers, topics));
      removeTopics(topics);
      return run;
    }

    private void prepare(Topics topics) throws Exception {
      TopicSetup.prepare(kafka(), topics, PARTITIONS, BacklogAreas.all());
      try (var admin = Admin.create(kafka())) {
        admin
            .createTopics(
                List.of(
                    new NewTopic(RawLoop.changelog(topics), PARTITIONS, (short) 1)
                        .configs(
                            Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT))))
            .all()
            .get();
      }
      publish(topics);
    }

    private void publish(Topics topics) throws IOException {
      var failed = new AtomicReference<@Nullable Exception>();
      var backlog = new Backlog(SEED);
      var codec = MessageCodec.of(StrikeReport.class);
      Map<String, Object> settings =
          Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5, "batch.size", 128 * 1024);
      try (var producer =
          new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
        for (var i = 0; i < reports; i++) {
          var report = backlog.next();
          var record =
              new ProducerRecord<>(
                  topics.reports(),
                  null,
                  report.getReceivedAt().toEpochMilli(),
                  report.getArea(),
                  codec.encode(report));
          var unused =
              producer.send(record, (sent, failure) -> failed.compareAndSet(null, failure));
        }
      }
      if (failed.get() != null) {
        throw new IOException("the backlog could not be published", failed.get());
      }
    }

    private Run drain(Contender who, Topics topics) throws IOException {
      var state = Files.createDirectories(folder.resolve(topics.prefix() + "state"));
      try (var child =
          ChildJvm.start(
              DrainMain.class,
              childOptions,
              folder.resolve(topics.prefix() + "drain.log"),
              List.of(
                  who.name(),
                  bootstrapServers,
                  topics.prefix(),
                  Integer.toString(reports),
                  Integer.toString(commitMillis),
                  state.toString()))) {
        var result = child.result();
        var seconds = Long.parseLong(result.get(0)) / 1e9;
        return new Run(reports / seconds, Long.parseLong(result.get(1)) / 1e9);
      } finally {
        new TemporaryFolder(state).close();
      }
    }

    private void compare(Contender who, Published published) {
      if (expected == null) {
        expected = published;
        progress.accept("throughput: published " + published);
      } else if (!published.equals(expected)) {
        throw new IllegalStateException(
            "%s published %s (expected: %s)".formatted(who, published, expected));
      }
    }

    private void removeTopics(Topics topics) throws InterruptedException, ExecutionException {
      try (var admin = Admin.create(kafka())) {
        var all = admin.listTopics().names().get(1, TimeUnit.MINUTES);
        admin
            .deleteTopics(all.stream().filter(t -> t.startsWith(topics.prefix())).toList())
            .all()
            .get();
      } catch (java.util.concurrent.TimeoutException e) {
        throw new ExecutionException(e);
      }
    }

    private Map<String, Object> kafka() {
      return Map.of("bootstrap.servers", bootstrapServers);
    }
  }
}
