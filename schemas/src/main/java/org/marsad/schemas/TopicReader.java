package org.marsad.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic once, from its beginning to its committed end. */
public final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(200);

  /** How long a partition may bring nothing, as while its leader changes. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TopicReader() {}

  /** The records in the order of partition and offset. */
  public static List<ConsumerRecord<byte[], byte[]>> readAll(
      Map<String, Object> kafka, String topic) {
    var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    read(kafka, topic, all::add);
    all.sort(Comparator.comparingInt(ConsumerRecord::partition)); // stable: then by offset
    return all;
  }

  /**
   * Hands on each record and keeps none.
   *
   * @param each is given a partition's records in their order; partitions take turns
   * @throws TimeoutException when the broker does not answer, or gets no further for 30 seconds
   */
  public static void read(
      Map<String, Object> kafka, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    var settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", false);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      read(consumer, topic, each, System::nanoTime);
    }
  }

  static void read(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> kafka,
      String topic,
      Consumer<ConsumerRecord<byte[], byte[]>> each,
      LongSupplier nanoTime) {
    var partitions =
        kafka.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    kafka.assign(partitions);
    kafka.seekToBeginning(partitions);
    var ends = kafka.endOffsets(partitions);
    var left = left(kafka, ends);
    var movedAt = nanoTime.getAsLong();
    while (left > 0) {
      kafka.poll(POLL).forEach(each);
      var now = nanoTime.getAsLong();
      var before = left;
      left = left(kafka, ends);
      if (left < before) {
        movedAt = now;
      } else if (now - movedAt >= PATIENCE.toNanos()) {
        throw new TimeoutException(
            "%s: nothing came for %d s, %d offsets before its end"
                .formatted(topic, PATIENCE.toSeconds(), left));
      }
    }
  }

  /** Offsets to the end, transactions' own and those of aborted ones among them. */
  private static long left(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> kafka,
      Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - kafka.position(end.getKey())))
        .sum();
  }
}
