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

  /** A record that this many batches were refused with is the bad one. */
  private static final int BATCHES = 5;

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
    send(new ProducerRecord<>(topic, null, at.toEpochMilli(), area, message), attempt, BATCHES);
    return attempt;
  }

  /**
   * Sends a record until it is written or its own fault is known: the broker refuses a batch with
   * one bad record as a whole, and the good ones are sent again.
   *
   * @param batches how many may be refused because of others
   */
  private void send(
      ProducerRecord<String, M> record, CompletableFuture<Attempt> done, int batches) {
    try {
      var unused =
          producer()
              .send(
                  record,
                  (written, failure) -> {
                    if (failure == null) {
                      done.complete(new Attempt.Written(written.partition(), written.offset()));
                    } else if (failure instanceof InvalidRecordException && batches > 1) {
                      // not on the producer's own thread, which must never wait for itself
                      var unusedFuture =
                          CompletableFuture.runAsync(() -> send(record, done, batches - 1));
                    } else {
                      done.complete(failed(failure));
                    }
                  });
    } catch (KafkaException | IllegalStateException | IllegalArgumentException e) {
      done.complete(failed(e));
    }
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
