package org.marsad.consumer.fanout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the newer part of a topic to its end, each time from where it stopped.
 *
 * @param <T> the message
 */
final class RecentReader<T extends SpecificRecord> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecentReader.class);
  private static final Duration POLL = Duration.ofMillis(100);

  /** How long one look may take, and one answer of the broker. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final MessageCodec<T> codec;
  private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
  private final String topic;
  private final RunMark mark;
  private final Supplier<Instant> since;
  private final BooleanSupplier closing;

  /**
   * @param consumer closed with this
   * @param mark of our own messages, which are passed over
   * @param since from when on messages are read
   * @param closing whether to leave off
   */
  RecentReader(
      org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
      String topic,
      Class<T> type,
      RunMark mark,
      Supplier<Instant> since,
      BooleanSupplier closing) {
    this.consumer = consumer;
    this.topic = topic;
    this.codec = MessageCodec.of(type);
    this.mark = mark;
    this.since = since;
    this.closing = closing;
  }

  /** Hands over every message since the last call, up to the end as it is now, however long. */
  void catchUp(Consumer<List<T>> each) {
    var all = false;
    while (!all && !closing.getAsBoolean()) {
      all = isReadWithin(Duration.ofDays(1), each);
    }
  }

  /** The same, as far as it is possible at once; the next call goes on from there. */
  void look(Consumer<List<T>> each) {
    var unused = isReadWithin(PATIENCE, each);
  }

  private boolean isReadWithin(Duration limit, Consumer<List<T>> each) {
    var began = System.nanoTime();
    try {
      assignAll();
      var ends = ends(consumer.assignment());
      while (isBehind(ends)) {
        if (closing.getAsBoolean() || System.nanoTime() - began > limit.toNanos()) {
          return false;
        }
        var known = new ArrayList<T>();
        consumer.poll(POLL).forEach(recorded -> read(recorded, known));
        each.accept(known);
      }
      return true;
    } catch (RetriableException e) {
      LOG.warn("topic out of reach, trying again topic={} reason={}", topic, e.toString());
      return false;
    }
  }

  private void assignAll() {
    var partitions = new HashSet<TopicPartition>();
    var known = consumer.partitionsFor(topic, PATIENCE);
    if (known != null) {
      known.forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    }
    var fresh = new HashSet<>(partitions);
    fresh.removeAll(consumer.assignment());
    if (!fresh.isEmpty()) {
      var beginnings = beginnings(fresh);
      consumer.assign(partitions);
      beginnings.forEach(consumer::seek);
    }
  }

  /** Where the messages begin that are new enough; the end, where there is none. */
  private Map<TopicPartition, Long> beginnings(Set<TopicPartition> partitions) {
    var from = since.get().toEpochMilli();
    var asked = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> asked.put(partition, from));
    var beginnings = new HashMap<>(ends(partitions));
    consumer
        .offsetsForTimes(asked, PATIENCE)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                beginnings.put(partition, found.offset());
              }
            });
    return beginnings;
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
    return consumer.endOffsets(partitions, PATIENCE);
  }

  private boolean isBehind(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private void read(ConsumerRecord<String, byte[]> recorded, List<T> known) {
    if (recorded.value() == null || mark.isIn(recorded.headers())) {
      return; // a tombstone, or known already
    }
    try {
      known.add(codec.decode(recorded.value()));
    } catch (UndecodableException e) {
      LOG.error(
          "message undecodable, it changes nothing topic={} partition={} offset={}",
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
