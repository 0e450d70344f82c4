package org.marsad.processor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Decision;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.ProcessorApp;
import org.marsad.processor.oracle.Oracle;
import org.marsad.processor.oracle.World;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.Warning;

/** Processors on a real broker with three partitions, and what they publish. */
final class OnBroker implements AutoCloseable {
  static final Topics TOPICS = new Topics("");
  static final String APPLICATION = "on-broker";
  private static final int PARTITIONS = 3;
  private static final Duration SOON = Duration.ofMinutes(5);

  private final KafkaClusterTestKit cluster;
  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<TopicPartition, Long> begin = new HashMap<>();

  private OnBroker(KafkaClusterTestKit cluster) {
    this.cluster = cluster;
    admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    producer = producer(cluster.bootstrapServers());
  }

  /** A broker with the topics. */
  static OnBroker start() throws Exception {
    var cluster = cluster();
    cluster.format();
    cluster.startup();
    cluster.waitForReadyBrokers();
    var started = new OnBroker(cluster);
    TOPICS.create(started.admin, PARTITIONS, (short) 1);
    return started;
  }

  String address() {
    return cluster.bootstrapServers();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    try {
      cluster.close();
    } catch (Exception e) {
      throw new IllegalStateException("the broker could not be closed", e);
    }
  }

