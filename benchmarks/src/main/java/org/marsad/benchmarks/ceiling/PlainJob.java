package org.marsad.benchmarks.ceiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.marsad.benchmarks.draining.DrainPlan;
import org.marsad.benchmarks.draining.Drained;
import org.marsad.benchmarks.draining.Draining;
import org.marsad.benchmarks.draining.Sent;
import org.marsad.processor.ProcessorApp;
import org.marsad.schemas.Topics;

/**
 * A job of Kafka Streams with the processor's settings that reads the same reports and writes as
 * many records and bytes to the same topics and to a changelog, without a single rule.
 */
public final class PlainJob implements Drained {
  private static final String MESSAGES = "messages";
  private static final String CHANGELOG = "changelog";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final KafkaStreams streams;

  private PlainJob(DrainPlan plan) {
    try {
      var messages = Messages.read(plan.folder().resolve(MESSAGES));
      var changelog = Sent.of(Files.readString(plan.folder().resolve(CHANGELOG)));
      var settings = new Properties();
      settings.putAll(ProcessorApp.settings(plan.group(), "1", plan.folder(), plan.topics()));
      settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, plan.bootstrapServers());
      settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, plan.commitMillis());
      streams =
          new KafkaStreams(topology(plan.topics(), messages, changelog, plan.reports()), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts down what the job is to write.
   *
   * @param folder of its {@link DrainPlan}
   * @param messages as {@link Messages#record} wrote them
   * @param changelog records and bytes in all
   */
  static void instruct(Path folder, Path messages, Sent changelog) throws IOException {
    Files.copy(messages, folder.resolve(MESSAGES));
    Files.writeString(folder.resolve(CHANGELOG), changelog.words());
  }

  /**
   * Drains a backlog.
   *
   * @param arguments a {@link DrainPlan}
   */
  public static void main(String[] arguments) {
    Draining.run(arguments, PlainJob::new);
  }

  static Topology topology(Topics topics, Messages messages, Sent changelog, long reports) {
    var bytes = new ByteArraySerializer();
    var topology =
        new Topology()
            .addSource(
                "reports",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topics.reports())
            .addProcessor(
                "write-as-much", () -> new WriteAsMuch(messages, changelog, reports), "reports")
            .addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(WriteAsMuch.STORE),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                    .withCachingDisabled(),
                "write-as-much");
    for (var topic :
        List.of(
            Messages.TOPICS.strikes(),
            Messages.TOPICS.alerts(),
            Messages.TOPICS.privateAlerts(),
            Messages.TOPICS.days())) {
      topology.addSink(topic, topics.prefix() + topic, bytes, bytes, "write-as-much");
    }
    return topology;
  }

  @Override
  public void start() {
    streams.start();
  }

  @Override
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public void close() {
    streams.close(STOP_WITHIN);
  }
}
