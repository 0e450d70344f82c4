package org.marsad.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.StrikeReport;
import org.marsad.producer.TestReports;
import org.marsad.schemas.MessageSerde;

final class StrikePublisherTest {
  private static final String TOPIC = "reports";

  @TempDir Path folder;

  /** Answers each send at once, with the failure that is set; safe across threads. */
  private static final class Broker extends MockProducer<String, StrikeReport> {
    private volatile @Nullable RuntimeException failure;
    private int batchesToRefuse;

    Broker() {
      super(true, null, new StringSerializer(), MessageSerde.of(StrikeReport.class).serializer());
    }

    void failWith(@Nullable RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<String, StrikeReport> record, Callback callback) {
      if (failure != null) {
        callback.onCompletion(null, failure);
        return CompletableFuture.failedFuture(failure);
      }
      if (batchesToRefuse > 0) {
        batchesToRefuse--;
        var refused = new InvalidRecordException("part of a batch with an invalid record");
        callback.onCompletion(null, refused);
        return CompletableFuture.failedFuture(refused);
      }
      return super.send(record, callback);
    }

    synchronized void refuseBatches(int batches) {
      batchesToRefuse = batches;
    }

    synchronized List<String> reportIds() {
      return history().stream().map(record -> record.value().getReportId()).toList();
    }
  }

  private final Broker broker = new Broker();

  @Test
  void shouldTellWhereAReportStandsInTheLog() throws Exception {
    try (var publisher = withoutSpool()) {
      // When
      var fate = publisher.publish(TestReports.report("1", 0)).get();
      // Then
      assertThat(fate).isEqualTo(new Fate.Published(0, 0));
      var record = broker.history().get(0);
      assertThat(record.topic()).isEqualTo(TOPIC);
      assertThat(record.key()).isEqualTo("aleppo");
      assertThat(record.timestamp()).isEqualTo(TestReports.START.toEpochMilli());
    }
  }

  @Test
  void shouldRefuseWithTheReasonWhenTheBrokerIsAwayAndThereIsNoSpool() throws Exception {
    broker.failWith(new TimeoutException("no broker"));
    try (var publisher = withoutSpool()) {
      assertThat(publisher.publish(TestReports.report("1", 0)).get())
          .isEqualTo(new Fate.Refused("kafka: TimeoutException: no broker", true));
    }
  }

  @Test
  void shouldSendAgainWhatWasRefusedBecauseOfAnotherRecordOfItsBatch() throws Exception {
    broker.refuseBatches(2);
    try (var publisher = withoutSpool()) {
      assertThat(publisher.publish(TestReports.report("1", 0)).get())
          .isInstanceOf(Fate.Published.class);
      assertThat(broker.reportIds()).containsExactly("observer-1:1");
    }
  }

  @Test
  void shouldRefuseForGoodWhatIsRefusedWithEveryBatch() throws Exception {
    broker.refuseBatches(5);
    try (var publisher = withoutSpool()) {
      assertThat(publisher.publish(TestReports.report("1", 0)).get())
          .isEqualTo(
              new Fate.Refused(
                  "kafka: InvalidRecordException: part of a batch with an invalid record"));
    }
  }

  @Test
  void shouldSpoolWhileTheBrokerIsAwayAndSendInOrderAfterwards() throws Exception {
    // Given
    broker.failWith(new TimeoutException("no broker"));
    try (var publisher = withSpool(1 << 20)) {
      for (var i = 0; i < 700; i++) {
        assertThat(publisher.publish(TestReports.report("" + i, i)).get())
            .isEqualTo(new Fate.Spooled());
      }
      assertThat(publisher.isSpooling()).isTrue();
      // When
      broker.failWith(null);
      // Then
      await().atMost(Duration.ofMinutes(2)).until(() -> !publisher.isSpooling());
      assertThat(broker.reportIds())
          .containsExactlyElementsOf(
              IntStream.range(0, 700).mapToObj(i -> "observer-1:" + i).toList());
      assertThat(publisher.publish(TestReports.report("next", 0)).get())
          .isInstanceOf(Fate.Published.class);
    }
  }

  @Test
  void shouldPutNewReportsBehindThoseThatWaitThoughTheBrokerIsBack() throws Exception {
    // Given: nobody empties the spool meanwhile
    var settings = new PublisherSettings(TOPIC, folder, 1 << 20, Duration.ofHours(1));
    broker.failWith(new TimeoutException("no broker"));
    try (var publisher = open(() -> broker, settings)) {
      publisher.publish(TestReports.report("1", 0)).get();
      // When
      broker.failWith(null);
      // Then
      assertThat(publisher.publish(TestReports.report("2", 1)).get()).isEqualTo(new Fate.Spooled());
      assertThat(broker.reportIds()).isEmpty();
    }
  }

