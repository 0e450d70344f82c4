package org.marsad.schemas.launch;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.marsad.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the missing topics once, and has ended when all are there. */
final class TopicCreation implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);

  private final Map<String, Object> kafka;
  private final Topics topics;
  private final int partitions;
  private final short replication;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  TopicCreation(Map<String, Object> kafka, Topics topics, int partitions, short replication) {
    this.kafka = Map.copyOf(kafka);
    this.topics = topics;
    this.partitions = partitions;
    this.replication = replication;
  }

  @Override
  public void start() {
    new Thread(this::create, "topics").start();
  }

  @Override
  public CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public void close() {
    ended.complete(null);
  }

  private void create() {
    try (var admin = Admin.create(kafka)) {
      topics.create(admin, partitions, replication);
      LOG.info("topics are there prefix={} partitions={}", topics.prefix(), partitions);
      ended.complete(null);
    } catch (ExecutionException e) {
      ended.completeExceptionally(e.getCause());
    } catch (InterruptedException | RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }
}
