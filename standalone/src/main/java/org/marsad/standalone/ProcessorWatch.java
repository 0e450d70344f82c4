package org.marsad.standalone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.marsad.consumer.fanout.LoopWatch;
import org.marsad.standalone.Drain.Seen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time, on a thread of its own, whether the report that came first waits too
 * long for the processor. A processor that is behind must say so, also while it moves on. What it
 * says is safe for several threads.
 */
final class ProcessorWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessorWatch.class);

  /** How far the processor is. */
  interface Positions {
    /** Of each partition: how many of its records are done. */
    Map<TopicPartition, Seen> read() throws InterruptedException, ExecutionException;
  }

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "processor-watch"));
  private final Map<TopicPartition, Deque<Arrival>> waiting = new HashMap<>();
  private final Positions positions;
  private final LongSupplier nanoTime;
  private volatile long lastLook;
  private volatile Optional<Long> oldest = Optional.empty();

  /**
   * @param positions asked on the thread of the watch
   * @param nanoTime a clock that only ever goes on, nanoseconds
   */
  ProcessorWatch(Positions positions, LongSupplier nanoTime) {
    this.positions = positions;
    this.nanoTime = nanoTime;
    this.lastLook = nanoTime.getAsLong();
  }

  void start(Duration every) {
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is wrong, in words; empty: nothing is. Never waits. */
  Optional<String> trouble() {
    var since = oldest;
    if (since.isPresent() && isTooLong(since.get())) {
      return Optional.of(
          "a report waits for " + seconds(since.get()) + " s: the processor does not keep up");
    }
    var looked = lastLook;
    return isTooLong(looked)
        ? Optional.of(
            "the broker has not said for " + seconds(looked) + " s how far the processor is")
        : Optional.empty();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** A look that fails is tried again; {@link #trouble} tells when none succeeds. */
  void look() {
    try {
      var now = nanoTime.getAsLong();
      var read = positions.read();
      waiting.keySet().retainAll(read.keySet());
      read.forEach((partition, seen) -> note(partition, seen, now));
      oldest =
          waiting.values().stream()
              .filter(arrivals -> !arrivals.isEmpty())
              .map(arrivals -> arrivals.getFirst().seenAt())
              .min((one, other) -> Long.signum(one - other));
      lastLook = now;
    } catch (ExecutionException | RuntimeException e) {
      LOG.debug("not known how far the processor is", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(TopicPartition partition, Seen seen, long now) {
    var arrivals = waiting.computeIfAbsent(partition, unknown -> new ArrayDeque<>());
    while (!arrivals.isEmpty() && arrivals.getFirst().end() <= seen.done()) {
      arrivals.removeFirst();
    }
    var known = arrivals.isEmpty() ? seen.done() : arrivals.getLast().end();
    if (seen.all() > known) {
      arrivals.addLast(new Arrival(seen.all(), now));
    }
  }

  private boolean isTooLong(long since) {
    return nanoTime.getAsLong() - since > LoopWatch.PATIENCE.toNanos();
  }

  private long seconds(long since) {
    return Duration.ofNanos(nanoTime.getAsLong() - since).toSeconds();
  }

  /**
   * Records that came since the look before.
   *
   * @param end of the partition once they were there
   * @param seenAt when they were first seen, nanoseconds of our clock
   */
  private record Arrival(long end, long seenAt) {}
}
