package org.marsad.consumer.operations;

import static org.marsad.consumer.fixtures.Patience.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.BoardFeed;
import org.marsad.consumer.operations.people.TrustedProxy;
import org.marsad.consumer.operations.people.UsersSource;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.message.AuditEvent;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/** The whole service on the real server, over topics that a test fills. */
final class OperationsDesk implements AutoCloseable {
  static final Topics TOPICS = new Topics("test-");
  static final Instant NOON = Instant.parse("2016-10-11T12:00:00Z");

  /** The hospital that {@code ward} is bound to. */
  static final Subscriber HOSPITAL =
      Subscriber.builder("hospital-a", Role.HOSPITAL)
          .site("hospital-open")
          .coverage(Coverage.ofAreas("aleppo"))
          .build();

  /** The crew that {@code crew} is bound to. */
  static final Subscriber CREW =
      Subscriber.builder("crew-1", Role.RESCUE).coverage(Coverage.ofAreas("aleppo")).build();

  /** A hospital of which nobody else may know, where there is one. */
  static final Subscriber SECRET =
      Subscriber.builder("secret-subscriber", Role.HOSPITAL)
          .site("secret-site")
          .siteKeySha256(TokenHash.of("key"))
          .coverage(Coverage.ofAreas("aleppo"))
          .build();

  final PeopleDesk people;
  final UsersSource users;
  final OperationsApp app;
  private final OperationsProcess process;
  final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final RestingConsumer kafka = new RestingConsumer();
  private final RestingConsumer reports = new RestingConsumer();
  private final Map<String, Long> offsets = new HashMap<>();

  /** A service that has read all that there is: nothing. */
  OperationsDesk(Path folder) throws IOException {
    this(folder, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  OperationsDesk(Path folder, Clock clock) throws IOException {
    this(folder, clock, false);
  }

  /**
   * The same.
   *
   * @param knowsASecret whether {@link #SECRET} is among the subscribers
   */
  OperationsDesk(Path folder, Clock clock, boolean knowsASecret) throws IOException {
    var file = folder.resolve("users.yaml");
    people = new PeopleDesk(file, knowsASecret);
    users = new UsersSource(file, List.of());
    app =
        new OperationsApp(
            new OperationsSettings(
                TOPICS,
                "127.0.0.1",
                0,
                List.of(),
                false,
                "operations",
                file,
                "",
                "",
                "",
                Duration.ofHours(1),
                Duration.ofHours(12),
                TrustedProxy.NONE,
                Map.of(),
                Map.of()),
            users,
            () -> knowsASecret ? List.of(HOSPITAL, CREW, SECRET) : List.of(HOSPITAL, CREW),
            null,
            null,
            new OperationsApp.Clients(kafka, reports, producer),
            clock);
    var nobody = new Board(new AreaDirectory(), id -> false, () -> true, clock);
    for (var topic : new BoardFeed(nobody, TOPICS).topics()) {
      declare(kafka, topic);
    }
    declare(reports, TOPICS.reports());
    process = new OperationsProcess(app, "127.0.0.1", 0);
    process.start();
    await().until(() -> get("viewer", "/health/ready").contains("\"ready\":true"));
  }

  private static void declare(RestingConsumer consumer, String topic) {
    var partition = new TopicPartition(topic, 0);
    consumer.updateBeginningOffsets(Map.of(partition, 0L));
    consumer.updateEndOffsets(Map.of(partition, 0L));
    consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
  }

  int port() {
    return process.port();
  }

  /** What a user is answered. */
  String get(@Nullable String user, String path) {
    return people.ask(port(), user, "GET", path).body();
  }

  /** Writes messages to a topic, and waits until the service has read them. */
  void write(String topic, SpecificRecord... messages) {
    for (var message : messages) {
      record(topic, encode(message));
    }
    awaitRead();
  }

  /** Writes what is no message. */
  void writeGarbage(String topic) {
    record(topic, "garbage".getBytes(StandardCharsets.UTF_8));
    awaitRead();
  }

  private void record(String topic, byte[] bytes) {
    var offset = offsets.merge(topic, 1L, Long::sum) - 1;
    var consumer = topic.equals(TOPICS.reports()) ? reports : kafka;
    consumer.schedulePollTask(
        () -> consumer.addRecord(new ConsumerRecord<>(topic, 0, offset, new byte[0], bytes)));
  }

  /** A task that is polled after the records' has run once they are read. */
  private void awaitRead() {
    for (var consumer : List.of(kafka, reports)) {
      var polledOnce = new CompletableFuture<Void>();
      var polledAgain = new CompletableFuture<Void>();
      consumer.schedulePollTask(() -> polledOnce.complete(null));
      consumer.schedulePollTask(() -> polledAgain.complete(null));
      polledAgain.join();
    }
  }

  /** Writes to the service's topics what the service itself has written. */
  void deliverWhatWasWritten() {
    for (var sent : producer.history()) {
      record(sent.topic(), sent.value());
    }
    producer.clear();
    awaitRead();
  }

  /** What the service has written to its audit, and not been given back. */
  List<AuditEvent> audited() {
    var codec = MessageCodec.of(AuditEvent.class);
    return producer.history().stream()
        .filter(sent -> sent.topic().startsWith(TOPICS.audit()))
        .map(sent -> codec.decode(sent.value()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static <T extends SpecificRecord> byte[] encode(T message) {
    return MessageCodec.of((Class<T>) message.getClass()).encode(message);
  }

  @Override
  public void close() {
    process.close();
  }

  /** One that rests for a moment when there is nothing, where the original takes a processor. */
  private static final class RestingConsumer extends MockConsumer<byte[], byte[]> {
    private static final long REST_NANOS = 2_000_000;

    RestingConsumer() {
      super("earliest");
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it rests outside the lock
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      var records = super.poll(timeout);
      if (records.isEmpty()) {
        LockSupport.parkNanos(REST_NANOS);
      }
      return records;
    }
  }
}
