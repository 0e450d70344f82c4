package org.marsad.benchmarks.serving;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/** Publishes reports that say when they were due. */
final class Reporter implements AutoCloseable {
  private final MessageCodec<StrikeReport> codec = MessageCodec.of(StrikeReport.class);
  private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
  private final KafkaProducer<String, byte[]> producer;
  private final Topics topics;

  Reporter(Map<String, Object> kafka, Topics topics) {
    this.producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    this.topics = topics;
  }

  /** Publishes a report that was due at a time of the nanosecond clock. */
  void publish(StrikeReport report, long dueNanos) {
    var record =
        new ProducerRecord<>(
            topics.reports(),
            null,
            report.getReceivedAt().toEpochMilli(),
            report.getArea(),
            codec.encode(report));
    record.headers().add(Probes.DUE, Probes.due(dueNanos));
    var unused = producer.send(record, (sent, failure) -> failed.compareAndSet(null, failure));
  }

  /** Waits until all is in the log. */
  @Override
  public void close() {
    producer.close();
    var failure = failed.get();
    if (failure != null) {
      throw new IllegalStateException("a report could not be published", failure);
    }
  }
}
