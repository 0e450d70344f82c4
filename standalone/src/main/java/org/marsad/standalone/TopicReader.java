package org.marsad.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    var settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", false);
    var records = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
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
        for (var record : consumer.poll(POLL)) {
          records
              .computeIfAbsent(
                  new TopicPartition(topic, record.partition()), p -> new ArrayList<>())
              .add(record);
        }
      }
      var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      partitions.stream()
          .sorted(java.util.Comparator.comparingInt(TopicPartition::partition))
          .forEach(p -> all.addAll(records.getOrDefault(p, List.of())));
      return all;
    }
  }
}
