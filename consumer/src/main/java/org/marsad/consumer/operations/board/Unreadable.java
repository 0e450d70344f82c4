package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.TreeMap;

/** Messages that could not be read: how many in each topic, and which was the last. Thread-safe. */
public final class Unreadable {
  private final Map<String, Last> byTopic = new TreeMap<>();

  private record Last(long count, int partition, long offset) {}

  synchronized void add(String topic, int partition, long offset) {
    byTopic.merge(
        topic,
        new Last(1, partition, offset),
        (known, fresh) -> new Last(known.count() + 1, partition, offset));
  }

  /** How many there were, in all topics. */
  public synchronized long count() {
    return byTopic.values().stream().mapToLong(Last::count).sum();
  }

  /** {@code [{"topic", "count", "lastPartition", "lastOffset"}]}. */
  public synchronized ArrayNode json() {
    var list = JsonNodeFactory.instance.arrayNode();
    byTopic.forEach(
        (topic, last) ->
            list.addObject()
                .put("topic", topic)
                .put("count", last.count())
                .put("lastPartition", last.partition())
                .put("lastOffset", last.offset()));
    return list;
  }
}
