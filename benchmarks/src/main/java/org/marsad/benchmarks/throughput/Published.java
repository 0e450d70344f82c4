package org.marsad.benchmarks.throughput;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.marsad.schemas.Topics;

/**
 * What a contender published: two that decide the same publish the same, in whatever order the
 * towns came.
 *
 * @param strikes revisions of strikes
 * @param alerts revisions of alerts
 * @param rejected records that were set aside
 * @param digest sum over the checksums of all strikes and alerts
 */
record Published(long strikes, long alerts, long rejected, long digest) {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Reads it from the topics. */
  static Published read(String bootstrapServers, Topics topics) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var strikes = count(consumer, topics.strikes());
      var alerts = count(consumer, topics.alerts());
      var rejected = count(consumer, topics.rejected());
      return new Published(
          strikes.records, alerts.records, rejected.records, strikes.digest + alerts.digest);
    }
  }

  private record Count(long records, long digest) {}

  private static Count count(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var ends = consumer.endOffsets(partitions);
    var records = 0L;
    var digest = 0L;
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      for (var record : consumer.poll(POLL)) {
        var crc = new CRC32();
        crc.update(record.key());
        crc.update(record.value());
        digest += crc.getValue();
        records++;
      }
    }
    return new Count(records, digest);
  }
}
