package org.marsad.producer.setaside;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.marsad.message.Alert;
import org.marsad.producer.following.Follower;
import org.marsad.producer.publish.DirectPublisher;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.launch.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code rejected} on a thread of its own and tells operations when something comes. Where
 * it stopped is kept by the broker, so a start tells of what came meanwhile and of nothing twice.
 */
public final class SetAsideWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SetAsideWatch.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final SetAsideAlert alert = new SetAsideAlert();
  private final DirectPublisher<Alert> alerts;
  private final Clock clock;
  private final Follower follower;

  /**
   * @param kafka where the topics are
   * @param clock says when it is told
   */
  public SetAsideWatch(KafkaConnection kafka, Clock clock) {
    this.clock = clock;
    var topics = kafka.topics();
    this.alerts =
        new DirectPublisher<>(ReportProducers.of(kafka.producer(), Alert.class), topics.alerts());
    follower =
        new Follower(
            "set-aside",
            kafka.consumer(Map.of("group.id", kafka.named("marsad-set-aside"))),
            consumer -> consumer.subscribe(List.of(topics.rejected())),
            this::readOn);
  }

  /** Begins. */
  public void start() {
    follower.start();
  }

  /** Stops, also before the start. */
  @Override
  public void close() {
    follower.close();
    alerts.close();
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
}
