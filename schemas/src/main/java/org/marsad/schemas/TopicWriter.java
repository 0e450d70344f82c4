package org.marsad.schemas;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Writes a message while a person waits: all replicas have it within ten seconds, or the person is
 * told that it was not taken. Safe for several threads.
 *
 * @param <M> the message
 */
public final class TopicWriter<M extends SpecificRecord> implements AutoCloseable {
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final Producer<String, byte[]> producer;
  private final MessageCodec<M> codec;

  /**
   * @param producer idempotent, acks=all; closed with this
   */
  public TopicWriter(Producer<String, byte[]> producer, Class<M> type) {
    this.producer = producer;
    this.codec = MessageCodec.of(type);
  }

  /**
   * Over a producer of its own.
   *
   * @param kafka Kafka's own settings, at least {@code bootstrap.servers}
   */
  public static <M extends SpecificRecord> TopicWriter<M> of(
      Map<String, Object> kafka, Class<M> type) {
    return new TopicWriter<>(PromptProducer.of(kafka), type);
  }

  /**
   * Writes one message; returns once all replicas have it.
   *
   * @param at the record's timestamp
   * @throws IOException where the broker does not take it, with its reason
   */
  public void write(String topic, String key, Instant at, M message) throws IOException {
    var record = new ProducerRecord<>(topic, null, at.toEpochMilli(), key, encode(message));
    try {
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(topic + ": interrupted before it was taken");
    } catch (ExecutionException e) {
      throw new IOException(topic + ": not taken: " + e.getCause(), e);
    } catch (KafkaException e) {
      throw new IOException(topic + ": not taken: " + e, e);
    }
  }

  /** The codec serves one thread at a time. */
  private synchronized byte[] encode(M message) {
    return codec.encode(message);
  }

  @Override
  public void close() {
    producer.close(TO_END);
  }
}
