package org.marsad.producer.publish;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/**
 * Publishes what is worth little once it is old, such as a hospital's status: to the log or not at
 * all, without a spool. Safe for use by many threads.
 */
public final class DirectPublisher<M> implements AutoCloseable {
  private final MessageLog<M> log;

  /**
   * @param producers makes the producer when it is first needed, and again after a fatal failure
   */
  public DirectPublisher(Supplier<Producer<String, M>> producers, String topic) {
    this.log = new MessageLog<>(producers, topic);
  }

  /**
   * Publishes a message. The future never fails, and is never {@link Fate.Spooled}.
   *
   * @param area the record's key
   * @param at the record's timestamp
   */
  public CompletableFuture<Fate> publish(String area, Instant at, M message) {
    return log.write(area, at, message).thenApply(DirectPublisher::fateOf);
  }

  /** Lets what is under way finish. */
  @Override
  public void close() {
    log.close();
  }

  private static Fate fateOf(MessageLog.Attempt attempt) {
    if (attempt instanceof MessageLog.Attempt.Written written) {
      return new Fate.Published(written.partition(), written.offset());
    }
    return new Fate.Refused(
        attempt instanceof MessageLog.Attempt.Away away
            ? away.reason()
            : ((MessageLog.Attempt.Impossible) attempt).reason());
  }
}
