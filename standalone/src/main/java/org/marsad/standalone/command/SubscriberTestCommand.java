package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.fanout.matching.TestAlert;
import org.marsad.consumer.fanout.subscribers.ChannelSettings;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.consumer.fanout.subscribers.SubscribersFile;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad subscribers test}: a marked TEST over the real path, and what became of it. */
@Command(
    name = "test",
    description = "Sends a marked TEST to one subscriber and tells what became of it.",
    mixinStandardHelpOptions = true)
final class SubscriberTestCommand implements Callable<Integer> {
  private static final long LOOK_AGAIN_MS = 100;
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private BrokerOption broker = new BrokerOption();

  @Parameters(index = "0", paramLabel = "SUBSCRIBER", description = "Its id.")
  private String subscriber = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Says which channels to wait for. Default: subscribers.yaml in the data folder, if any.")
  private @Nullable Path file;

  @Option(
      names = "--wait",
      defaultValue = "30",
      paramLabel = "SECONDS",
      description = "How long to wait for the outcomes. Default: ${DEFAULT-VALUE}.")
  private int wait = 30;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var entry = entry();
    var channels = entry.map(SubscriberTestCommand::channels).orElse(Set.of());
    var kafka = broker.kafka();
    var topics = new Topics("");
    var alert = TestAlert.of(subscriber, "test", Clock.systemUTC().instant());
    var outcomes = new TestOutcomes(alert.getAlertId(), subscriber, channels);
    var codec = MessageCodec.of(Delivery.class);
    try (var tail =
        TopicTail.of(
            kafka,
            List.of(topics.deliveries(), topics.privateDeliveries()),
            record -> outcomes.add(codec.decode(record.value())),
            Clock.systemUTC())) {
      tail.start();
      awaitCaughtUp(tail);
      var producing = new HashMap<>(kafka);
      producing.put("acks", "all");
      try (var producer =
          new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer())) {
        publish(producer, topic(topics, entry), alert);
      }
      var end = end();
      while (!outcomes.isComplete(SETTLED) && System.nanoTime() < end) {
        Thread.sleep(LOOK_AGAIN_MS);
      }
    }
    var now = Clock.systemUTC().instant();
    outcomes.lines(now).forEach(terminal::print);
    if (outcomes.isEmpty()) {
      terminal.fault(
          "nothing was sent within %d s: no fan-out that runs knows %s"
              .formatted(wait, subscriber));
    }
    return outcomes.allDelivered() ? 0 : 1;
  }

  private void awaitCaughtUp(TopicTail tail) throws IOException, InterruptedException {
    var end = end();
    while (!tail.status().caughtUp()) {
      if (System.nanoTime() > end) {
        throw new IOException("broker: no answer within " + wait + " s");
      }
      Thread.sleep(LOOK_AGAIN_MS);
    }
  }

  private long end() {
    return System.nanoTime() + Duration.ofSeconds(wait).toNanos();
  }

  private static void publish(KafkaProducer<String, byte[]> producer, String topic, Alert alert)
      throws IOException, InterruptedException {
    try {
      producer
          .send(
              new ProducerRecord<>(
                  topic, alert.getAlertId(), MessageCodec.of(Alert.class).encode(alert)))
          .get();
    } catch (ExecutionException e) {
      throw new IOException("the test could not be published: " + e.getCause(), e);
    }
  }

  /** Nobody else may know that a subscriber stands for a confidential site. */
  private static String topic(Topics topics, Optional<Subscriber> entry) {
    return entry.filter(subscriber -> subscriber.siteKeySha256() != null).isPresent()
        ? topics.privateAlerts()
        : topics.alerts();
  }

  /** As the file has it; empty where no file tells. */
  private Optional<Subscriber> entry() throws IOException {
    var known = file == null ? Home.data().resolve("subscribers.yaml") : file;
    if (file == null && !Files.exists(known)) {
      return Optional.empty();
    }
    var entry =
        SubscribersFile.read(known).stream().filter(s -> s.id().equals(subscriber)).findFirst();
    if (entry.isEmpty() && file != null) {
      throw new IOException(subscriber + ": not in " + file);
    }
    return entry;
  }

  private static Set<String> channels(Subscriber subscriber) {
    return subscriber.channels().stream()
        .filter(channel -> !channel.isFetched())
        .map(ChannelSettings::name)
        .collect(Collectors.toSet());
  }
}
