package org.marsad.producer.setaside;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.producer.publish.DirectPublisher;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code rejected} on a thread of its own and tells operations when something comes. Where
 * it stopped is kept by the broker, so a start tells of what came meanwhile and of nothing twice.
 */
public final class SetAsideWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SetAsideWatch.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_MS = 1_000;

  private final SetAsideAlert alert = new SetAsideAlert();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Object> settings;
  private final Topics topics;
  private final DirectPublisher<Alert> alerts;
  private final Clock clock;
  private final Thread thread = new Thread(this::run, "set-aside");
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param kafka Kafka's own settings
   * @param clock says when it is told
   */
  public SetAsideWatch(Map<String, ?> kafka, Topics topics, Clock clock) {
    this.topics = topics;
    this.clock = clock;
    this.alerts = new DirectPublisher<>(ReportProducers.of(kafka, Alert.class), topics.alerts());
    settings = new HashMap<>(kafka);
    settings.put("group.id", topics.prefix() + "marsad-set-aside");
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
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
    alerts.close();
  }

  private void run() {
    while (!isClosing()) {
      try (var reading = open()) {
        while (!isClosing()) {
          readOn(reading);
        }
      } catch (WakeupException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("what is set aside is not followed, trying again reason={}", e.toString());
        pause();
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> open() {
    var opened =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    opened.subscribe(List.of(topics.rejected()));
    consumer = opened;
    return opened;
  }

  private void readOn(KafkaConsumer<byte[], byte[]> reading) {
    for (var record : reading.poll(POLL)) {
      if (!RejectedHeaders.isNote(record)) {
        alert.add(RejectedHeaders.text(record.headers(), RejectedHeaders.REASON));
      }
    }
    alert.due(clock.instant()).ifPresent(this::tell);
    if (alert.isTold()) {
      reading.commitSync();
    }
  }

  private void tell(Alert due) {
    var fate = alerts.publish(due.getAlertId(), due.getSentAt(), due).join();
    if (fate instanceof Fate.Refused refused) {
      LOG.warn("operations are not told yet reason={}", refused.reason());
    } else {
      alert.published(due);
    }
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
