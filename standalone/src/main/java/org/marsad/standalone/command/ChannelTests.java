package org.marsad.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;

/** Marked TESTs over the real path, one for each subscriber, and what becomes of them. */
final class ChannelTests {
  private static final long LOOK_AGAIN_MS = 100;
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /**
   * Who is tested.
   *
   * @param id of the subscriber
   * @param channels to wait for; empty: not known
   * @param isConfidential nobody else may know that it stands for a confidential site
   */
  record Tested(String id, Set<String> channels, boolean isConfidential) {
    static Tested of(Subscriber subscriber) {
      var channels =
          subscriber.channels().stream()
              .filter(channel -> !channel.isFetched())
              .map(ChannelSettings::name)
              .collect(Collectors.toSet());
      return new Tested(subscriber.id(), channels, subscriber.siteKeySha256() != null);
    }
  }

  private final KafkaConnection kafka;
  private final Topics topics;
  private final Duration wait;

  /**
   * @param kafka where the topics are
   * @param wait how long to wait for the outcomes
   */
  ChannelTests(KafkaConnection kafka, Duration wait) {
    this.kafka = kafka;
    this.topics = kafka.topics();
    this.wait = wait;
  }

  /** The outcomes, in the order of those who are tested; all are tested at the same time. */
  List<TestOutcomes> run(List<Tested> who) throws IOException, InterruptedException {
    var now = Clock.systemUTC().instant();
    var alerts = who.stream().map(tested -> TestAlert.of(tested.id(), "test", now)).toList();
    var outcomes = new ArrayList<TestOutcomes>();
    for (var i = 0; i < who.size(); i++) {
      var tested = who.get(i);
      outcomes.add(new TestOutcomes(alerts.get(i).getAlertId(), tested.id(), tested.channels()));
    }
    var codec = MessageCodec.of(Delivery.class);
    try (var tail =
        TopicTail.of(
            kafka.consumer(),
            List.of(topics.deliveries(), topics.privateDeliveries()),
            record -> {
              var delivery = codec.decode(record.value());
              outcomes.forEach(outcome -> outcome.add(delivery));
            },
            Clock.systemUTC())) {
      tail.start();
      awaitCaughtUp(tail);
      publish(who, alerts);
      var end = end();
      while (!outcomes.stream().allMatch(outcome -> outcome.isComplete(SETTLED))
          && System.nanoTime() < end) {
        Thread.sleep(LOOK_AGAIN_MS);
      }
    }
    return outcomes;
  }

  private void awaitCaughtUp(TopicTail tail) throws IOException, InterruptedException {
    var end = end();
    while (!tail.status().caughtUp()) {
      if (System.nanoTime() > end) {
        throw new IOException("broker: no answer within " + wait.toSeconds() + " s");
      }
      Thread.sleep(LOOK_AGAIN_MS);
    }
  }

  private long end() {
    return System.nanoTime() + wait.toNanos();
  }

  private void publish(List<Tested> who, List<Alert> alerts)
      throws IOException, InterruptedException {
    var producing = kafka.producer(Map.of("acks", "all"));
    var codec = MessageCodec.of(Alert.class);
    try (var producer =
        new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer())) {
      for (var i = 0; i < who.size(); i++) {
        var alert = alerts.get(i);
        var topic = who.get(i).isConfidential() ? topics.privateAlerts() : topics.alerts();
        producer.send(new ProducerRecord<>(topic, alert.getAlertId(), codec.encode(alert))).get();
      }
    } catch (ExecutionException e) {
      throw new IOException("the test could not be published: " + e.getCause(), e);
    }
  }
}
