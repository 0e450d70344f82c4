package org.marsad.benchmarks.footprint;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.marsad.processor.ProcessorSettings;
import org.marsad.schemas.Topics;

/**
 * Records that somebody has still to take: reports to be judged, alerts that are not told for good.
 * The marks of a transaction's end lie between the records and wait for nobody: so where the
 * offsets say that few wait, those are read and counted.
 */
final class Waiting implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(60);
  private static final long LOOK_SECONDS = 2;
  private static final long FEW = 1_000;

  /** The fan-out's group, where no other is named. */
  private static final String FANOUT = "marsad-fanout";

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> reader;

  /**
   * Looks at a whole Marsad.
   *
   * @param kafka Kafka's own settings
   */
  Waiting(Map<String, Object> kafka) {
    admin = Admin.create(kafka);
    var settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    reader =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** How many wait now; where it is over {@value #FEW}, with the marks among them. */
  long count() throws InterruptedException, ExecutionException {
    var topics = new Topics("");
    var reports = behind(ProcessorSettings.APPLICATION, topics.reports());
    return reports > 0 ? reports : behind(FANOUT, topics.alerts());
  }

  /** Waits until none does. */
  void awaitNone() throws InterruptedException, ExecutionException {
    var began = System.nanoTime();
    while (count() > 0) {
      if (System.nanoTime() - began > PATIENCE_NANOS) {
        throw new IllegalStateException("%,d records still wait".formatted(count()));
      }
      TimeUnit.SECONDS.sleep(LOOK_SECONDS);
    }
  }

  @Override
  public void close() {
    reader.close();
    admin.close();
  }

  private long behind(String group, String topic) throws InterruptedException, ExecutionException {
    var partitions =
        reader.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    var ends = reader.endOffsets(partitions);
    reader.assign(partitions);
    var lag = 0L;
    for (var partition : partitions) {
      var done = committed.get(partition);
      var offset = done == null ? 0 : done.offset();
      reader.seek(partition, offset);
      lag += ends.getOrDefault(partition, 0L) - offset;
    }
    return lag > FEW ? lag : records(ends);
  }

  private long records(Map<TopicPartition, Long> ends) {
    var count = 0L;
    while (ends.entrySet().stream().anyMatch(e -> reader.position(e.getKey()) < e.getValue())) {
      count += reader.poll(POLL).count();
    }
    return count;
  }
}
