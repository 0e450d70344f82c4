package org.marsad.producer.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageSerde;

/**
 * Kafka producers as reports and statuses need them: idempotent, acknowledged by all, quick to say
 * no.
 */
public final class ReportProducers {
  /** How long a report may wait for the broker before it goes to the spool. */
  public static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(6);

  /** How long a caller may be held while the broker's metadata is fetched. */
  public static final Duration MAX_BLOCK = Duration.ofSeconds(3);

  private ReportProducers() {}

  /**
   * Makes producers.
   *
   * @param kafka Kafka's own settings, {@code bootstrap.servers} among them; they win over ours,
   *     save for what durability rests on
   */
  public static Supplier<Producer<String, StrikeReport>> of(Map<String, ?> kafka) {
    return of(kafka, StrikeReport.class);
  }

  /** Makes producers of another message. */
  public static <M extends SpecificRecord> Supplier<Producer<String, M>> of(
      Map<String, ?> kafka, Class<M> type) {
    var settings = settings(kafka, type.getSimpleName());
    return () ->
        new KafkaProducer<>(settings, new StringSerializer(), MessageSerde.of(type).serializer());
  }

  /** Makes a producer of bytes as they are. */
  public static Producer<byte[], byte[]> ofBytes(Map<String, ?> kafka) {
    return new KafkaProducer<>(
        settings(kafka, "bytes"), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> settings(Map<String, ?> kafka, String what) {
    var settings = new HashMap<String, Object>();
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "marsad-" + what);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) MAX_BLOCK.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis() / 2);
    settings.putAll(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return settings;
  }
}
