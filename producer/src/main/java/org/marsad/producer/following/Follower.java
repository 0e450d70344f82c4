package org.marsad.producer.following;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is committed on a thread of its own until it is closed; a failure begins it anew. */
public final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final long PAUSE_MS = 1_000;

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Object> settings;
  private final Consumer<KafkaConsumer<byte[], byte[]>> begin;
  private final Consumer<KafkaConsumer<byte[], byte[]>> readOn;
  private final Thread thread;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /**
   * A follower.
   *
   * @param name of what it follows, for its thread and the log
   * @param kafka Kafka's own settings, and those of its consumer
   * @param begin says what a new consumer reads
   * @param readOn polls it, again and again
   */
  public Follower(
      String name,
      Map<String, ?> kafka,
      Consumer<KafkaConsumer<byte[], byte[]>> begin,
      Consumer<KafkaConsumer<byte[], byte[]>> readOn) {
    this.begin = begin;
    this.readOn = readOn;
    settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  /** Stops, also before the start. */
  @Override
  public void close() {
    closing.countDown();
    var reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isClosing()) {
      try (var reading = open()) {
        begin.accept(reading);
        while (!isClosing()) {
          readOn.accept(reading);
        }
      } catch (WakeupException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("{} is not followed, trying again reason={}", thread.getName(), e.toString());
        pause();
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> open() {
    var opened =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer = opened;
    return opened;
  }

  private void pause() {
    try {
      var unused = closing.await(PAUSE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
