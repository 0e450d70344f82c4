package org.marsad.consumer.fanout;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a topic of messages that bear on alerts: all that there are, then each new one. What
 * cannot be read changes nothing.
 *
 * @param <T> the message
 */
final class TopicFollower<T extends SpecificRecord> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final String topic;
  private final MessageCodec<T> codec;
  private final Consumer<T> each;
  private final TopicTail tail;
  private final Duration patience;

  /**
   * @param consumer owned by the follower
   * @param each told of every message, in the follower's thread
   * @param patience how long alerts wait for what there is before they are sent without
   */
  TopicFollower(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
      String topic,
      Class<T> type,
      Consumer<T> each,
      Clock clock,
      Duration patience) {
    this.topic = topic;
    this.codec = MessageCodec.of(type);
    this.each = each;
    this.tail = new TopicTail(consumer, List.of(topic), this::read, clock);
    this.patience = patience;
  }

  void start() {
    tail.start();
  }

  /** Waits until all that there was at the start has been told of, or patience ends. */
  void awaitAll(BooleanSupplier closing) {
    var began = System.nanoTime();
    while (!tail.status().caughtUp() && !closing.getAsBoolean()) {
      if (System.nanoTime() - began > patience.toNanos()) {
        LOG.warn("topic out of reach, alerts are sent as if it were empty topic={}", topic);
        return;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  @Override
  public void close() {
    tail.close();
  }

  private void read(ConsumerRecord<byte[], byte[]> recorded) {
    if (recorded.value() == null) {
      return; // a tombstone
    }
    try {
      each.accept(codec.decode(recorded.value()));
    } catch (UndecodableException e) {
      LOG.error(
          "message undecodable, it changes nothing topic={} partition={} offset={}",
          topic,
          recorded.partition(),
          recorded.offset());
    }
  }
}
