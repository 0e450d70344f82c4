package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.StrikeReport;
import org.marsad.processor.ProcessorSettings;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.standalone.command.MarsadCommand;

/**
 * The whole killed as by a power cut, and started again on the same data. {@code
 * -Dmarsad.killedReports=N} plays so many reports of the sample.
 */
class KillIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Topics TOPICS = new Topics("");
  private static final int REPORTS = Integer.getInteger("marsad.killedReports", 120);

  @TempDir private Path folder;

  @Test
  void shouldPublishTheSameAlertsAsAnUndisturbedRunWhenKilledInTheMiddle() throws Exception {
    var reports = sample();

    // An undisturbed run
    Map<String, List<Alert>> undisturbed;
    try (var marsad =
        Running.in(Files.createDirectories(folder.resolve("undisturbed")), List.of())) {
      publish(reports, marsad.bootstrapServers());
      undisturbed = alerts(marsad.bootstrapServers(), reports.size());
    }

    // A run that is killed while it works, and resumes on the same data
    var some = reports.subList(0, reports.size() / 2);
    try (var marsad = up()) {
      var broker = broker(marsad);
      publish(some, broker);
      awaitSomeAlerts(broker);
      marsad.kill();
    }
    Endpoint.read(run()).orElseThrow().withdraw(run());
    try (var marsad = up()) {
      var broker = broker(marsad);
      publish(reports, broker); // from the start: a replay raises nothing again
      assertThat(alerts(broker, some.size() + reports.size())).isEqualTo(undisturbed);
      assertThat(marsad.stop()).isIn(0, 143); // asked to stop by a signal
    }
  }

  private static List<StrikeReport> sample() throws IOException {
    var sample = Sample.autumn2016(Gazetteer.bundled()::resolve);
    return sample.subList(0, Math.min(REPORTS, sample.size()));
  }

  private ChildJvm up() throws IOException {
    Files.createDirectories(home());
    return ChildJvm.start(
        MarsadCommand.class,
        home().resolve("output"),
        Map.of(),
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dmarsad.home=" + home()),
        "up",
        "--data",
        home().resolve("data").toString(),
        "--port",
        "0",
        "--broker-port",
        "0");
  }

  private String broker(ChildJvm marsad) throws IOException {
    marsad.await(PATIENCE, () -> Endpoint.read(run()).isPresent());
    return Endpoint.read(run()).orElseThrow().bootstrapServers();
  }

  private Path run() {
    return home().resolve(".run");
  }

  private Path home() {
    return folder.resolve("killed");
  }

  private static void publish(List<StrikeReport> reports, String broker) throws Exception {
    try (var publisher =
        new StrikePublisher(
            ReportProducers.of(
                Map.of("bootstrap.servers", broker, "max.block.ms", PATIENCE.toMillis())),
            PublisherSettings.withoutSpool(TOPICS.reports()))) {
      for (var fate : reports.stream().map(publisher::publish).toList()) {
        assertThat(fate.get(1, TimeUnit.MINUTES)).isInstanceOf(Fate.Published.class);
      }
    }
  }

  private static void awaitSomeAlerts(String broker) {
    await()
        .atMost(PATIENCE)
        .until(() -> !TopicReader.readAll(kafka(broker), TOPICS.alerts()).isEmpty());
  }

  /** All revisions by alert, once every report was judged. */
  private static Map<String, List<Alert>> alerts(String broker, int reports) {
    try (var drain = new Drain(KafkaConnection.to(broker), ProcessorSettings.APPLICATION)) {
      await().atMost(PATIENCE).until(drain::isDrained);
    }
    assertThat(TopicReader.readAll(kafka(broker), TOPICS.reports())).hasSize(reports);
    var codec = MessageCodec.of(Alert.class);
    var alerts = new TreeMap<String, List<Alert>>();
    for (var record : TopicReader.readAll(kafka(broker), TOPICS.alerts())) {
      var alert = codec.decode(record.value());
      alerts.computeIfAbsent(alert.getAlertId(), id -> new ArrayList<>()).add(alert);
    }
    return alerts;
  }

  private static Map<String, Object> kafka(String broker) {
    return Map.of("bootstrap.servers", broker);
  }
}
