package org.marsad.consumer.replies;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.marsad.message.Acknowledgement;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.PromptProducer;
import org.marsad.schemas.Topics;

/**
 * Publishes answers to the topic {@code acknowledgements}, and those of confidential sites to its
 * private twin. Safe for several threads.
 */
public final class AcknowledgementsTopic implements AutoCloseable {
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final MessageCodec<Acknowledgement> codec = MessageCodec.of(Acknowledgement.class);
  private final Lock coding = new ReentrantLock();
  private final Producer<String, byte[]> producer;
  private final Topics topics;

  /**
   * @param producer idempotent, acks=all; closed with this
   */
  public AcknowledgementsTopic(Producer<String, byte[]> producer, Topics topics) {
    this.producer = producer;
    this.topics = topics;
  }

  /**
   * Over a producer of its own, which gives up after ten seconds: somebody is waiting.
   *
   * @param kafka Kafka's own settings, at least {@code bootstrap.servers}
   */
  public static AcknowledgementsTopic of(Map<String, Object> kafka, Topics topics) {
    return new AcknowledgementsTopic(PromptProducer.of(kafka), topics);
  }

  /** Publishes an answer; completes once it is on all replicas, or fails. */
  public CompletableFuture<Void> publish(Acknowledgement acknowledgement) {
    return publish(topics.acknowledgements(), acknowledgement);
  }

  /** Publishes an answer to an alert for a confidential site; as {@link #publish} else. */
  public CompletableFuture<Void> publishPrivately(Acknowledgement acknowledgement) {
    return publish(topics.privateAcknowledgements(), acknowledgement);
  }

  private CompletableFuture<Void> publish(String topic, Acknowledgement acknowledgement) {
    var safe = new CompletableFuture<Void>();
    try {
      var unused =
          producer.send(
              new ProducerRecord<>(topic, acknowledgement.getAlertId(), encode(acknowledgement)),
              (metadata, failure) -> {
                if (failure == null) {
                  safe.complete(null);
                } else {
                  safe.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException e) {
      safe.completeExceptionally(e);
    }
    return safe;
  }

  @Override
  public void close() {
    producer.close(TO_END);
  }

  private byte[] encode(Acknowledgement acknowledgement) {
    coding.lock(); // the codec serves one thread at a time
    try {
      return codec.encode(acknowledgement);
    } finally {
      coding.unlock();
    }
  }
}
