package org.marsad.standalone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;

/** Tells whether the processor has worked through all that stands in the log. */
public final class Drain implements AutoCloseable {
  private final Admin admin;
  private final Topics topics;
  private final String applicationId;
  private Seen seen = new Seen(0, 0);

  /**
   * A watcher with a connection of its own.
   *
   * @param kafka where the topics are
   * @param application the processor's name
   */
  public Drain(KafkaConnection kafka, String application) {
    this.admin = Admin.create(kafka.admin());
    this.topics = kafka.topics();
    this.applicationId = kafka.named(application);
  }

  /** Whether the processor's committed positions are the ends of its topics. */
  public boolean isDrained() throws InterruptedException {
    try {
      var positions = positions().values();
      seen =
          new Seen(
              positions.stream().mapToLong(Seen::done).sum(),
              positions.stream().mapToLong(Seen::all).sum());
      return seen.done() == seen.all();
    } catch (ExecutionException e) {
      return false; // asked again
    }
  }

  /** Of each partition that the processor reads: how much of it is committed now. */
  Map<TopicPartition, Seen> positions() throws InterruptedException, ExecutionException {
    var committed =
        admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata().get();
    var positions = new HashMap<TopicPartition, Seen>();
    ends().forEach((p, end) -> positions.put(p, Seen.of(committed.get(p), end)));
    return positions;
  }

  /**
   * How many records the processor has still to commit.
   *
   * @param ends of the partitions in question, the offset after the last record each
   * @return as many as all where nobody answers
   */
  public long left(Map<TopicPartition, Long> ends) throws InterruptedException {
    var committed = Map.<TopicPartition, OffsetAndMetadata>of();
    try {
      committed =
          admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      // asked again
    }
    var left = 0L;
    for (var end : ends.entrySet()) {
      var done = committed.get(end.getKey());
      left += Math.max(0, end.getValue() - (done == null ? 0 : done.offset()));
    }
    return left;
  }

  /** How far the processor was when it was last asked for. */
  public Seen seen() {
    return seen;
  }

  /**
   * How many records of all are committed; {@code 34 of 120}.
   *
   * @param done 0 or more
   * @param all {@code done} or more
   */
  public record Seen(long done, long all) {
    /** Up to the end, and nothing where nothing was committed yet. */
    private static Seen of(@Nullable OffsetAndMetadata committed, long end) {
      return new Seen(committed == null ? 0 : Math.min(committed.offset(), end), end);
    }

    @Override
    public String toString() {
      return done + " of " + all;
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
