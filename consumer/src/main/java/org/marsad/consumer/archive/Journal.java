package org.marsad.consumer.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The one file that says what of the archive is valid. It is replaced as a whole, so there is
 * always one that holds.
 *
 * @param positions {@code topic-partition} to the offset that is read next
 * @param open files of the batch under way, relative to the archive, to the length in bytes up to
 *     which each is valid; 0: the file is new. Empty: no batch is under way
 */
record Journal(Map<String, Long> positions, Map<String, Long> open) {
  static final String NAME = "journal.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  Journal {
    positions = new TreeMap<>(positions);
    open = new TreeMap<>(open);
  }

  /** The journal of an archive; an empty one where there is none yet. */
  static Journal read(Path archive) {
    var file = archive.resolve(NAME);
    try {
      return Files.exists(file)
          ? JSON.readValue(Files.readAllBytes(file), Journal.class)
          : new Journal(Map.of(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": unreadable (expected: journal of the archive)", e);
    }
  }

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The offset that is read next; 0 where the partition is new. */
  long position(TopicPartition partition) {
    return positions.getOrDefault(partition.toString(), 0L);
  }

  /** This journal while a batch is written. */
  Journal opened(Map<String, Long> lengths) {
    return new Journal(positions, lengths);
  }

  /** This journal without a batch under way, its positions moved on. */
  Journal closed(Map<TopicPartition, Long> next) {
    var moved = new TreeMap<>(positions);
    next.forEach((partition, position) -> moved.put(partition.toString(), position));
    return new Journal(moved, Map.of());
  }
}
