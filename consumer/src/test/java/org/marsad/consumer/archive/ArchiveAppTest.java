package org.marsad.consumer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Patience.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

class ArchiveAppTest {
  private static final TopicPartition ALERTS = new TopicPartition("x-alerts", 0);
  private static final TopicPartition STRIKES = new TopicPartition("x-strikes", 0);

  @TempDir Path folder;

  @Test
  void shouldGoOnWhereItStopped() throws IOException {
    // Given
    var first = broker(0, 3);
    try (var app = start(first, new Disk())) {
      await().until(() -> app.written() == 3 && app.isDrained());
    }
    // When
    var second = broker(3, 6);
    try (var app = start(second, new Disk())) {
      await().until(() -> app.written() == 3 && app.isDrained());
      assertThat(second.position(ALERTS)).isEqualTo(6);
    }
    // Then
    assertThat(Feed.ids(new ArchiveReader(folder)))
        .containsExactly("0:0", "0:1", "0:2", "0:3", "0:4", "0:5");
    assertThat(first.closed()).isTrue();
  }

  @Test
  void shouldPassOverTombstonesAndWhatCannotBeRead() throws IOException {
    // Given
    var broker = broker(0, 1);
    broker.updateEndOffsets(Map.of(ALERTS, 4L));
    broker.schedulePollTask(
        () -> {
          broker.addRecord(new ConsumerRecord<>(ALERTS.topic(), 0, 1, new byte[0], null));
          broker.addRecord(new ConsumerRecord<>(ALERTS.topic(), 0, 2, new byte[0], new byte[5]));
          broker.addRecord(record(3));
        });
    // When
    try (var app = start(broker, new Disk())) {
      await().until(() -> app.written() == 2 && app.isDrained());
    }
    // Then
    assertThat(Feed.ids(new ArchiveReader(folder))).containsExactly("0:0", "0:3");
  }

  @Test
  void shouldGoOnAfterAGap() throws IOException {
    // Given
    var broker = broker(5, 6);
    broker.setPollException(new OffsetOutOfRangeException(Map.of(ALERTS, 0L)));
    broker.updateBeginningOffsets(Map.of(ALERTS, 5L));
    // When
    try (var app = start(broker, new Disk())) {
      await().until(() -> app.written() == 1 && app.isDrained());
    }
    // Then
    assertThat(Feed.ids(new ArchiveReader(folder))).containsExactly("0:5");
  }

  @Test
  void shouldFailWhenTheDiskFails() {
    try (var app = start(broker(0, 3), new FailingDisk(4))) {
      await().until(() -> app.ended().isCompletedExceptionally());
      assertThat(app.isDrained()).isFalse();
    }
  }

  private ArchiveApp start(MockConsumer<byte[], byte[]> broker, Disk disk) {
    var app = new ArchiveApp(() -> broker, new Topics("x-"), folder, disk);
    app.start();
    return app;
  }

  /** A broker that has alerts from one offset up to another, and no strikes. */
  private static MockConsumer<byte[], byte[]> broker(int from, int until) {
    var broker = new MockConsumer<byte[], byte[]>("none");
    for (var partition : List.of(ALERTS, STRIKES)) {
      broker.updatePartitions(
          partition.topic(),
          List.of(
              new PartitionInfo(partition.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
    }
    broker.updateBeginningOffsets(Map.of(ALERTS, 0L, STRIKES, 0L));
    broker.updateEndOffsets(Map.of(ALERTS, (long) until, STRIKES, 0L));
    broker.schedulePollTask(
        () -> {
          for (var offset = from; offset < until; offset++) {
            broker.addRecord(record(offset));
          }
        });
    return broker;
  }

  private static ConsumerRecord<byte[], byte[]> record(int offset) {
    var value = MessageCodec.of(Alert.class).encode(Feed.alert(0, offset));
    return new ConsumerRecord<>(ALERTS.topic(), 0, offset, new byte[0], value);
  }
}
