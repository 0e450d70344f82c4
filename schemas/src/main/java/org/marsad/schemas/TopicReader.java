package org.marsad.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic once, from its beginning to its committed end. */
public final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(200);

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
   */
  public static void read(
      Map<String, Object> kafka, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    var settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", false);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(each);
      }
    }
  }
}