  /** A broker and a controller in this JVM. */
  private static KafkaClusterTestKit cluster() throws Exception {
    var nodes =
        new TestKitNodes.Builder()
            .setCombined(false)
            .setNumBrokerNodes(1)
            .setNumControllerNodes(1)
            .build();
    var builder = new KafkaClusterTestKit.Builder(nodes);
    Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "group.initial.rebalance.delay.ms", "0",
            // the stories are of years ago: nothing of them may be tidied away
            "log.cleaner.enable", "false",
            "log.initial.task.delay.ms", "3600000")
        .forEach(builder::setConfigProp);
    return builder.build();
  }

  /** A processor that does not run yet. */
  static ProcessorApp processor(String broker, String instance, Path state, long bookBytes) {
    return new ProcessorApp(
        Map.of("bootstrap.servers", broker),
        APPLICATION,
        instance,
        state,
        TOPICS,
        Rules.DEFAULTS,
        Horizon.DEFAULTS,
        bookBytes);
  }

  private static KafkaProducer<String, byte[]> producer(String broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
  }

  static List<SpecificRecord> profiles(List<World> worlds) {
    var profiles = new ArrayList<SpecificRecord>();
    for (var world : worlds) {
      if (world.profile() != null) {
        profiles.add(world.profile());
      }
    }
    return profiles;
  }

  void say(List<? extends SpecificRecord> messages)
      throws ExecutionException, InterruptedException {
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (var message : messages) {
      sent.add(producer.send(record(message)));
    }
    for (var one : sent) {
      one.get();
    }
  }

  private static ProducerRecord<String, byte[]> record(SpecificRecord message) {
    if (message instanceof AreaProfile area) {
      return new ProducerRecord<>(
          TOPICS.areas(), area.getCode(), MessageCodec.of(AreaProfile.class).encode(area));
    } else if (message instanceof StrikeReport report) {
      return record(TOPICS.reports(), report, MessageCodec.of(StrikeReport.class).encode(report));
    } else if (message instanceof HospitalStatus status) {
      return record(
          TOPICS.hospitalStatus(), status, MessageCodec.of(HospitalStatus.class).encode(status));
    } else if (message instanceof Decision decision) {
      return record(TOPICS.decisions(), decision, MessageCodec.of(Decision.class).encode(decision));
    }
    if (message instanceof Heartbeat heartbeat) {
      return record(
          TOPICS.heartbeats(), heartbeat, MessageCodec.of(Heartbeat.class).encode(heartbeat));
    }
    throw new IllegalArgumentException("message: " + message.getClass());
  }

  private static ProducerRecord<String, byte[]> record(
      String topic, SpecificRecord message, byte[] bytes) {
    return new ProducerRecord<>(
        topic, null, Story.at(message).toEpochMilli(), Play.areaOf(message), bytes);
  }

  /** What is said while a processor runs. */
  @FunctionalInterface
  interface Saying {
    void say() throws Exception;
  }

  /** Runs a processor until it has read all; what it warned of. */
  Optional<Warning> run(Path state, Saying saying) throws Exception {
    try (var processor = processor(address(), "1", state, AreaBook.USUAL_LIMIT)) {
      processor.start();
      saying.say();
      awaitAllRead();
      return processor.warning();
    }
  }

  void awaitAllRead() {
    await().atMost(SOON).until(() -> committed().equals(said()));
  }

  /** How many messages the processors are through with. */
  long read() throws Exception {
    return committed().values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<TopicPartition, Long> committed() throws Exception {
    var committed = new HashMap<TopicPartition, Long>();
    admin
        .listConsumerGroupOffsets(APPLICATION)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach(
            (partition, offset) -> {
              if (offset != null && offset.offset() > 0) {
                committed.put(partition, offset.offset());
              }
            });
    return committed;
  }

  private Map<TopicPartition, Long> said() throws Exception {
    var topics =
        new ArrayList<>(
            List.of(
                TOPICS.areas(),
                TOPICS.reports(),
                TOPICS.hospitalStatus(),
                TOPICS.heartbeats(),
                TOPICS.decisions()));
    admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
        .filter(name -> name.endsWith("-repartition")) // what the processors tell one another
        .forEach(topics::add);
    var latest = new HashMap<TopicPartition, OffsetSpec>();
    for (var topic : topics) {
      for (var partition = 0; partition < PARTITIONS; partition++) {
        latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
    }
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .filter(entry -> entry.getValue().offset() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  /** Waits until so many processors have a share of the reports each, and no other has any. */
  void awaitMembersAtWork(int members) {
    await().atMost(SOON).until(this::membersAtWork, atWork -> atWork == members);
  }

  private long membersAtWork() throws Exception {
    return admin.describeConsumerGroups(List.of(APPLICATION)).all().get().values().stream()
        .flatMap(group -> group.members().stream())
        .filter(
            member ->
                member.assignment().topicPartitions().stream()
                    .anyMatch(partition -> partition.topic().equals(TOPICS.reports())))
        .count();
  }

  /** Of what was published, only what comes from now on is looked at. */
  void lookFromNowOn() throws Exception {
    var latest = new HashMap<TopicPartition, OffsetSpec>();
    for (var topic :
        List.of(TOPICS.strikes(), TOPICS.alerts(), TOPICS.privateAlerts(), TOPICS.rejected())) {
      for (var partition = 0; partition < PARTITIONS; partition++) {
        latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
    }
    admin.listOffsets(latest).all().get().forEach((p, end) -> begin.put(p, end.offset()));
  }

  /** Leaves the group as one whose state has another name. */
  void forgetChangelog() throws Exception {
    admin.deleteTopics(List.of(APPLICATION + "-" + AreaBook.NAME + "-changelog")).all().get();
  }

  /** All that was committed, by area. */
  private Map<String, Published> published(List<World> worlds) {
    var published = new HashMap<String, Published>();
    for (var world : worlds) {
      published.put(world.area(), new Published(Play.confidential(world)));
    }
    var strikes = MessageCodec.of(Strike.class);
    readAll(
        TOPICS.strikes(),
        record -> {
          var strike = strikes.decode(record.value());
          at(published, strike.getArea()).add(strike, Instant.ofEpochMilli(record.timestamp()));
        });
    readAlerts(TOPICS.alerts(), false, published);
    readAlerts(TOPICS.privateAlerts(), true, published);
    readAll(
        TOPICS.rejected(),
        record -> at(published, new String(record.key(), StandardCharsets.UTF_8)).addRefused());
    return published;
  }

  private static Published at(Map<String, Published> published, String area) {
    return published.computeIfAbsent(area, unknown -> new Published(Set.of()));
  }

  private void readAlerts(String topic, boolean isPrivate, Map<String, Published> published) {
    var alerts = MessageCodec.of(Alert.class);
    readAll(
        topic,
        record -> {
          var alert = alerts.decode(record.value());
          at(published, alert.getArea()).add(alert, null, isPrivate);
        });
  }

  private void readAll(String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", address(), "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(partitions);
      partitions.forEach(p -> consumer.seek(p, begin.getOrDefault(p, 0L)));
      var ends = consumer.endOffsets(partitions).entrySet();
      while (ends.stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(taker);
      }
    }
  }

  /** What stands is what the oracle counts, and no revision is missing or published twice. */
  void assertNoFaults(List<World> worlds) {
    var published = published(worlds);
    var faults = new ArrayList<String>();
    var standing = 0;
    for (var world : worlds) {
      var here = at(published, world.area());
      var found = here.outcome().withoutEvidence();
      faults.addAll(here.faults());
      faults.addAll(Oracle.judge(world).withoutEvidence().differencesTo(found));
      standing += found.alerts().size();
    }
    assertThat(faults).isEmpty();
    assertThat(standing).as("alerts compared").isGreaterThan(5 * worlds.size());
  }
}
