package org.marsad.producer.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes reports and tells the fate of every one.
 *
 * <p>While the broker is away, reports go to the spool, and as long as anything lies there new ones
 * go behind it, so that they are sent in the order in which they came. Towards Kafka this is at
 * least once: after a crash a report may stand in the log twice, with the same id and revision, and
 * the processor counts it once. Safe for use by many threads.
 */
public final class StrikePublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StrikePublisher.class);
  private static final int BATCH = 500;
  private static final long CLOSE_SECONDS = 15;

  private final MessageCodec<StrikeReport> codec = MessageCodec.of(StrikeReport.class);
  private final MessageLog<StrikeReport> log;
  private final @Nullable Spool spool;
  private final @Nullable ScheduledExecutorService drainer;
  private volatile boolean closed;

  /**
   * Opens the spool, if there is one, and begins to empty it.
   *
   * @param producers makes the producer when it is first needed, and again after a fatal failure
   * @throws IOException when the spool cannot be used
   */
  public StrikePublisher(
      Supplier<Producer<String, StrikeReport>> producers, PublisherSettings settings)
      throws IOException {
    this.log = new MessageLog<>(producers, settings.topic());
    var folder = settings.spoolFolder();
    if (folder == null) {
      this.spool = null;
      this.drainer = null;
      return;
    }
    var opened = Spool.open(folder, settings.spoolMaxBytes());
    this.spool = opened;
    this.drainer = Executors.newSingleThreadScheduledExecutor(StrikePublisher::drainThread);
    var pause = settings.retryEvery().toMillis();
    var unused =
        drainer.scheduleWithFixedDelay(() -> drain(opened), pause, pause, TimeUnit.MILLISECONDS);
  }

  /**
   * Publishes a report. The future never fails; it may complete on Kafka's thread, so do nothing
   * slow there.
   */
  public CompletableFuture<Fate> publish(StrikeReport report) {
    if (closed) {
      return CompletableFuture.completedFuture(new Fate.Refused("publisher: closed"));
    }
    if (spool != null && !spool.isEmpty()) {
      return CompletableFuture.completedFuture(spool(spool, report));
    }
    return write(report).thenApply(attempt -> fateOf(attempt, report));
  }

  /** Whether reports wait on the disk: the broker is, or was just now, away. */
  public boolean isSpooling() {
    return spool != null && !spool.isEmpty();
  }

  /** Lets what is under way finish; what lies in the spool stays there. */
  @Override
  public void close() {
    closed = true;
    if (drainer != null) {
      drainer.shutdown(); // no interrupt: that would close the spool's files under the others
    }
    log.close();
    if (drainer != null) {
      await(drainer);
    }
    if (spool != null) {
      try {
        spool.close();
      } catch (IOException e) {
        LOG.warn("spool did not close reason={}", e.toString());
      }
    }
  }

  private CompletableFuture<MessageLog.Attempt> write(StrikeReport report) {
    return log.write(report.getArea(), report.getReceivedAt(), report);
  }

  private Fate fateOf(MessageLog.Attempt attempt, StrikeReport report) {
    if (attempt instanceof MessageLog.Attempt.Written written) {
      return new Fate.Published(written.partition(), written.offset());
    }
    if (attempt instanceof MessageLog.Attempt.Away away) {
      if (spool == null) {
        return new Fate.Refused(away.reason(), true);
      }
      if (spool.isEmpty()) {
        LOG.warn("broker away, reports go to the spool reason={}", away.reason());
      }
      return spool(spool, report);
    }
    return new Fate.Refused(((MessageLog.Attempt.Impossible) attempt).reason());
  }

  private Fate spool(Spool spool, StrikeReport report) {
    try {
      spool.append(encode(report));
      return new Fate.Spooled();
    } catch (SpoolFullException e) {
      return new Fate.Refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      LOG.error("spool cannot be written reason={}", e.toString());
      return new Fate.Refused("spool: " + e.getMessage() + " (expected: a writable disk)");
    }
  }

  private synchronized byte[] encode(StrikeReport report) {
    return codec.encode(report);
  }

  /** Sends what waits, until the spool is empty or the broker does not take it. */
  private void drain(Spool waiting) {
    try {
      while (!closed && !waiting.isEmpty()) {
        if (!sendOldest(waiting)) {
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("spool cannot be emptied reason={}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean sendOldest(Spool waiting) throws IOException, InterruptedException {
    var batch = waiting.peek(BATCH);
    var attempts = writeAll(batch);
    var sent = 0L;
    for (var i = 0; i < attempts.size(); i++) {
      var attempt = join(attempts.get(i));
      if (attempt instanceof MessageLog.Attempt.Away) {
        break;
      }
      if (attempt instanceof MessageLog.Attempt.Impossible impossible) {
        LOG.error("no broker will take a spooled report reason={}", impossible.reason());
        waiting.setAside(batch.bodies().get(i));
      }
      sent = batch.ends().get(i);
    }
    if (sent > 0) {
      waiting.taken(sent);
      LOG.info("sent from the spool upToByte={}", sent);
    }
    return sent == batch.ends().get(batch.ends().size() - 1);
  }

  /** Stops where the broker says no at once: each further attempt would wait for it again. */
  private List<CompletableFuture<MessageLog.Attempt>> writeAll(Spool.Batch batch) {
    var codec = MessageCodec.of(StrikeReport.class);
    var attempts = new ArrayList<CompletableFuture<MessageLog.Attempt>>();
    for (var body : batch.bodies()) {
      var attempt = write(codec.decode(body));
      attempts.add(attempt);
      if (attempt.getNow(null) instanceof MessageLog.Attempt.Away) {
        break;
      }
    }
    return attempts;
  }

  private static MessageLog.Attempt join(CompletableFuture<MessageLog.Attempt> attempt)
      throws InterruptedException {
    try {
      return attempt.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // attempts never fail
    }
  }

  private static Thread drainThread(Runnable task) {
    var thread = new Thread(task, "marsad-spool-drain");
    thread.setDaemon(true);
    return thread;
  }

  private static void await(ScheduledExecutorService executor) {
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("spool drain did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
