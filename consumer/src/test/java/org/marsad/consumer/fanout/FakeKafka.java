package org.marsad.consumer.fanout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.marsad.consumer.acknowledge.AcknowledgementsTopic;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.Silence;
import org.marsad.schemas.MessageCodec;

/** The fan-out's connections without a broker: one partition of alerts, one of deliveries. */
final class FakeKafka implements FanoutClients {
  static final TopicPartition ALERTS = new TopicPartition("alerts", 0);
  static final TopicPartition DELIVERIES = new TopicPartition("deliveries", 0);

  private static final TopicPartition SILENCES = new TopicPartition("silences", 0);

  private final MockConsumer<String, byte[]> alerts = new MockConsumer<>("earliest");
  private final MockConsumer<String, byte[]> deliveries = new FromTheBeginning();
  private final MockConsumer<byte[], byte[]> silences = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> producer;
  private final List<byte[]> published = new ArrayList<>();

  FakeKafka(boolean writable) {
    producer =
        new MockProducer<>(writable, null, new StringSerializer(), new ByteArraySerializer());
    alerts.updateBeginningOffsets(Map.of(ALERTS, 0L));
    deliveries.updateBeginningOffsets(Map.of(DELIVERIES, 0L));
    deliveries.updateEndOffsets(Map.of(DELIVERIES, 0L));
    deliveries.updatePartitions("deliveries", List.of(partition(DELIVERIES)));
    silences.updateBeginningOffsets(Map.of(SILENCES, 0L));
    silences.updateEndOffsets(Map.of(SILENCES, 0L));
    silences.updatePartitions("silences", List.of(partition(SILENCES)));
  }

  private static PartitionInfo partition(TopicPartition of) {
    return new PartitionInfo(of.topic(), of.partition(), Node.noNode(), new Node[0], new Node[0]);
  }

  /** Every record is new enough. */
  private static final class FromTheBeginning extends MockConsumer<String, byte[]> {
    FromTheBeginning() {
      super("earliest");
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      var offsets = new HashMap<TopicPartition, OffsetAndTimestamp>();
      times.forEach((partition, time) -> offsets.put(partition, new OffsetAndTimestamp(0, time)));
      return offsets;
    }
  }

  /** Before the start: a silence that was set. */
  void silence(Silence silence) {
    silences.updateEndOffsets(Map.of(SILENCES, 1L));
    silences.schedulePollTask(
        () ->
            silences.addRecord(
                new ConsumerRecord<>(
                    "silences",
                    0,
                    0,
                    new byte[0],
                    MessageCodec.of(Silence.class).encode(silence))));
  }

  /** Before the start: what an earlier run recorded. */
  void remember(List<Delivery> earlier) {
    var codec = MessageCodec.of(Delivery.class);
    deliveries.updateEndOffsets(Map.of(DELIVERIES, (long) earlier.size()));
    deliveries.schedulePollTask(
        () -> {
          for (var offset = 0; offset < earlier.size(); offset++) {
            deliveries.addRecord(
                new ConsumerRecord<>(
                    "deliveries", 0, offset, "", codec.encode(earlier.get(offset))));
          }
        });
  }

  void publish(Alert alert) {
    publish(MessageCodec.of(Alert.class).encode(alert));
  }

  void publish(byte[] bytes) {
    published.add(bytes);
    alerts.updateEndOffsets(Map.of(ALERTS, (long) published.size()));
  }

  /** After the start: one more alert. */
  void publishLive(Alert alert) {
    publish(alert);
    var offset = published.size() - 1;
    alerts.schedulePollTask(
        () ->
            alerts.addRecord(new ConsumerRecord<>("alerts", 0, offset, "", published.get(offset))));
  }

  /** Before the start: the group gets its partition at the first poll, then the alerts. */
  void assign() {
    alerts.schedulePollTask(() -> alerts.rebalance(List.of(ALERTS)));
    alerts.schedulePollTask(
        () -> {
          for (var offset = 0; offset < published.size(); offset++) {
            alerts.addRecord(new ConsumerRecord<>("alerts", 0, offset, "", published.get(offset)));
          }
        });
  }

  List<Delivery> recorded() {
    var codec = MessageCodec.of(Delivery.class);
    return producer.history().stream().map(record -> codec.decode(record.value())).toList();
  }

  List<String> keys() {
    return producer.history().stream().map(record -> record.key()).toList();
  }

  /** The offset that the group has committed; 0 before the first. */
  long committed() {
    var offset = alerts.committed(Set.of(ALERTS)).get(ALERTS);
    return offset == null ? 0 : offset.offset();
  }

  /** The next outcome cannot be written. */
  boolean failNextWrite(RuntimeException failure) {
    return producer.errorNext(failure);
  }

  boolean isClosed() {
    return deliveries.closed() && silences.closed() && producer.closed();
  }

  @Override
  public Consumer<String, byte[]> alerts() {
    return alerts;
  }

  @Override
  public Consumer<String, byte[]> deliveries() {
    return deliveries;
  }

  /** Nothing to follow: the topics are empty. */
  @Override
  public Consumer<byte[], byte[]> following() {
    var empty = new MockConsumer<byte[], byte[]>("earliest");
    for (var topic : List.of("alerts", "deliveries", "acknowledgements")) {
      empty.updatePartitions(
          topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0])));
      empty.updateBeginningOffsets(Map.of(new TopicPartition(topic, 0), 0L));
      empty.updateEndOffsets(Map.of(new TopicPartition(topic, 0), 0L));
    }
    return empty;
  }

  @Override
  public AcknowledgementsTopic acknowledgements(String topic) {
    return new AcknowledgementsTopic(
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()), topic);
  }

  @Override
  public Consumer<byte[], byte[]> silences() {
    return silences;
  }

  @Override
  public Producer<String, byte[]> producer() {
    return producer;
  }
}
