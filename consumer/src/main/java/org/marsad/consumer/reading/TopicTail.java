package org.marsad.consumer.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows whole topics: every committed record from the beginning, then each new one, in one
 * thread. It has no group and commits no offset, so any number of readers see everything.
 *
 * <p>An error of the broker or of the listener is logged and reading goes on: a record that its
 * listener refuses is skipped, a topic that is missing is looked for again.
 *
 * <p>Partitions that are added while it runs are read after the next start.
 */
public final class TopicTail implements AutoCloseable {
  /** How often an idle tail asks whether the broker is still there. */
  static final Duration PROBE_EVERY = Duration.ofSeconds(10);

  private static final Duration POLL = Duration.ofMillis(500);

  /** How long the broker holds a fetch when there is nothing; a record is sent at once. */
  private static final Duration FETCH_WAIT = Duration.ofSeconds(4);

  /** A question waits behind the fetch of its connection. */
  private static final Duration ANSWER_WITHIN = FETCH_WAIT.plusSeconds(2);

  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);

  private final Consumer<byte[], byte[]> consumer;
  private final List<String> topics;
  private final RecordListener listener;
  private final Clock clock;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<TopicPartition, Long> behind = new HashMap<>();
  private long askedAt = System.nanoTime();
  private final AtomicLong handed = new AtomicLong();
  private volatile boolean assigned;
  private volatile boolean caughtUp;
  private volatile @Nullable Instant brokerSeenAt;

  /**
   * A tail that reads once it is started.
   *
   * @param consumer owned and closed by the tail; see {@link #settings}
   * @param topics read in no particular order among each other
   * @param listener called in the reading thread only
   * @param clock says when the broker last answered
   */
  public TopicTail(
      Consumer<byte[], byte[]> consumer,
      Collection<String> topics,
      RecordListener listener,
      Clock clock) {
    this.consumer = consumer;
    this.topics = List.copyOf(topics);
    this.listener = listener;
    this.clock = clock;
    this.thread = new Thread(this::run, "tail-" + String.join("+", this.topics));
    this.thread.setDaemon(true);
  }

  /**
   * A tail over a consumer of its own.
   *
   * @param kafka Kafka's own settings, at least {@code bootstrap.servers}
   */
  public static TopicTail of(
      Map<String, Object> kafka, Collection<String> topics, RecordListener listener, Clock clock) {
    return new TopicTail(new KafkaConsumer<>(settings(kafka)), topics, listener, clock);
  }

  /** Kafka's settings with what a tail needs: committed records only, no group, no commits. */
  public static Map<String, Object> settings(Map<String, Object> kafka) {
    var settings = new HashMap<>(kafka);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) FETCH_WAIT.toMillis());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }

  /** Starts reading; once. */
  public void start() {
    thread.start();
  }

  /** How far it has come; safe from any thread. */
  public ReadingStatus status() {
    return new ReadingStatus(caughtUp, brokerSeenAt);
  }

  /** Records that the listener has been handed so far. */
  public long handed() {
    return handed.get();
  }

  /** Stops reading and waits until the listener has returned. Closing twice is fine. */
  @Override
  public void close() {
    closing.countDown();
    if (thread.getState() == Thread.State.NEW) {
      closeConsumer();
      return;
    }
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!isClosing()) {
        readOn();
      }
    } catch (KafkaException e) {
      LOG.debug("reading ended topics={}", topics, e);
    } finally {
      closeConsumer();
    }
  }

  /** Without waiting for the fetch under way: there is no group to leave, nothing to commit. */
  private void closeConsumer() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }

  private void readOn() {
    try {
      if (!assigned) {
        assign();
      }
      var records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        brokerAnswered();
      }
      for (var record : records) {
        if (isClosing()) {
          return;
        }
        hand(record);
        handed.incrementAndGet();
      }
      checkCaughtUp();
      probe();
    } catch (WakeupException e) {
      LOG.debug("reading woken up topics={}", topics);
    } catch (KafkaException e) {
      LOG.warn("reading failed, trying again topics={} error={}", topics, e.toString());
      pause();
    }
  }

  private void assign() {
    var partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    for (var topic : topics) {
      if (partitions.stream().noneMatch(partition -> partition.topic().equals(topic))) {
        throw new KafkaException("topic: " + topic + " (expected: a topic that exists)");
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    behind.putAll(consumer.endOffsets(partitions));
    assigned = true;
    brokerAnswered();
  }

  private void hand(ConsumerRecord<byte[], byte[]> record) {
    try {
      listener.onRecord(record);
    } catch (RuntimeException e) {
      LOG.error(
          "record skipped topic={} partition={} offset={}",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private void checkCaughtUp() {
    if (!caughtUp) {
      behind.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      if (behind.isEmpty()) {
        caughtUp = true;
        LOG.info("caught up topics={}", topics);
      }
    }
  }

  /** An idle poll looks alike with and without a broker, so an idle tail asks. */
  private void probe() {
    if (System.nanoTime() - askedAt >= PROBE_EVERY.toNanos()) {
      askedAt = System.nanoTime();
      consumer.endOffsets(consumer.assignment(), ANSWER_WITHIN);
      brokerAnswered();
    }
  }

  private void brokerAnswered() {
    brokerSeenAt = clock.instant();
    askedAt = System.nanoTime();
  }

  private void pause() {
    try {
      closing.await(PAUSE_AFTER_ERROR.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
