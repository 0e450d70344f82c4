package org.marsad.consumer.fanout;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.message.Silence;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic {@code silences}: all that there are, then each new one. What cannot be read
 * silences nobody.
 */
final class SilencesFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SilencesFollower.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final MessageCodec<Silence> codec = MessageCodec.of(Silence.class);
  private final Consumer<Silence> each;
  private final TopicTail tail;
  private final Duration patience;

  /**
   * @param consumer owned by the follower
   * @param each told of every silence, in the follower's thread
   * @param patience how long alerts wait for the silences before they are sent without
   */
  SilencesFollower(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
      String topic,
      Consumer<Silence> each,
      Clock clock,
      Duration patience) {
    this.each = each;
    this.tail = new TopicTail(consumer, List.of(topic), this::read, clock);
    this.patience = patience;
  }

  void start() {
    tail.start();
  }

  /** Waits until every silence that there was at the start has been told of, or patience ends. */
  void awaitAll(BooleanSupplier closing) {
    var began = System.nanoTime();
    while (!tail.status().caughtUp() && !closing.getAsBoolean()) {
      if (System.nanoTime() - began > patience.toNanos()) {
        LOG.warn("silences out of reach, alerts are sent as if there were none");
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
          "silence undecodable, it silences nobody partition={} offset={}",
          recorded.partition(),
          recorded.offset());
    }
  }
}
