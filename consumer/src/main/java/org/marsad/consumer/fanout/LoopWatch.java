package org.marsad.consumer.fanout;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over the loop: whether the alert that was handed in first waits too long, or a task runs
 * too long. A fan-out that stands still must say so. Safe for several threads.
 */
public final class LoopWatch {
  /** How long an alert may wait; as long a report may wait for the processor. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long the next look for alerts may take; a move of partitions reads much. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(LoopWatch.class);
  private static final long IDLE = Long.MIN_VALUE;

  private final Queue<Long> waiting = new ConcurrentLinkedQueue<>();
  private final LongSupplier nanoTime;
  private volatile long begun = IDLE;
  private volatile long read = IDLE;
  private boolean reported;

  /**
   * @param nanoTime a clock that only ever goes on, nanoseconds
   */
  LoopWatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** An alert waits from now on. Alerts are taken in the order in which they were handed in. */
  void handedIn() {
    waiting.add(nanoTime.getAsLong());
  }

  /** The alert that was handed in first is on its way. */
  void taken() {
    waiting.poll();
  }

  /** All alerts that there were a moment ago are handed in. */
  void alertsAreRead() {
    read = nanoTime.getAsLong();
  }

  /** A task begins; only one runs at a time. */
  void begins() {
    begun = nanoTime.getAsLong();
  }

  void ends() {
    begun = IDLE;
  }

  /** What is wrong, in words; empty: nothing is. */
  Optional<String> trouble() {
    var oldest = waiting.peek();
    if (oldest != null && isTooLong(oldest)) {
      return Optional.of(
          "an alert waits for " + seconds(oldest) + " s: the fan-out does not keep up");
    }
    var running = begun;
    if (running != IDLE && isTooLong(running)) {
      return Optional.of("the fan-out has been busy with one task for " + seconds(running) + " s");
    }
    var looked = read;
    return looked != IDLE && nanoTime.getAsLong() - looked > BETWEEN_LOOKS.toNanos()
        ? Optional.of("no alerts have been read for " + seconds(looked) + " s")
        : Optional.empty();
  }

  /** Tells the log when trouble begins and when it ends. */
  synchronized void report() {
    var trouble = trouble();
    if (trouble.isPresent() != reported) {
      reported = trouble.isPresent();
      trouble.ifPresentOrElse(
          reason -> LOG.error("alerts are not being sent reason={}", reason),
          () -> LOG.info("alerts are being sent again"));
    }
  }

  private boolean isTooLong(long since) {
    return nanoTime.getAsLong() - since > PATIENCE.toNanos();
  }

  private long seconds(long since) {
    return Duration.ofNanos(nanoTime.getAsLong() - since).toSeconds();
  }
}
