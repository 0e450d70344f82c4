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
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.standalone.command.MarsadCommand;

class KillIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Topics TOPICS = new Topics("");

  @TempDir private Path folder;

  @Test
  void shouldPublishTheSameAlertsAsAnUndisturbedRunWhenKilledInTheMiddle() throws Exception {
    var reports = sample();

    // An undisturbed run
    Map<String, List<Alert>> undisturbed;
    try (var marsad = up("undisturbed")) {
      var endpoint = endpoint("undisturbed", marsad);
      publish(reports, endpoint);
      undisturbed = alerts(endpoint, reports.size());
    }

    // A run that is killed while it works, and resumes on the same data
    var some = reports.subList(0, reports.size() / 2);
    try (var marsad = up("killed")) {
      var endpoint = endpoint("killed", marsad);
      publish(some, endpoint);
      awaitSomeAlerts(endpoint);
      marsad.kill();
    }
    var run = home("killed").resolve(".run");
    Endpoint.read(run).orElseThrow().withdraw(run);
    try (var marsad = up("killed")) {
      var endpoint = endpoint("killed", marsad);
      publish(reports, endpoint); // from the start: a replay raises nothing again
      assertThat(alerts(endpoint, some.size() + reports.size())).isEqualTo(undisturbed);
      assertThat(marsad.stop()).isIn(0, 143); // asked to stop by a signal
    }
  }

  private static List<StrikeReport> sample() throws IOException {
    return Sample.autumn2016(Gazetteer.bundled()::resolve);
  }

  private ChildJvm up(String name) throws IOException {
    Files.createDirectories(home(name));
    return ChildJvm.start(
        MarsadCommand.class,
        home(name).resolve("output"),
        Map.of(),
        List.of("-Dmarsad.home=" + home(name)),
        "up",
        "--data",
        home(name).resolve("data").toString(),
        "--port",
        "0",
        "--broker-port",
        "0");
  }

  private Endpoint endpoint(String name, ChildJvm marsad) throws IOException {
    var run = home(name).resolve(".run");
    marsad.await(PATIENCE, () -> Endpoint.read(run).isPresent());
    return Endpoint.read(run).orElseThrow();
  }

  private Path home(String name) {
    return folder.resolve(name);
  }

  private static void publish(List<StrikeReport> reports, Endpoint endpoint) throws Exception {
    try (var publisher =
        new StrikePublisher(
            ReportProducers.of(
                Map.of(
                    "bootstrap.servers",
                    endpoint.bootstrapServers(),
                    "max.block.ms",
                    PATIENCE.toMillis())),
            PublisherSettings.withoutSpool(TOPICS.reports()))) {
      for (var fate : reports.stream().map(publisher::publish).toList()) {
        assertThat(fate.get(1, TimeUnit.MINUTES)).isInstanceOf(Fate.Published.class);
      }
    }
  }

  private static void awaitSomeAlerts(Endpoint endpoint) {
    await()
        .atMost(PATIENCE)
        .until(() -> !TopicReader.readAll(kafka(endpoint), TOPICS.alerts()).isEmpty());
  }

  /** All revisions by alert, once every report was judged. */
  private static Map<String, List<Alert>> alerts(Endpoint endpoint, int reports) {
    try (var drain = new Drain(kafka(endpoint), TOPICS, Standalone.APPLICATION)) {
      await().atMost(PATIENCE).until(drain::isDrained);
    }
    assertThat(TopicReader.readAll(kafka(endpoint), TOPICS.reports())).hasSize(reports);
    var codec = MessageCodec.of(Alert.class);
    var alerts = new TreeMap<String, List<Alert>>();
    for (var record : TopicReader.readAll(kafka(endpoint), TOPICS.alerts())) {
      var alert = codec.decode(record.value());
      alerts.computeIfAbsent(alert.getAlertId(), id -> new ArrayList<>()).add(alert);
    }
    return alerts;
  }

  private static Map<String, Object> kafka(Endpoint endpoint) {
    return Map.of("bootstrap.servers", endpoint.bootstrapServers());
  }
}
