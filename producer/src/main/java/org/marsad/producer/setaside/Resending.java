package org.marsad.producer.setaside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.setaside.SentAgain.Status;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;
import org.marsad.schemas.checks.Fault;
import org.marsad.schemas.checks.ReportChecks;
import org.marsad.schemas.launch.KafkaConnection;

/**
 * Sends records that were set aside back to where they came from, byte for byte, and notes that in
 * {@code rejected}. A report that would be set aside again stays where it is. Each call has
 * connections of its own.
 */
public final class Resending {
  private static final Pattern ID = Pattern.compile("(\\d{1,6})-(\\d{1,18})");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaConnection kafka;
  private final Topics topics;

  /**
   * @param kafka where the topics are
   */
  public Resending(KafkaConnection kafka) {
    this.kafka = kafka;
    this.topics = kafka.topics();
  }

  /**
   * Sends each of them again.
   *
   * @param ids {@code partition-offset} in {@code rejected}
   */
  public List<SentAgain> send(List<String> ids) {
    try (var consumer = consumer();
        var producer = ReportProducers.ofBytes(kafka.producer())) {
      return ids.stream().map(id -> send(id, consumer, producer)).toList();
    }
  }

  private SentAgain send(
      String id, KafkaConsumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
    try {
      var found = find(id, consumer);
      if (found.isEmpty()) {
        return new SentAgain(id, Status.UNKNOWN, "no record of this id was set aside");
      }
      var record = found.get();
      var topic = RejectedHeaders.text(record.headers(), RejectedHeaders.TOPIC);
      var reason = RejectedHeaders.text(record.headers(), RejectedHeaders.REASON);
      if (reason.equals(Fault.Reason.TOO_OLD.name())) { // and it grows no younger
        return new SentAgain(
            id, Status.UNUSABLE, RejectedHeaders.text(record.headers(), RejectedHeaders.MESSAGE));
      }
      var fault = faultOf(topic, record);
      if (fault.isPresent()) {
        return new SentAgain(id, Status.UNUSABLE, fault.get().message());
      }
      producer.send(copy(id, topic, record, record.value())).get();
      producer.send(copy(id, topics.rejected(), record, null)).get();
      return new SentAgain(id, Status.PUBLISHED, "");
    } catch (KafkaException | ExecutionException e) {
      return new SentAgain(id, Status.REFUSED, "kafka: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SentAgain(id, Status.REFUSED, "interrupted");
    }
  }

  private Optional<ConsumerRecord<byte[], byte[]>> find(
      String id, KafkaConsumer<byte[], byte[]> consumer) {
    var parts = ID.matcher(id);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var partition = new TopicPartition(topics.rejected(), Integer.parseInt(parts.group(1)));
    var offset = Long.parseLong(parts.group(2));
    var isKnown =
        consumer.partitionsFor(topics.rejected()).stream()
            .anyMatch(known -> known.partition() == partition.partition());
    if (!isKnown || offset >= consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L)) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    for (var record : consumer.poll(PATIENCE)) {
      if (record.offset() == offset && !RejectedHeaders.isNote(record)) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }

  /** Why it cannot be sent again. */
  private Optional<Fault> faultOf(String topic, ConsumerRecord<byte[], byte[]> record) {
    var origins =
        Set.of(
            topics.reports(),
            topics.decisions(),
            topics.hospitalStatus(),
            topics.heartbeats(),
            topics.areas());
    if (record.value() == null || !origins.contains(topic)) {
      return Optional.of(
          Fault.ofMessage("of " + topic, "one of " + origins, Fault.Reason.UNDECODABLE));
    }
    return topic.equals(topics.reports()) ? faultOf(record) : Optional.empty();
  }

  private static Optional<Fault> faultOf(ConsumerRecord<byte[], byte[]> record) {
    try {
      var report = MessageCodec.of(StrikeReport.class).decode(record.value());
      var key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
      return ReportChecks.faults(report, key).stream().findFirst();
    } catch (UndecodableException e) {
      return Optional.of(
          Fault.ofMessage(
              record.value().length + " bytes",
              "a StrikeReport of a published version",
              Fault.Reason.UNDECODABLE));
    }
  }

  private static ProducerRecord<byte[], byte[]> copy(
      String id, String topic, ConsumerRecord<byte[], byte[]> record, byte @Nullable [] value) {
    var copy = new ProducerRecord<>(topic, null, record.timestamp(), record.key(), value);
    copy.headers().add(RejectedHeaders.SENT_AGAIN, id.getBytes(StandardCharsets.UTF_8));
    return copy;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> ours =
        Map.of(
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false,
            "max.poll.records",
            1);
    return new KafkaConsumer<>(
        kafka.consumer(ours), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
