package org.marsad.benchmarks.throughput;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.marsad.schemas.Topics;

/**
 * What a contender published: two that decide the same publish the same, in whatever order the
 * towns came. Of a strike only the newest revision counts, because the topic is compacted.
 *
 * @param strikes strikes
 * @param alerts revisions of alerts, those for confidential sites among them
 * @param rejected records that were set aside
 * @param digest sum over the checksums of all strikes and alerts
 */
record Published(long strikes, long alerts, long rejected, long digest) {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Reads it from the topics, once no transaction is open in them. */
  static Published read(String bootstrapServers, Topics topics)
      throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        var consumer =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers", bootstrapServers,
                    "isolation.level", "read_committed",
                    "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      var newest = new HashMap<String, Long>();
      read(admin, consumer, topics.strikes(), newest::put);
      var alerts = new Sum();
      read(admin, consumer, topics.alerts(), alerts::add);
      read(admin, consumer, topics.privateAlerts(), alerts::add);
      var rejected = new Sum();
      read(admin, consumer, topics.rejected(), rejected::add);
      var strikes = newest.values().stream().mapToLong(Long::longValue).sum();
      return new Published(newest.size(), alerts.records, rejected.records, strikes + alerts.sum);
    }
  }

  @FunctionalInterface
  private interface Reader {
    void read(String key, long checksum);
  }

  private static final class Sum {
    private long records;
    private long sum;

    void add(String key, long checksum) {
      records++;
      sum += checksum;
    }
  }

  private static void read(
      Admin admin, KafkaConsumer<byte[], byte[]> consumer, String topic, Reader reader)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var ends = ends(admin, partitions);
    while (!consumer.endOffsets(partitions).equals(ends)) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS); // the last transaction is still being closed
      ends = ends(admin, partitions);
    }
    var last = ends;
    while (partitions.stream().anyMatch(p -> consumer.position(p) < last.getOrDefault(p, 0L))) {
      for (var record : consumer.poll(POLL)) {
        var crc = new CRC32();
        crc.update(record.key());
        if (record.value() != null) { // a tombstone
          crc.update(record.value());
        }
        reader.read(new String(record.key(), StandardCharsets.UTF_8), crc.getValue());
      }
    }
  }

  /** Ends of all that is written, committed or not. */
  private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    var latest = new HashMap<TopicPartition, OffsetSpec>();
    partitions.forEach(p -> latest.put(p, OffsetSpec.latest()));
    var ends = new HashMap<TopicPartition, Long>();
    admin.listOffsets(latest).all().get().forEach((p, end) -> ends.put(p, end.offset()));
    return ends;
  }
}
