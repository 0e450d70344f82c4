package org.marsad.standalone.attack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.marsad.schemas.Topics;

/** Tells whether the processor has read all that came, and counts what others have to read. */
final class Wires implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final Map<String, Long> records = new HashMap<>();
  private final Topics topics;
  private final String application;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> inputs;
  private List<String> followed = List.of();
  private List<TopicPartition> outputs = List.of();

  /** Committed records. */
  record Counts(long alerts, long ofOperations) {}

  Wires(Map<String, Object> kafka, Topics topics, String application) {
    this.topics = topics;
    this.application = application;
    admin = Admin.create(kafka);
    var reading = new HashMap<>(kafka);
    reading.put("isolation.level", "read_committed");
    reading.put("enable.auto.commit", false);
    consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    inputs =
        partitions(
            Stream.of(
                topics.areas(), topics.reports(), topics.hospitalStatus(), topics.heartbeats()));
  }

  /**
   * Counts what is in these topics, from their beginning.
   *
   * @param names alerts and private alerts among them
   */
  void follow(List<String> names) {
    followed = names;
    outputs = partitions(names.stream());
    consumer.assign(outputs);
    consumer.seekToBeginning(outputs);
  }

  /** Whether the processor has read all that came, and all that it wrote can be read. */
  boolean isAllRead() throws InterruptedException {
    try {
      var read = admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get();
      var isRead =
          ends(inputs, IsolationLevel.READ_COMMITTED).entrySet().stream()
              .allMatch(
                  end -> {
                    var position = read.get(end.getKey());
                    return end.getValue() == 0
                        || (position != null && position.offset() >= end.getValue());
                  });
      return isRead
          && ends(outputs, IsolationLevel.READ_COMMITTED)
              .equals(ends(outputs, IsolationLevel.READ_UNCOMMITTED));
    } catch (ExecutionException e) {
      return false; // asked again
    }
  }

  /** Reads on to the end. */
  Counts count() {
    var ends = consumer.endOffsets(outputs);
    while (outputs.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(POLL).forEach(record -> records.merge(record.topic(), 1L, Long::sum));
    }
    return new Counts(
        of(topics.alerts()) + of(topics.privateAlerts()),
        followed.stream().mapToLong(this::of).sum());
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level)
      throws InterruptedException, ExecutionException {
    var ends = new HashMap<TopicPartition, Long>();
    admin
        .listOffsets(
            partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())),
            new ListOffsetsOptions(level))
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  private long of(String topic) {
    return records.getOrDefault(topic, 0L);
  }

  private List<TopicPartition> partitions(Stream<String> names) {
    return names
        .flatMap(name -> consumer.partitionsFor(name).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }
}
