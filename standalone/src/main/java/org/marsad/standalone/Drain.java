package org.marsad.standalone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.marsad.schemas.Topics;

/** Tells whether the processor has worked through all that stands in the log. */
public final class Drain implements AutoCloseable {
  private final Admin admin;
  private final Topics topics;
  private final String applicationId;

  /**
   * A watcher with a connection of its own.
   *
   * @param kafka Kafka's own settings
   * @param applicationId the processor's group
   */
  public Drain(Map<String, Object> kafka, Topics topics, String applicationId) {
    this.admin = Admin.create(kafka);
    this.topics = topics;
    this.applicationId = applicationId;
  }

  /** Whether the processor's committed positions are the ends of its topics. */
  public boolean isDrained() throws InterruptedException {
    try {
      var committed =
          admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata().get();
      for (var end : ends().entrySet()) {
        var position = committed.get(end.getKey());
        if (end.getValue() > 0 && (position == null || position.offset() < end.getValue())) {
          return false;
        }
      }
      return true;
    } catch (ExecutionException e) {
      return false; // asked again
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException {
    var latest = new HashMap<TopicPartition, OffsetSpec>();
    for (var topic : admin.describeTopics(names()).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              p ->
                  latest.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
    }
    var ends = new HashMap<TopicPartition, Long>();
    admin.listOffsets(latest).all().get().forEach((p, offset) -> ends.put(p, offset.offset()));
    return ends;
  }

  /** The reports, and what the processor tells itself. */
  private List<String> names() throws InterruptedException, ExecutionException {
    return admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
        .filter(
            name ->
                name.equals(topics.reports())
                    || (name.startsWith(applicationId + "-") && name.endsWith("-repartition")))
        .toList();
  }
}
