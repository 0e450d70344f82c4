package org.marsad.consumer.fanout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.marsad.message.Delivery;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic {@code deliveries} to its end, each time from where it stopped. */
final class DeliveriesReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveriesReader.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final MessageCodec<Delivery> codec = MessageCodec.of(Delivery.class);
  private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
  private final String topic;
  private final BooleanSupplier closing;

  /**
   * @param closing whether to leave off
   */
  DeliveriesReader(
      org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
      String topic,
      BooleanSupplier closing) {
    this.consumer = consumer;
    this.topic = topic;
    this.closing = closing;
  }

  /** Hands over every delivery recorded since the last call, up to the end as it is now. */
  void catchUp(Consumer<List<Delivery>> ledger) {
    assignAll();
    var ends = ends(consumer.assignment());
    while (!closing.getAsBoolean() && isBehind(ends)) {
      var known = new ArrayList<Delivery>();
      consumer.poll(POLL).forEach(recorded -> read(recorded, known));
      ledger.accept(known);
    }
  }

  private void assignAll() {
    var partitions = new HashSet<TopicPartition>();
    var known = consumer.partitionsFor(topic);
    if (known != null) {
      known.forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    }
    var fresh = new HashSet<>(partitions);
    fresh.removeAll(consumer.assignment());
    if (!fresh.isEmpty()) {
      consumer.assign(partitions);
      consumer.seekToBeginning(fresh);
    }
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
    while (!closing.getAsBoolean()) {
      try {
        return consumer.endOffsets(partitions);
      } catch (TimeoutException e) {
        LOG.warn("deliveries out of reach, trying again topic={}", topic);
      }
    }
    return Map.of();
  }

  private boolean isBehind(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private void read(ConsumerRecord<String, byte[]> recorded, List<Delivery> known) {
    if (recorded.value() == null) {
      return; // a tombstone
    }
    try {
      known.add(codec.decode(recorded.value()));
    } catch (UndecodableException e) {
      LOG.error(
          "delivery undecodable, its alert may be sent again topic={} partition={} offset={}",
          topic,
          recorded.partition(),
          recorded.offset());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
