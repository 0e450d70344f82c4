package org.marsad.benchmarks.throughput;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.marsad.benchmarks.draining.DrainPlan;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.benchmarks.draining.Drained;
import org.marsad.benchmarks.draining.Draining;
import org.marsad.benchmarks.pipeline.EncodedOutput;
import org.marsad.benchmarks.pipeline.Pipeline;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.Topics;

/**
 * The baseline: consume, decide, produce and commit in one thread and nothing else. The same steps
 * as the topology's, state in maps, one changelog that gets each written key once a commit, and a
 * transaction per commit interval. It cannot come back after a crash: nothing reads its changelog.
 */
public final class RawLoop implements Drained {
  private static final Duration POLL = Duration.ofMillis(20);

  private final Topics topics;
  private final String group;
  private final long commitNanos;
  private final MapStore store = new MapStore();
  private final AreaBook book = new AreaBook(store, AreaBook.USUAL_LIMIT);
  private final Map<TopicPartition, OffsetAndMetadata> worked = new HashMap<>();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Pipeline pipeline;
  private final Thread thread = new Thread(this::work, "raw-loop");
  private volatile boolean running;
  private volatile boolean stopped;
  private boolean inTransaction;
  private long committedAt;

  private RawLoop(DrainPlan plan) {
    topics = plan.topics();
    group = plan.group();
    commitNanos = TimeUnit.MILLISECONDS.toNanos(plan.commitMillis());
    consumer = consumer(plan.bootstrapServers());
    producer = producer(plan.bootstrapServers());
    pipeline = new Pipeline(Rules.DEFAULTS, book, new EncodedOutput(topics, this::send));
  }

  /**
   * Drains a backlog.
   *
   * @param arguments a {@link DrainPlan}
   */
  public static void main(String[] arguments) {
    Draining.run(arguments, RawLoop::new);
  }

  /** Creates the topic that nobody reads. */
  static void createChangelog(Map<String, Object> kafka, Topics topics)
      throws InterruptedException, ExecutionException {
    try (var admin = Admin.create(kafka)) {
      var topic =
          new NewTopic(changelog(topics), DrainSession.PARTITIONS, (short) 1)
              .configs(
                  Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  private static String changelog(Topics topics) {
    return topics.prefix() + "raw-changelog";
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try (consumer;
        producer) {
      producer.initTransactions();
      readAreas();
      consumer.subscribe(List.of(topics.reports()));
      while (!stopped) {
        for (var record : consumer.poll(POLL)) {
          work(record);
        }
        running = running || !consumer.assignment().isEmpty();
        commitIfDue();
      }
    }
  }

  private void work(ConsumerRecord<byte[], byte[]> record) {
    begin();
    pipeline.report(record);
    worked.put(
        new TopicPartition(record.topic(), record.partition()),
        new OffsetAndMetadata(record.offset() + 1));
    commitIfDue();
  }

  /** Profiles come before reports. */
  private void readAreas() {
    var partitions =
        consumer.partitionsFor(topics.areas()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var ends = consumer.endOffsets(partitions);
    begin();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(POLL).forEach(pipeline::area);
    }
    commit();
    consumer.unsubscribe();
  }

  private void begin() {
    if (!inTransaction) {
      producer.beginTransaction();
      inTransaction = true;
    }
  }

  private void commitIfDue() {
    if (inTransaction && System.nanoTime() - committedAt >= commitNanos) {
      commit();
    }
  }

  private void commit() {
    book.flushCache();
    store.drain((key, value) -> send(new ProducerRecord<>(changelog(topics), key.get(), value)));
    producer.sendOffsetsToTransaction(worked, consumer.groupMetadata());
    producer.commitTransaction();
    worked.clear();
    inTransaction = false;
    committedAt = System.nanoTime();
  }

  /** What fails fails the commit. */
  private void send(ProducerRecord<byte[], byte[]> record) {
    var unused = producer.send(record);
  }

  private KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Linger and batch are those of {@link org.marsad.processor.ProcessorApp}. */
  private KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            group,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            2,
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 * 1024),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
