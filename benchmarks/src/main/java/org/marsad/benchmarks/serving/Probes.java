package org.marsad.benchmarks.serving;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Follows a topic as its readers do, and learns when what comes was due: a report carries that in a
 * header, and the processor hands headers on to what it publishes.
 */
final class Probes implements AutoCloseable {
  static final String DUE = "due";

  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Begins at the topic's end. */
  Probes(Map<String, Object> kafka, String topic) {
    var settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("fetch.max.wait.ms", 20);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // the end of now, not of the first poll
  }

  /** Polls once; {@code onProbe} learns of each record when it was due, by the nanosecond clock. */
  void poll(LongConsumer onProbe) {
    for (var record : consumer.poll(POLL)) {
      var due = record.headers().lastHeader(DUE);
      if (due != null) {
        onProbe.accept(ByteBuffer.wrap(due.value()).getLong());
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  static byte[] due(long nanos) {
    return ByteBuffer.allocate(Long.BYTES).putLong(nanos).array();
  }
}
