package org.marsad.consumer.operations.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to everybody who listens, and the missed ones to who comes back.
 *
 * <p>An event's id is {@code epoch:sequence}: the epoch names this process, the sequence counts its
 * events from 1 without gaps. A reader that comes back with an id of this epoch gets what it missed
 * while that is still kept; else it gets a {@code reset} event and reads everything anew. Why not
 * partition and offset: see docs/decisions/101-event-ids.md.
 *
 * <p>Thread-safe. Publishing waits for no reader and writes to none: one thread of the process
 * does, and what was published while it went round goes out together in the next round. So a burst
 * costs each reader few writes, and whoever publishes may hold a lock.
 */
public final class EventHub {
  private static final int RETRY_MILLIS = 2_000;
  private static final int RETRY_JITTER_MILLIS = 3_000;

  private static final Executor WRITER =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "stream-writer");
            thread.setDaemon(true);
            return thread;
          });

  private final String epoch;
  private final int historyBytes;
  private final Executor writer;
  private final AtomicBoolean isRoundDue = new AtomicBoolean();
  private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
  private final Deque<byte[]> history = new ArrayDeque<>();
  private int keptBytes;
  private long sequence;

  /**
   * @param epoch name of this process's run, without line breaks or colons
   * @param historyBytes how much is kept for those who come back, bytes
   */
  public EventHub(String epoch, int historyBytes) {
    this(epoch, historyBytes, WRITER);
  }

  EventHub(String epoch, int historyBytes, Executor writer) {
    this.epoch = epoch;
    this.historyBytes = historyBytes;
    this.writer = writer;
  }

  /** Sends an event to all and keeps it for those who come back. */
  public synchronized void publish(String event, byte[] json) {
    sequence++;
    var frame = SseFrame.event(position(), event, new String(json, StandardCharsets.UTF_8));
    history.addLast(frame);
    keptBytes += frame.length;
    while (keptBytes > historyBytes) {
      keptBytes -= history.removeFirst().length;
    }
    send(frame);
  }

  /** Keeps nothing of what was sent: who comes back, and missed some of it, is reset. */
  public synchronized void forget() {
    history.clear();
    keptBytes = 0;
  }

  /** Sends a frame without id to all; it is not kept. */
  public void send(byte[] frame) {
    clients.forEach(client -> client.offer(frame));
    if (!isRoundDue.getAndSet(true)) {
      writer.execute(this::write);
    }
  }

  private void write() {
    isRoundDue.set(false);
    clients.forEach(StreamClient::write);
  }

  /**
   * Lets a reader in: greeting, then what it missed, then what comes.
   *
   * @param lastEventId the last event that it saw; null at its first visit
   * @return done when the reader has gone and is forgotten
   */
  public synchronized CompletableFuture<Void> join(
      StreamClient client, @Nullable String lastEventId) {
    var missed = lastEventId == null ? 0 : missedSince(lastEventId);
    if (missed < 0) {
      client.offer(SseFrame.greeting(position(), retry()));
      client.offer(SseFrame.event(position(), "reset", "{\"reason\":\"HISTORY_LOST\"}"));
    } else {
      client.offer(SseFrame.greeting(idOf(sequence - missed), retry()));
      history.stream().skip(history.size() - missed).forEach(client::offer);
    }
    client.write();
    clients.add(client);
    return client.closed().whenComplete((done, error) -> clients.remove(client));
  }

  /** Readers that listen now. */
  public int clients() {
    return clients.size();
  }

  /** Sends everybody away. */
  public void close() {
    clients.forEach(StreamClient::close);
  }

  /** How many kept events follow the id; -1 when they are lost or the id is not of this epoch. */
  private long missedSince(String lastEventId) {
    var colon = lastEventId.indexOf(':');
    if (colon < 0 || !lastEventId.substring(0, colon).equals(epoch)) {
      return -1;
    }
    try {
      var missed = sequence - Long.parseLong(lastEventId.substring(colon + 1));
      return missed <= history.size() ? missed : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private String position() {
    return idOf(sequence);
  }

  private String idOf(long number) {
    return epoch + ":" + number;
  }

  /** Spread out, so that all do not come back in the same instant. */
  private static Duration retry() {
    var jitter = ThreadLocalRandom.current().nextInt(RETRY_JITTER_MILLIS);
    return Duration.ofMillis(RETRY_MILLIS + jitter);
  }
}
