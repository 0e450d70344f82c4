package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class TopicReaderTest {
  private static final String TOPIC = "alerts";
  private static final TopicPartition ONE = new TopicPartition(TOPIC, 0);
  private static final TopicPartition OTHER = new TopicPartition(TOPIC, 1);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger polls = new AtomicInteger();
  private final List<Long> read = new ArrayList<>();

  @Test
  void shouldGiveUpWhenAPartitionBringsNothingForHalfAMinute() {
    // Given: one record of one partition comes, and none of the other
    var consumer = consumer(Duration.ofSeconds(1), 1, 1);
    consumer.schedulePollTask(() -> add(consumer, ONE, 0));
    // When, then
    assertThatThrownBy(() -> TopicReader.read(consumer, TOPIC, this::note, nanos::get))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("alerts: nothing came for 30 s, 1 offsets before its end");
    assertThat(read).containsExactly(0L);
    assertThat(polls).hasValue(31);
  }

  @Test
  void shouldReadOnAsLongAsSomethingComesHoweverLongItTakes() {
    // Given
    var consumer = consumer(Duration.ofSeconds(29), 4, 0);
    for (var offset = 0; offset < 4; offset++) {
      var next = offset;
      consumer.schedulePollTask(() -> add(consumer, ONE, next));
    }
    // When
    TopicReader.read(consumer, TOPIC, this::note, nanos::get);
    // Then
    assertThat(read).containsExactly(0L, 1L, 2L, 3L);
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    read.add(record.offset());
  }

  private static void add(
      MockConsumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
    consumer.addRecord(
        new ConsumerRecord<>(TOPIC, partition.partition(), offset, new byte[0], new byte[0]));
  }

  /** One each of whose polls takes its time. */
  private MockConsumer<byte[], byte[]> consumer(Duration poll, long endOfOne, long endOfOther) {
    var consumer =
        new MockConsumer<byte[], byte[]>("earliest") {
          @Override
          public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            polls.incrementAndGet();
            nanos.addAndGet(poll.toNanos());
            if (nanos.get() > Duration.ofMinutes(10).toNanos()) {
              throw new AssertionError("read for ten minutes");
            }
            return super.poll(timeout);
          }
        };
    consumer.updatePartitions(
        TOPIC,
        List.of(
            new PartitionInfo(TOPIC, 0, null, null, null),
            new PartitionInfo(TOPIC, 1, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(ONE, 0L, OTHER, 0L));
    consumer.updateEndOffsets(Map.of(ONE, endOfOne, OTHER, endOfOther));
    return consumer;
  }
}
