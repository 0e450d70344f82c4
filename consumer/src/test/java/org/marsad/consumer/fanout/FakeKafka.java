package org.marsad.consumer.fanout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.Mute;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/** The fan-out's connections without a broker: one partition of alerts, one of deliveries. */
final class FakeKafka implements FanoutClients {
  static final TopicPartition ALERTS = new TopicPartition("alerts", 0);
  static final TopicPartition PRIVATE_ALERTS = new TopicPartition("alerts-private", 0);

  private static final TopicPartition MUTES = new TopicPartition("mutes", 0);

  private final MockConsumer<String, byte[]> alerts = new MockConsumer<>("earliest");
  private final Map<String, List<byte[]>> before = new HashMap<>();
  private final List<MockConsumer<String, byte[]>> rereading = new ArrayList<>();
  private final MockConsumer<byte[], byte[]> mutes = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> producer;
  private final List<byte @Nullable []> published = new ArrayList<>();
  private final List<byte[]> publishedPrivately = new ArrayList<>();

  private volatile boolean leaderless;
  private volatile int unanswered;

  FakeKafka(boolean writable) {
    producer =
        new MockProducer<>(writable, null, new StringSerializer(), new ByteArraySerializer());
    alerts.updateBeginningOffsets(Map.of(ALERTS, 0L, PRIVATE_ALERTS, 0L));
    mutes.updateBeginningOffsets(Map.of(MUTES, 0L));
    mutes.updateEndOffsets(Map.of(MUTES, 0L));
    mutes.updatePartitions("mutes", List.of(partition(MUTES)));
  }

  private static PartitionInfo partition(TopicPartition of) {
    return new PartitionInfo(of.topic(), of.partition(), Node.noNode(), new Node[0], new Node[0]);
  }

  /** Every record is new enough. */
  private final class FromTheBeginning extends MockConsumer<String, byte[]> {
    FromTheBeginning() {
      super("earliest");
    }

