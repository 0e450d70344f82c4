package org.marsad.producer.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A topic of messages, keyed by area. Its producer is made when it is first needed, because Kafka's
 * constructor fails while the broker's name does not resolve, and made anew after a failure from
 * which it does not recover.
 */
final class MessageLog<M> implements AutoCloseable {
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final Supplier<Producer<String, M>> factory;
  private final String topic;
  private @Nullable Producer<String, M> producer;
  private boolean closed;

  MessageLog(Supplier<Producer<String, M>> factory, String topic) {
    this.factory = factory;
    this.topic = topic;
  }

  /** What became of one attempt. */
  sealed interface Attempt {
    record Written(int partition, long offset) implements Attempt {}

    /** The broker did not take it now. */
    record Away(String reason) implements Attempt {}

    /** No broker will ever take this message. */
    record Impossible(String reason) implements Attempt {}
  }

  /**
   * Writes a message. May hold its caller for Kafka's {@code max.block.ms}.
   *
   * @param area the record's key
   * @param at the record's timestamp
   */
  CompletableFuture<Attempt> write(String area, Instant at, M message) {
    var attempt = new CompletableFuture<Attempt>();
    try {
      var record = new ProducerRecord<>(topic, null, at.toEpochMilli(), area, message);
      var unused =
          producer()
              .send(
                  record,
                  (written, failure) ->
                      attempt.complete(
                          failure == null
                              ? new Attempt.Written(written.partition(), written.offset())
                              : failed(failure)));
    } catch (KafkaException | IllegalStateException | IllegalArgumentException e) {
      attempt.complete(failed(e));
    }
    return attempt;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (producer != null) {
      producer.close(CLOSE);
      producer = null;
    }
  }

  private synchronized Producer<String, M> producer() {
    if (closed) {
      throw new IllegalStateException("publisher: closed");
    }
    if (producer == null) {
      producer = factory.get();
    }
    return producer;
  }

  private Attempt failed(Exception failure) {
    if (isTheMessagesOwnFault(failure)) {
      return new Attempt.Impossible(say(failure));
    }
    if (!(failure instanceof RetriableException)) {
      forgetProducer();
    }
    return new Attempt.Away(say(failure));
  }

  /** Closes without waiting: this may be the producer's own thread. */
  private synchronized void forgetProducer() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  private static boolean isTheMessagesOwnFault(Exception failure) {
    return failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException
        || failure instanceof SerializationException
        || failure instanceof InvalidTimestampException
        || failure instanceof InvalidRecordException
        || failure instanceof IllegalArgumentException;
  }

  private static String say(Exception failure) {
    return "kafka: " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
