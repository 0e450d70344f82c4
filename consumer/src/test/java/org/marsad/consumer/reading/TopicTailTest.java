package org.marsad.consumer.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Patience.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicTailTest {
  private static final Instant NOON = Instant.parse("2016-10-11T12:00:00Z");
  private static final String TOPIC = "alerts";

  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final TopicTail tail =
      new TopicTail(kafka, List.of(TOPIC), this::take, Clock.fixed(NOON, ZoneOffset.UTC));

  @AfterEach
  void close() {
    tail.close();
  }

  @Test
  void shouldReadAllPartitionsFromTheBeginningAndThenSayThatItHasCaughtUp() {
    // Given
    topic(2, 1);
    // When
    tail.start();
    await().until(() -> tail.status().brokerSeenAt() != null);
    // Then
    assertThat(tail.status()).isEqualTo(new ReadingStatus(false, NOON));
    add(0, 0, "first");
    await().untilAsserted(() -> assertThat(seen).containsExactly("first"));
    assertThat(tail.status().caughtUp()).isFalse();
    add(1, 0, "second");
    await().until(() -> tail.status().caughtUp());
    assertThat(seen).containsExactly("first", "second");
  }

  @Test
  void shouldHaveCaughtUpAtOnceWhenTheTopicIsEmpty() {
    // Given
    topic(1, 0);
    // When
    tail.start();
    // Then
    await().until(() -> tail.status().caughtUp());
  }

  @Test
  void shouldFollowWhatComesAfterItHasCaughtUp() {
    // Given
    topic(1, 0);
    tail.start();
    await().until(() -> tail.status().caughtUp());
    // When
    add(0, 0, "late");
    // Then
    await().untilAsserted(() -> assertThat(seen).containsExactly("late"));
  }

  @Test
  void shouldSkipARecordThatItsListenerRefusesAndGoOn() {
    // Given
    topic(1, 2);
    // When
    tail.start();
    await().until(() -> tail.status().brokerSeenAt() != null);
    add(0, 0, "bad");
    add(0, 1, "good");
    // Then
    await().untilAsserted(() -> assertThat(seen).containsExactly("good"));
    await().until(() -> tail.status().caughtUp());
  }

  @Test
  void shouldGoOnAfterAnErrorOfTheBroker() {
    // Given
    topic(1, 1);
    kafka.setPollException(new KafkaException("broken on purpose"));
    // When
    tail.start();
    await().until(() -> tail.status().brokerSeenAt() != null);
    add(0, 0, "after");
    // Then
    await().untilAsserted(() -> assertThat(seen).containsExactly("after"));
  }

  @Test
  void shouldWaitForATopicThatIsNotThereYet() {
    // Given
    tail.start();
    // When
    topic(1, 0);
    // Then
    await().until(() -> tail.status().caughtUp());
  }

  @Test
  void shouldCloseTheConsumerWhenItNeverStarted() {
    // When
    tail.close();
    // Then
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void shouldCloseTheConsumerWhenItIsClosedTwice() {
    // Given
    topic(1, 0);
    tail.start();
    // When
    tail.close();
    tail.close();
    // Then
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void shouldReadCommittedRecordsWithoutAGroup() {
    // When
    var settings =
        TopicTail.settings(
            Map.of("bootstrap.servers", "localhost:9", "group.id", "g", "client.id", "c"));
    // Then
    assertThat(settings)
        .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")
        .containsEntry("client.id", "c")
        .doesNotContainKey("group.id");
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    var text = new String(record.value(), StandardCharsets.UTF_8);
    if (text.equals("bad")) {
      throw new IllegalStateException("refused on purpose");
    }
    seen.add(text);
  }

  private void topic(int partitions, long end) {
    var all = IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(TOPIC, p)).toList();
    kafka.updateBeginningOffsets(offsets(all, 0));
    kafka.updateEndOffsets(offsets(all, end));
    kafka.updatePartitions(
        TOPIC,
        all.stream().map(p -> new PartitionInfo(TOPIC, p.partition(), null, null, null)).toList());
  }

  private static Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, long offset) {
    return partitions.stream().collect(Collectors.toMap(Function.identity(), p -> offset));
  }

  private void add(int partition, long offset, String value) {
    kafka.addRecord(
        new ConsumerRecord<>(
            TOPIC, partition, offset, new byte[0], value.getBytes(StandardCharsets.UTF_8)));
  }
}
