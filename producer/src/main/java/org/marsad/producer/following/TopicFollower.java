package org.marsad.producer.following;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns all that a topic holds: what was there before the start, and what comes. */
public final class TopicFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CountDownLatch known = new CountDownLatch(1);
  private final String topic;
  private final Consumer<ConsumerRecord<byte[], byte[]>> onRecord;
  private final Follower follower;
  private Map<TopicPartition, Long> ends = Map.of();

  /**
   * @param kafka Kafka's own settings
   * @param onRecord learns of each record, on this follower's thread; after a failure of the broker
   *     it learns of all once more
   */
  public TopicFollower(
      Map<String, ?> kafka, String topic, Consumer<ConsumerRecord<byte[], byte[]>> onRecord) {
    this.topic = topic;
    this.onRecord = onRecord;
    this.follower = new Follower(topic, kafka, this::begin, this::readOn);
  }

  /** Begins. */
  public void start() {
    follower.start();
  }

  /**
   * Waits until all of before is known; where there is much, or the broker is away, for some
   * seconds only, because reports must be taken all the same.
   */
  public void awaitKnown() {
    try {
      if (!known.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("not all of it is read yet, reports are taken all the same topic={}", topic);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops, also before the start. */
  @Override
  public void close() {
    follower.close();
  }

  private void begin(KafkaConsumer<byte[], byte[]> consumer) {
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    ends = consumer.endOffsets(partitions);
  }

  private void readOn(KafkaConsumer<byte[], byte[]> consumer) {
    consumer.poll(POLL).forEach(onRecord);
    if (ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
      known.countDown();
    }
  }
}
