package org.marsad.consumer.operations;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.schemas.launch.Warning;

/** The subscribers in force: their file is looked at when asked, once a second at most. */
final class FollowedSubscribers implements Supplier<List<Subscriber>> {
  private static final long BETWEEN_LOOKS_NANOS = 1_000_000_000L;

  private final SubscribersSource source;
  private final LongSupplier nanoTime;
  private long lookedAt;

  /**
   * @param source used by nobody else
   */
  FollowedSubscribers(SubscribersSource source, LongSupplier nanoTime) {
    this.source = source;
    this.nanoTime = nanoTime;
    this.lookedAt = nanoTime.getAsLong();
  }

  @Override
  public synchronized List<Subscriber> get() {
    var now = nanoTime.getAsLong();
    if (now - lookedAt >= BETWEEN_LOOKS_NANOS) {
      lookedAt = now;
      var unused = source.poll();
    }
    return source.current();
  }

  /** What is wrong with the file as it stands; empty: nothing. */
  synchronized Optional<Warning> warning() {
    get();
    return source.warning();
  }
}
