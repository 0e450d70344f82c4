package org.marsad.consumer.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/** What one poll brought: messages in their order, and the positions that follow them. */
final class Batch {
  private final List<Item> items = new ArrayList<>();
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  /** A message and the partition that it came from. */
  record Item(Archived kind, int partition, SpecificRecord message) {}

  /** Adds a message. */
  void add(Archived kind, TopicPartition from, long offset, SpecificRecord message) {
    items.add(new Item(kind, from.partition(), message));
    skipTo(from, offset + 1);
  }

  /** Moves a position on without a message: a tombstone, or what cannot be read. */
  void skipTo(TopicPartition partition, long position) {
    positions.put(partition, position);
  }

  List<Item> items() {
    return items;
  }

  Map<TopicPartition, Long> positions() {
    return positions;
  }
}
