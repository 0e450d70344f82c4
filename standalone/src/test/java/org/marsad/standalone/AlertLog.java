package org.marsad.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.FanoutApp;
import org.marsad.consumer.fanout.FanoutSettings;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Delivery;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;
import org.marsad.standalone.broker.EmbeddedBroker;

/** A broker whose alerts a test writes itself, as the processor would, for a fan-out to read. */
final class AlertLog implements AutoCloseable {
  static final Topics TOPICS = new Topics("");
  static final int PARTITIONS = 4;

  private final MessageCodec<Alert> codec = MessageCodec.of(Alert.class);
  private final EmbeddedBroker broker;
  private final KafkaProducer<String, byte[]> producer;

  AlertLog(Path folder) throws IOException, InterruptedException {
    broker = EmbeddedBroker.start(folder, 0);
    TopicSetup.prepare(KafkaConnection.to(broker.bootstrapServers()), PARTITIONS, List.of());
    producer = new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer());
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  /** A strike in Aleppo a minute ago that killed six. */
  static Alert.Builder strike(String alertId) {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(SubjectKind.STRIKE, alertId))
        .setReality(Reality.ACTUAL)
        .setSeverity(Severity.SEVERE)
        .setUrgency(Urgency.IMMEDIATE)
        .setCertainty(Certainty.LIKELY)
        .setSources(1)
        .setArea("aleppo")
        .setTimeZone("Asia/Damascus")
        .setOnset(now.minusSeconds(60))
        .setOnsetPrecision(TimePrecision.MINUTE)
        .setSentAt(now)
        .setExpiresAt(now.plus(Duration.ofHours(1)))
        .setInterrupts(true)
        .setKilled(new CountRange(6, 6, 6))
        .setFindings(
            List.of(
                Finding.newBuilder()
                    .setRule(Rule.CASUALTIES)
                    .setCertainty(Certainty.LIKELY)
                    .setCode("CASUALTIES")
                    .setMass(false)
                    .setUnknown(false)
                    .build()))
        .setStrikes(1)
        .setStrikeIds(List.of(alertId))
        .setRulesHash("test");
  }

  /** Writes alerts, and returns when they are safe. */
  void publish(Alert... alerts) {
    for (var alert : alerts) {
      var unused =
          producer.send(
              new ProducerRecord<>(TOPICS.alerts(), alert.getAlertId(), codec.encode(alert)));
    }
    producer.flush();
  }

  /** Every delivery of one subscriber so far, by partition and offset: in order for each alert. */
  List<Delivery> deliveries(String subscriber) {
    var codec = MessageCodec.of(Delivery.class);
    return TopicReader.readAll(kafka(), TOPICS.deliveries()).stream()
        .map(record -> codec.decode(record.value()))
        .filter(delivery -> delivery.getSubscriber().equals(subscriber))
        .toList();
  }

  /** Outcome and reason of each delivery of a subscriber. */
  List<String> outcomes(String subscriber) {
    return deliveries(subscriber).stream()
        .map(
            delivery ->
                delivery.getReason() == null
                    ? delivery.getOutcome().name()
                    : delivery.getOutcome() + " " + delivery.getReason())
        .toList();
  }

  /**
   * Forgets how far a group has read. Fails until its members have timed out, 6 s after they left.
   */
  void wipe(String group) throws Exception {
    try (var admin = Admin.create(kafka())) {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    }
  }

  /** A file of rescue teams of Aleppo, one for each hook. */
  static Path subscribers(Path file, Map<String, Hook> hooks) throws IOException {
    return subscribers(file, hooks, "");
  }

  /**
   * The same.
   *
   * @param path of the hooks' URLs, without a slash before it
   */
  static Path subscribers(Path file, Map<String, Hook> hooks, String path) throws IOException {
    var lines = new ArrayList<String>();
    hooks.forEach(
        (id, hook) -> {
          lines.add("- id: " + id);
          lines.add("  role: RESCUE");
          lines.add("  areas: [aleppo]");
          lines.add("  interruptions-per-hour: 999"); // limits are tested elsewhere
          lines.add("  channels:");
          lines.add("    - name: hook");
          lines.add("      type: webhook");
          lines.add("      url: \"%s\"".formatted(hook.url() + path));
          lines.add("      secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
          lines.add("      own-network: true");
        });
    return Files.write(file, lines);
  }

  /** A fan-out in this JVM that is running. */
  FanoutApp fanout(Path subscribers, Map<String, String> settings) throws IOException {
    return fanout(subscribers, settings, Clock.systemUTC());
  }

  /** The same, at a time of its own. */
  FanoutApp fanout(Path subscribers, Map<String, String> settings, Clock clock) throws IOException {
    var all = new HashMap<>(settings);
    all.put(Settings.KAFKA + "bootstrap.servers", broker.bootstrapServers());
    var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var areas = new AreaDirectory();
    var fanout =
        new FanoutApp(
            Settings.of(FanoutSettings.DEFINITION, all, Map.of()),
            SubscribersSource.of(subscribers),
            areas,
            new TerminalAlerts(silent, areas, false),
            clock);
    fanout.start();
    return fanout;
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
