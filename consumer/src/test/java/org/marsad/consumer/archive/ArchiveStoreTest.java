package org.marsad.consumer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveStoreTest {
  private static final TopicPartition ALERTS_0 = new TopicPartition("alerts", 0);

  @TempDir Path folder;

  @Test
  void shouldHoldEachMessageOnceWhicheverStepFails() throws IOException {
    var failures = 0;
    for (var step = 1; ; step++) {
      // Given
      var archive = folder.resolve("step-" + step);
      var disk = new FailingDisk(step);
      // When
      var failed = readUntilFailure(archive, disk);
      try (var store = ArchiveStore.open(archive, new Disk())) {
        Feed.readInto(store);
      }
      // Then
      assertThat(Feed.ids(new ArchiveReader(archive)))
          .as("after a failure at step %d", step)
          .containsExactlyInAnyOrderElementsOf(Feed.ids());
      if (!failed) {
        break;
      }
      failures++;
    }
    assertThat(failures).isGreaterThan(40);
  }

  @Test
  void shouldHoldEachMessageOnceWhenUndoingFailsToo() throws IOException {
    for (var step = 1; step <= 3; step++) {
      // Given
      var archive = folder.resolve("undo-" + step);
      assertThat(readUntilFailure(archive, new FailingDisk(28))).isTrue();
      // When
      assertThat(readUntilFailure(archive, new FailingDisk(step))).isTrue();
      try (var store = ArchiveStore.open(archive, new Disk())) {
        Feed.readInto(store);
      }
      // Then
      assertThat(Feed.ids(new ArchiveReader(archive)))
          .containsExactlyInAnyOrderElementsOf(Feed.ids());
    }
  }

  @Test
  void shouldShowAReaderOnlyWholeBatches() throws IOException {
    for (var step = 1; ; step++) {
      // Given
      var archive = folder.resolve("read-" + step);
      var failed = readUntilFailure(archive, new FailingDisk(step));
      // When
      var seen = Feed.ids(new ArchiveReader(archive));
      // Then
      assertThat(seen).doesNotHaveDuplicates();
      assertThat(seen.size() % 4).as("after a failure at step %d", step).isZero();
      if (!failed) {
        break;
      }
    }
  }

  @Test
  void shouldNameWhatIsInAFile() throws IOException {
    // Given
    try (var store = ArchiveStore.open(folder, new Disk())) {
      Feed.readInto(store);
    }
    // Then
    var file = folder.resolve("alerts/2016-10-11/alerts-1.avro").toFile();
    try (var reader = new DataFileReader<>(file, new GenericDatumReader<GenericRecord>())) {
      assertThat(reader.getMetaString("marsad.topic")).isEqualTo("alerts");
      assertThat(reader.getMetaString("marsad.partition")).isEqualTo("1");
      assertThat(reader.getMetaString("avro.codec")).isEqualTo("deflate");
      assertThat(reader.getSchema()).isEqualTo(Archived.ALERTS.schema());
    }
  }

  @Test
  void shouldLeaveAFileOfAnotherSchemaAsItIs() throws IOException {
    // Given
    var old = folder.resolve("alerts/2016-10-11/alerts-0.avro");
    Files.createDirectories(old.getParent());
    var schema = SchemaBuilder.record("Alert").fields().requiredString("alertId").endRecord();
    try (var writer = new DataFileWriter<>(new GenericDatumWriter<GenericRecord>())) {
      writer.create(schema, old.toFile());
    }
    var before = Files.readAllBytes(old);
    // When
    try (var store = ArchiveStore.open(folder, new Disk())) {
      Feed.readInto(store);
    }
    // Then
    assertThat(Files.readAllBytes(old)).isEqualTo(before);
    assertThat(old.resolveSibling("alerts-0-2.avro")).exists();
  }

  @Test
  void shouldLetOneProcessWriteAtATime() throws IOException {
    try (var store = ArchiveStore.open(folder, new Disk())) {
      assertThat(store.position(ALERTS_0)).isZero();
      assertThatThrownBy(() -> ArchiveStore.open(folder, new Disk()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("taken (expected: one process that writes to the archive)");
    }
    ArchiveStore.open(folder, new Disk()).close();
  }

  @Test
  void shouldRefuseAFileThatIsShorterThanTheJournalSays() throws IOException {
    // Given
    var file = folder.resolve("alerts/2016-10-11/alerts-0.avro");
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[10]);
    Files.writeString(
        folder.resolve(Journal.NAME),
        """
        {"positions":{"alerts-0":7},"open":{"alerts/2016-10-11/alerts-0.avro":11}}""");
    // Then
    assertThatThrownBy(() -> ArchiveStore.open(folder, new Disk()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("10 bytes (expected: 11 or more)");
  }

  @Test
  void shouldMoveOnPastWhatIsNotArchived() throws IOException {
    // Given
    var batch = new Batch();
    batch.add(Archived.ALERTS, ALERTS_0, 3, residential().build());
    batch.skipTo(ALERTS_0, 9);
    try (var store = ArchiveStore.open(folder, new Disk())) {
      store.write(batch);
    }
    // Then
    try (var again = ArchiveStore.open(folder, new Disk())) {
      assertThat(again.position(ALERTS_0)).isEqualTo(9);
    }
  }

  /** Whether the disk failed before all was written. */
  private static boolean readUntilFailure(Path archive, FailingDisk disk) {
    try (var store = ArchiveStore.open(archive, disk)) {
      Feed.readInto(store);
    } catch (IOException e) {
      assertThat(disk.hasFailed()).isTrue();
      return true;
    }
    return false;
  }
}