  @Test
  void shouldSendAfterARestartWhatWasSpooledBefore() throws Exception {
    // Given
    broker.failWith(new TimeoutException("no broker"));
    try (var publisher = withSpool(1 << 20)) {
      publisher.publish(TestReports.report("1", 0)).get();
    }
    // When
    broker.failWith(null);
    var reborn = new Broker();
    try (var publisher = open(() -> reborn, PublisherSettings.withSpool(TOPIC, folder, 1 << 20))) {
      await().atMost(Duration.ofMinutes(2)).until(() -> !publisher.isSpooling());
    }
    // Then
    assertThat(reborn.reportIds()).containsExactly("observer-1:1");
  }

  @Test
  void shouldRefuseWithAClearErrorWhenTheSpoolIsFull() throws Exception {
    broker.failWith(new TimeoutException("no broker"));
    try (var publisher = withSpool(10)) {
      assertThat(publisher.publish(TestReports.report("1", 0)).get())
          .isInstanceOfSatisfying(
              Fate.Refused.class,
              refused -> assertThat(refused.reason()).startsWith("spool: full at 0 bytes"));
    }
  }

  @Test
  void shouldNotSpoolAReportThatNoBrokerWillTake() throws Exception {
    broker.failWith(new RecordTooLargeException("too large"));
    try (var publisher = withSpool(1 << 20)) {
      assertThat(publisher.publish(TestReports.report("1", 0)).get())
          .isInstanceOf(Fate.Refused.class);
      assertThat(publisher.isSpooling()).isFalse();
    }
  }

  @Test
  void shouldSetAsideASpooledReportThatNoBrokerWillTakeAndGoOn() throws Exception {
    // Given
    broker.failWith(new TimeoutException("no broker"));
    try (var publisher = withSpool(1 << 20)) {
      publisher.publish(TestReports.report("1", 0)).get();
      // When
      broker.failWith(new RecordTooLargeException("too large"));
      await().atMost(Duration.ofMinutes(2)).until(() -> !publisher.isSpooling());
    }
    // Then
    try (var aside = RecordFile.open(folder.resolve("unsendable"))) {
      assertThat(aside.read(0)).isNotNull();
    }
  }

  @Test
  void shouldMakeAProducerAnewWhenItCannotBeMadeOrHasFailedForGood() throws Exception {
    // Given: the name does not resolve at first, then the credentials are wrong
    var first = new Broker();
    first.failWith(new AuthenticationException("wrong password"));
    var made = new ArrayList<String>();
    Supplier<Producer<String, StrikeReport>> factory =
        () -> {
          made.add("made");
          if (made.size() == 1) {
            throw new KafkaException("Failed to construct kafka producer");
          }
          return made.size() == 2 ? first : broker;
        };
    // When
    try (var publisher = open(factory, PublisherSettings.withoutSpool(TOPIC))) {
      var fates = new ArrayList<Fate>();
      for (var i = 0; i < 3; i++) {
        fates.add(publisher.publish(TestReports.report("" + i, 0)).get());
      }
      // Then
      assertThat(fates.get(0)).isInstanceOf(Fate.Refused.class);
      assertThat(fates.get(1)).isInstanceOf(Fate.Refused.class);
      assertThat(fates.get(2)).isInstanceOf(Fate.Published.class);
      assertThat(first.closed()).isTrue();
    }
  }

  @Test
  void shouldSpoolWithARealProducerWhenNobodyListens() throws Exception {
    // Given
    var kafka = Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 100);
    try (var publisher =
        open(ReportProducers.of(kafka), PublisherSettings.withSpool(TOPIC, folder, 1 << 20))) {
      // Then
      assertThat(publisher.publish(TestReports.report("1", 0)).get()).isEqualTo(new Fate.Spooled());
    }
  }

  @Test
  void shouldRefuseAfterItWasClosedTwice() throws Exception {
    var publisher = withSpool(1 << 20);
    publisher.close();
    publisher.close();
    assertThat(publisher.publish(TestReports.report("1", 0)).get())
        .isEqualTo(new Fate.Refused("publisher: closed"));
  }

  private StrikePublisher withoutSpool() throws IOException {
    return open(() -> broker, PublisherSettings.withoutSpool(TOPIC));
  }

  private StrikePublisher withSpool(long maxBytes) throws IOException {
    return open(
        () -> broker, new PublisherSettings(TOPIC, folder, maxBytes, Duration.ofMillis(20)));
  }

  private static StrikePublisher open(
      Supplier<Producer<String, StrikeReport>> factory, PublisherSettings settings)
      throws IOException {
    return new StrikePublisher(factory, settings);
  }
}
