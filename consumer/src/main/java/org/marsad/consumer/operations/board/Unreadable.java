package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.TreeMap;

/** Messages that could not be read: how many in each topic, and which was the last. Thread-safe. */
public final class Unreadable {
  private final Map<String, Last> byTopic = new TreeMap<>();

  private record Last(long count, int partition, long offset, boolean isPrivate) {}

  /**
   * @param isPrivate whether the topic is one of confidential sites
   */
  synchronized void add(String topic, int partition, long offset, boolean isPrivate) {
    var before = byTopic.get(topic);
    var count = before == null ? 1 : before.count() + 1;
    byTopic.put(topic, new Last(count, partition, offset, isPrivate));
  }

  /**
   * {@code [{"topic", "count", "lastPartition", "lastOffset"}]}.
   *
   * @param seesPrivate whether topics of confidential sites are among them
   */
  public synchronized ArrayNode json(boolean seesPrivate) {
    var list = JsonNodeFactory.instance.arrayNode();
    byTopic.forEach(
        (topic, last) -> {
          if (seesPrivate || !last.isPrivate()) {
            list.addObject()
                .put("topic", topic)
                .put("count", last.count())
                .put("lastPartition", last.partition())
                .put("lastOffset", last.offset());
          }
        });
    return list;
  }
}
