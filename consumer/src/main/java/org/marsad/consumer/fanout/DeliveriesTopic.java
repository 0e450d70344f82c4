package org.marsad.consumer.fanout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.marsad.consumer.fanout.stages.DeliveryLog;
import org.marsad.message.Delivery;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/**
 * Records outcomes in the topic {@code deliveries}, those of confidential sites in its private
 * twin. Confined to one thread.
 */
final class DeliveriesTopic implements DeliveryLog {
  private final MessageCodec<Delivery> codec = MessageCodec.of(Delivery.class);
  private final Producer<String, byte[]> producer;
  private final Topics topics;
  private final RunMark mark;
  private final Consumer<Throwable> onFailure;

  /**
   * @param producer idempotent, acks=all, without an end to its retries
   * @param mark that each record bears
   * @param onFailure told when the topic cannot be written: without a record there is no delivery
   */
  DeliveriesTopic(
      Producer<String, byte[]> producer,
      Topics topics,
      RunMark mark,
      Consumer<Throwable> onFailure) {
    this.producer = producer;
    this.topics = topics;
    this.mark = mark;
    this.onFailure = onFailure;
  }

  @Override
  public CompletableFuture<Void> record(Delivery delivery, boolean isPrivate) {
    var topic = isPrivate ? topics.privateDeliveries() : topics.deliveries();
    var key = delivery.getAlertId() + "/" + delivery.getSubscriber() + "/" + delivery.getChannel();
    var recorded = new CompletableFuture<Void>();
    try {
      var unused =
          producer.send(
              new ProducerRecord<>(
                  topic, null, key, codec.encode(delivery), List.of(mark.header())),
              (metadata, failure) -> {
                if (failure == null) {
                  recorded.complete(null);
                } else {
                  fail(recorded, failure);
                }
              });
    } catch (RuntimeException e) {
      fail(recorded, e);
    }
    return recorded;
  }

  private void fail(CompletableFuture<Void> recorded, Exception failure) {
    recorded.completeExceptionally(failure);
    onFailure.accept(failure);
  }
}
