package org.marsad.consumer.fanout;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;

/** The connections of the fan-out. */
interface FanoutClients {
  /** Reads alerts, as a member of the group. */
  Consumer<String, byte[]> alerts();

  /** Reads topics anew; each call gives another. */
  Consumer<String, byte[]> rereading();

  /** Reads mutes, all of them. */
  Consumer<byte[], byte[]> mutes();

  /** Writes deliveries. */
  Producer<String, byte[]> producer();

  /** Reads whole topics from their beginning and on; each call gives another. */
  Consumer<byte[], byte[]> following();

  /** Writes acknowledgements. */
  AcknowledgementsTopic acknowledgements(Topics topics);

  /** Connections to the brokers that the settings name. */
  static FanoutClients of(Settings settings) {
    var kafka = KafkaConnection.of(settings);
    var groupId = kafka.named(settings.text(FanoutSettings.GROUP_ID));
    Map<String, Object> group =
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            groupId,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            groupId + "-" + settings.text(FanoutSettings.INSTANCE),
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            6_000,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            1_000,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    Map<String, Object> alone =
        Map.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    Map<String, Object> safe =
        Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE,
            ProducerConfig.LINGER_MS_CONFIG,
            0, // a lane waits for its record
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4");
    var reading = kafka.consumer(group);
    var rereading = kafka.consumer(alone);
    rereading.remove(ConsumerConfig.GROUP_ID_CONFIG);
    var following = TopicTail.settings(kafka.consumer());
    var answering = kafka.producer();
    var writing = kafka.producer(safe);
    return new FanoutClients() {
      @Override
      public Consumer<String, byte[]> alerts() {
        return new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
      }

      @Override
      public Consumer<String, byte[]> rereading() {
        return new KafkaConsumer<>(
            rereading, new StringDeserializer(), new ByteArrayDeserializer());
      }

      @Override
      public Consumer<byte[], byte[]> mutes() {
        return new KafkaConsumer<>(TopicTail.settings(rereading));
      }

      @Override
      public Producer<String, byte[]> producer() {
        return new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
      }

      @Override
      public Consumer<byte[], byte[]> following() {
        return new KafkaConsumer<>(following);
      }

      @Override
      public AcknowledgementsTopic acknowledgements(Topics topics) {
        return AcknowledgementsTopic.of(answering, topics);
      }
    };
  }
}
