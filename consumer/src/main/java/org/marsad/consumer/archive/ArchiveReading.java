package org.marsad.consumer.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every partition from the archive's own positions, batch by batch. */
final class ArchiveReading implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveReading.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<Archived, MessageCodec<? extends SpecificRecord>> codecs =
      new EnumMap<>(Archived.class);
  private final Map<String, Archived> kinds = new HashMap<>();
  private final Consumer<byte[], byte[]> consumer;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicLong written = new AtomicLong();
  private volatile boolean atEnd;

  ArchiveReading(Consumer<byte[], byte[]> consumer, Topics topics) {
    this.consumer = consumer;
    for (var kind : Archived.values()) {
      kinds.put(kind.topic(topics), kind);
      codecs.put(kind, kind.codec());
    }
  }

  /** Messages written so far. */
  long written() {
    return written.get();
  }

  /** Whether nothing was left to read at the last look. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** Ends the reading soon; from any thread. */
  void stop() {
    stopped.countDown();
    consumer.wakeup();
  }

  /** Reads until it is stopped. */
  void readInto(ArchiveStore store) throws IOException, InterruptedException {
    while (stopped.getCount() > 0) {
      try {
        takeUpNewPartitions(store);
        if (consumer.assignment().isEmpty()) {
          LOG.info("archive: waiting for its topics topics={}", kinds.keySet());
          stopped.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } else {
          write(consumer.poll(POLL), store);
          atEnd = isEndReached();
        }
      } catch (WakeupException stop) {
        return;
      } catch (OffsetOutOfRangeException e) {
        goOnAfterGap(e.offsetOutOfRangePartitions());
      } catch (RetriableException e) {
        LOG.warn("broker out of reach, trying again reason={}", e.toString());
      }
    }
  }

  private void takeUpNewPartitions(ArchiveStore store) {
    var all = new HashSet<TopicPartition>();
    for (var topic : kinds.keySet()) {
      var partitions = consumer.partitionsFor(topic);
      if (partitions != null) {
        partitions.forEach(p -> all.add(new TopicPartition(topic, p.partition())));
      }
    }
    var fresh = new HashSet<>(all);
    fresh.removeAll(consumer.assignment());
    if (!fresh.isEmpty()) {
      fresh.addAll(consumer.assignment());
      consumer.assign(fresh);
      fresh.forEach(partition -> consumer.seek(partition, store.position(partition)));
    }
  }

  private void write(ConsumerRecords<byte[], byte[]> records, ArchiveStore store)
      throws IOException {
    if (records.isEmpty()) {
      return;
    }
    var batch = new Batch();
    for (var record : records) {
      add(record, batch);
    }
    store.write(batch);
    written.addAndGet(batch.items().size());
  }

  private void add(ConsumerRecord<byte[], byte[]> record, Batch batch) {
    var partition = new TopicPartition(record.topic(), record.partition());
    var kind = kinds.get(record.topic());
    batch.skipTo(partition, record.offset() + 1);
    if (kind == null || record.value() == null) {
      return; // a tombstone
    }
    try {
      var codec = codecs.get(kind);
      if (codec != null) {
        batch.add(kind, partition, record.offset(), codec.decode(record.value()));
      }
    } catch (UndecodableException e) {
      LOG.error(
          "message undecodable, not in the archive topic={} partition={} offset={}",
          record.topic(),
          record.partition(),
          record.offset());
    }
  }

  /** Retention, or a topic made anew, took what we had not read: say so and go on. */
  private void goOnAfterGap(Map<TopicPartition, Long> wanted) {
    Collection<TopicPartition> partitions = List.copyOf(wanted.keySet());
    consumer
        .beginningOffsets(partitions)
        .forEach(
            (partition, first) -> {
              LOG.error(
                  "archive has a gap partition={} wanted={} goesOnAt={}",
                  partition,
                  wanted.get(partition),
                  first);
              consumer.seek(partition, first);
            });
  }

  private boolean isEndReached() {
    return consumer.assignment().stream()
        .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