    @Override
    public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> asked) {
      if (leaderless) {
        unanswered++;
        throw new TimeoutException("no leader");
      }
      return super.endOffsets(asked);
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      var offsets = new HashMap<TopicPartition, OffsetAndTimestamp>();
      times.forEach((partition, time) -> offsets.put(partition, new OffsetAndTimestamp(0, time)));
      return offsets;
    }
  }

  /** Before the start: a mute that was set. */
  void mute(Mute mute) {
    mutes.updateEndOffsets(Map.of(MUTES, 1L));
    mutes.schedulePollTask(
        () ->
            mutes.addRecord(
                new ConsumerRecord<>(
                    "mutes", 0, 0, new byte[0], MessageCodec.of(Mute.class).encode(mute))));
  }

  /** Before the start: what an earlier run recorded. */
  void remember(List<Delivery> earlier) {
    var codec = MessageCodec.of(Delivery.class);
    before.put("deliveries", earlier.stream().map(codec::encode).toList());
  }

  /** Before the start: alerts that stand, told by somebody else. */
  void standing(List<Alert> told) {
    var codec = MessageCodec.of(Alert.class);
    before.put("alerts", told.stream().map(codec::encode).toList());
  }

  /** Before the start: an alert for a confidential site. */
  void publishPrivately(Alert alert) {
    publishedPrivately.add(MessageCodec.of(Alert.class).encode(alert));
    alerts.updateEndOffsets(Map.of(PRIVATE_ALERTS, (long) publishedPrivately.size()));
  }

  void publish(Alert alert) {
    publish(MessageCodec.of(Alert.class).encode(alert));
  }

  void publish(byte @Nullable [] bytes) {
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

  /** After the start: another instance, or we ourselves, have recorded something more. */
  void recordLive(ProducerRecord<String, byte[]> record) {
    var deliveries = new TopicPartition("deliveries", 0);
    for (var consumer : rereading) {
      if (consumer.assignment().contains(deliveries)) {
        var offset = consumer.endOffsets(List.of(deliveries)).getOrDefault(deliveries, 0L);
        consumer.schedulePollTask(
            () ->
                consumer.addRecord(
                    new ConsumerRecord<>(
                        "deliveries",
                        0,
                        offset,
                        0L,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        record.key(),
                        record.value(),
                        record.headers(),
                        Optional.empty())));
        consumer.updateEndOffsets(Map.of(deliveries, offset + 1));
      }
    }
  }

  /** Whether all of that has been read. */
  boolean isReadAnew() {
    var deliveries = new TopicPartition("deliveries", 0);
    return rereading.stream()
        .filter(consumer -> consumer.assignment().contains(deliveries))
        .allMatch(
            consumer ->
                consumer.position(deliveries)
                    == consumer.endOffsets(List.of(deliveries)).getOrDefault(deliveries, 0L));
  }

  /** What was recorded, with its headers. */
  List<ProducerRecord<String, byte[]>> history() {
    return producer.history();
  }

  /** After the start: what is read anew has lost a leader. */
  void loseALeader() {
    leaderless = true;
  }

  /** How often that was noticed. */
  int unanswered() {
    return unanswered;
  }

  /** After the start: reading fails in a way that nobody has thought of. */
  void breakReading() {
    alerts.schedulePollTask(
        () -> {
          throw new AssertionError("broken");
        });
  }

  /** Before the start: the group gets its partition at the first poll, then the alerts. */
  void assign() {
    alerts.schedulePollTask(() -> alerts.rebalance(List.of(ALERTS, PRIVATE_ALERTS)));
    alerts.schedulePollTask(
        () -> {
          for (var offset = 0; offset < published.size(); offset++) {
            alerts.addRecord(new ConsumerRecord<>("alerts", 0, offset, "", published.get(offset)));
          }
          for (var offset = 0; offset < publishedPrivately.size(); offset++) {
            alerts.addRecord(
                new ConsumerRecord<>(
                    "alerts-private", 0, offset, "", publishedPrivately.get(offset)));
          }
        });
  }

  List<Delivery> recorded() {
    return recorded("deliveries");
  }

  /** What was recorded in a topic. */
  List<Delivery> recorded(String topic) {
    var codec = MessageCodec.of(Delivery.class);
    return producer.history().stream()
        .filter(record -> record.topic().equals(topic))
        .map(record -> codec.decode(record.value()))
        .toList();
  }

  List<String> keys() {
    return producer.history().stream().map(record -> record.key()).toList();
  }

  /** The offset that the group has committed; 0 before the first. */
  long committed() {
    return committed(ALERTS);
  }

  /** The same for the topic of confidential sites. */
  long committedPrivately() {
    return committed(PRIVATE_ALERTS);
  }

  private long committed(TopicPartition partition) {
    var offset = alerts.committed(Set.of(partition)).get(partition);
    return offset == null ? 0 : offset.offset();
  }

  /** The next outcome cannot be written. */
  boolean failNextWrite(RuntimeException failure) {
    return producer.errorNext(failure);
  }

  boolean isClosed() {
    return rereading.stream().allMatch(MockConsumer::closed) && mutes.closed() && producer.closed();
  }

  @Override
  public Consumer<String, byte[]> alerts() {
    return alerts;
  }

  @Override
  public Consumer<String, byte[]> rereading() {
    var consumer = new FromTheBeginning();
    for (var topic : List.of("deliveries", "deliveries-private", "alerts")) {
      var partition = new TopicPartition(topic, 0);
      var known = before.getOrDefault(topic, List.of());
      consumer.updatePartitions(topic, List.of(partition(partition)));
      consumer.updateBeginningOffsets(Map.of(partition, 0L));
      consumer.updateEndOffsets(Map.of(partition, (long) known.size()));
      consumer.schedulePollTask(
          () -> {
            for (var offset = 0; offset < known.size(); offset++) {
              if (consumer.assignment().contains(partition)) {
                consumer.addRecord(new ConsumerRecord<>(topic, 0, offset, "", known.get(offset)));
              }
            }
          });
    }
    rereading.add(consumer);
    return consumer;
  }

  /** Nothing to follow: the topics are empty. */
  @Override
  public Consumer<byte[], byte[]> following() {
    var empty = new MockConsumer<byte[], byte[]>("earliest");
    for (var topic :
        List.of(
            "alerts",
            "alerts-private",
            "deliveries",
            "deliveries-private",
            "acknowledgements",
            "acknowledgements-private")) {
      empty.updatePartitions(
          topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0])));
      empty.updateBeginningOffsets(Map.of(new TopicPartition(topic, 0), 0L));
      empty.updateEndOffsets(Map.of(new TopicPartition(topic, 0), 0L));
    }
    return empty;
  }

  @Override
  public AcknowledgementsTopic acknowledgements(Topics topics) {
    return new AcknowledgementsTopic(
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()), topics);
  }

  @Override
  public Consumer<byte[], byte[]> mutes() {
    return mutes;
  }

  @Override
  public Producer<String, byte[]> producer() {
    return producer;
  }
}
