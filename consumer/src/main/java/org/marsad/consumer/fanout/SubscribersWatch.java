package org.marsad.consumer.fanout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks from time to time whether the subscribers have changed, on a thread of its own. */
final class SubscribersWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SubscribersWatch.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "fanout-subscribers"));
  private final SubscribersSource source;
  private final Consumer<List<Subscriber>> onChange;

  /**
   * @param onChange called on the thread of the watch
   */
  SubscribersWatch(SubscribersSource source, Consumer<List<Subscriber>> onChange) {
    this.source = source;
    this.onChange = onChange;
  }

  void start(Duration every) {
    if (source.canChange()) {
      var unused =
          thread.scheduleWithFixedDelay(
              this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** A bug in reading must not end the watch. */
  private void look() {
    try {
      source.poll().ifPresent(onChange);
    } catch (RuntimeException e) {
      LOG.error("subscribers not read again, those before stay in force", e);
    }
  }
}
