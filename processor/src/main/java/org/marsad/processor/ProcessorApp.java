package org.marsad.processor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.state.Damage;
import org.marsad.processor.state.StateOnDisk;
import org.marsad.processor.topology.MarsadTopology;
import org.marsad.processor.topology.ProcessingFailures;
import org.marsad.schemas.Topics;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.launch.Part;
import org.marsad.schemas.launch.Warning;
import org.marsad.schemas.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processor as an object: started once, stopped as often as one likes. */
public final class ProcessorApp implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessorApp.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final Supplier<KafkaStreams> plan;
  private volatile KafkaStreams streams;
  private final Map<String, Object> adminSettings;
  private final String applicationId;
  private final Path stateDirectory;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean closing;
  private volatile Optional<Warning> warning = Optional.empty();

  /**
   * Plans the processor as it is shipped; nothing starts yet.
   *
   * @param settings as {@link ProcessorSettings#DEFINITION} declares them
   * @throws org.marsad.schemas.settings.SettingsException with every fault of the file of rules
   * @throws IOException when that file cannot be read
   */
  public ProcessorApp(Settings settings) throws IOException {
    this(settings, AreaBook.USUAL_LIMIT);
  }

  /**
   * The same with a book of another size.
   *
   * @param bookBytes what the decoded state of each partition may take in memory, bytes, positive
   */
  public ProcessorApp(Settings settings, long bookBytes) throws IOException {
    this(settings, KafkaConnection.of(settings), bookBytes);
  }

  private ProcessorApp(Settings settings, KafkaConnection kafka, long bookBytes)
      throws IOException {
    this(
        kafka.streams(),
        kafka.named(settings.text(ProcessorSettings.APPLICATION_ID)),
        settings.text(ProcessorSettings.INSTANCE),
        Path.of(settings.text(ProcessorSettings.STATE_DIR)),
        kafka.topics(),
        ProcessorSettings.rules(settings),
        Horizon.of(settings),
        bookBytes);
  }

  /**
   * Plans the processor with thresholds of its own; nothing starts yet.
   *
   * @param kafka Kafka's own settings, {@code bootstrap.servers} at least; they win over ours
   * @param applicationId names the consumer group, the state and the transactions
   * @param instance names this instance within the group, so that it resumes its share at once
   * @param stateDirectory where the state is kept between starts
   * @param topics the topics
   * @param rules the thresholds
   */
  public ProcessorApp(
      Map<String, Object> kafka,
      String applicationId,
      String instance,
      Path stateDirectory,
      Topics topics,
      Rules rules) {
    this(
        kafka,
        applicationId,
        instance,
        stateDirectory,
        topics,
        rules,
        Horizon.DEFAULTS,
        AreaBook.USUAL_LIMIT);
  }

  /**
   * The same with another horizon and a book of another size.
   *
   * @param horizon how far back anything is remembered
   * @param bookBytes what the decoded state of each partition may take in memory, bytes, positive
   */
  public ProcessorApp(
      Map<String, Object> kafka,
      String applicationId,
      String instance,
      Path stateDirectory,
      Topics topics,
      Rules rules,
      Horizon horizon,
      long bookBytes) {
    var properties = new Properties();
    properties.putAll(settings(applicationId, instance, stateDirectory, topics));
    properties.putAll(kafka);
    var topology = new MarsadTopology(topics, rules, AreaBook.onDisk(bookBytes, horizon));
    var config = new StreamsConfig(properties);
    this.adminSettings = config.getAdminConfigs(applicationId + "-state-version");
    this.applicationId = applicationId;
    this.stateDirectory = stateDirectory;
    this.plan = () -> new KafkaStreams(topology.build(), config);
    streams = planned();
  }

  private KafkaStreams planned() {
    var planned = plan.get();
    planned.setUncaughtExceptionHandler(failure -> failed(planned, failure));
    return planned;
  }

  private StreamThreadExceptionResponse failed(KafkaStreams failing, Throwable failure) {
    if (!Damage.isOfTheState(failure)) {
      LOG.error("a stream thread failed and is replaced", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    new Thread(() -> rebuild(failing, failure), "processor-rebuild").start(); // not one of its own
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Leaves the state aside and starts anew. */
  private synchronized void rebuild(KafkaStreams failing, Throwable failure) {
    if (closing || failing != streams) {
      return; // several threads can meet the same damage
    }
    LOG.warn("the state on disk is damaged and is rebuilt from its changelog", failure);
    failing.close();
    StateVersion.leaveAside(stateDirectory, applicationId);
    warning =
        Optional.of(
            Warning.of(
                "the state on disk was damaged: it lies in %s.left-aside, and is rebuilt"
                    .formatted(stateDirectory.resolve(applicationId))));
    streams = planned();
    streams.start();
  }

  /**
   * Starts, once a broker has answered. State of another version, or that cannot be read, is left
   * aside and rebuilt: from the log, or from the changelog.
   */
  @Override
  public void start() {
    try (var admin = Admin.create(adminSettings)) {
      if (new StateVersion(admin, applicationId, stateDirectory, () -> closing).ensure()) {
        warning = Optional.of(Warning.of("the state is of another version: all is judged anew"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      streams.start();
    } catch (ProcessorStateException damaged) {
      rebuild(streams, damaged);
    }
  }

  @Override
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** What the start found, for as long as this process runs; empty: nothing. */
  public Optional<Warning> warning() {
    return warning;
  }

  /** Whether it reads its share of the reports. */
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public void close() {
    closing = true;
    closeStreams();
    ended.complete(null);
  }

  private synchronized void closeStreams() {
    streams.close(STOP_WITHIN);
  }

  /**
   * The settings of Kafka Streams as shipped, without the broker. Chosen by measurement: output is
   * visible at the commit, and nothing is gained below 20 ms.
   */
  public static Map<String, Object> settings(
      String applicationId, String instance, Path stateDirectory, Topics topics) {
    var settings = new HashMap<String, Object>();
    Topics.layout().forEach((key, value) -> settings.put(StreamsConfig.topicPrefix(key), value));
    settings.putAll(own(applicationId, instance, stateDirectory, topics));
    return settings;
  }

  private static Map<String, Object> own(
      String applicationId, String instance, Path stateDirectory, Topics topics) {
    return Map.ofEntries(
        Map.entry(StreamsConfig.APPLICATION_ID_CONFIG, applicationId),
        Map.entry(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString()),
        Map.entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2),
        Map.entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20),
        Map.entry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1),
        Map.entry(
            StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L), // the area book is the cache
        Map.entry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateOnDisk.class),
        Map.entry(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true),
        Map.entry(
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingFailures.class),
        Map.entry(ProcessingFailures.TOPIC, topics.rejected()),
        Map.entry(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 2),
        Map.entry(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024),
        // a changelog to less than half, for less time than zstd takes
        Map.entry(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4"),
        Map.entry(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5_000),
        Map.entry(
            StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
            applicationId + "-" + instance),
        Map.entry(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000),
        Map.entry(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000),
        Map.entry(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 1_000),
        Map.entry(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 20_000));
  }
}
