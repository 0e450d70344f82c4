package org.marsad.producer.placing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.marsad.producer.following.Follower;
import org.marsad.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps {@link Placements} as the log has them: those of before the start, and what comes. */
public final class PlacementsFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PlacementsFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CountDownLatch known = new CountDownLatch(1);
  private final Placements placements;
  private final String topic;
  private final Follower follower;
  private Map<TopicPartition, Long> ends = Map.of();

  /**
   * @param kafka Kafka's own settings
   */
  public PlacementsFollower(Map<String, ?> kafka, Topics topics, Placements placements) {
    this.placements = placements;
    this.topic = topics.decisions();
    this.follower = new Follower("placements", kafka, this::begin, this::readOn);
  }

  /**
   * Begins, and waits until all placements of before are known; where the broker is away, for some
   * seconds only, because reports must be taken all the same.
   */
  public void start() {
    follower.start();
    try {
      if (!known.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("placements are not known yet: the broker does not answer");
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
    consumer.poll(POLL).forEach(placements::note);
    if (ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
      known.countDown();
    }
  }
}
