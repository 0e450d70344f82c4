package org.marsad.benchmarks.backlog;

import java.io.IOException;
import java.util.HashMap;
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

/** A backlog in the log. */
public final class PublishedBacklog {
  private PublishedBacklog() {}

  /**
   * Publishes the first reports of a backlog, and returns when they are in the log.
   *
   * @param kafka Kafka's own settings
   * @throws IOException when the broker refuses one
   */
  public static void publish(Map<String, Object> kafka, Topics topics, long seed, long reports)
      throws IOException {
    var failed = new AtomicReference<@Nullable Exception>();
    var backlog = new Backlog(seed);
    var codec = MessageCodec.of(StrikeReport.class);
    var settings = new HashMap<>(kafka);
    settings.put("linger.ms", 5);
    settings.put("batch.size", 128 * 1024);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (var i = 0L; i < reports; i++) {
        var report = backlog.next();
        var record =
            new ProducerRecord<>(
                topics.reports(),
                null,
                report.getReceivedAt().toEpochMilli(),
                report.getArea(),
                codec.encode(report));
        var unused = producer.send(record, (sent, failure) -> failed.compareAndSet(null, failure));
      }
    }
    if (failed.get() != null) {
      throw new IOException("the backlog could not be published", failed.get());
    }
  }
}
