package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.archive.ArchiveMain;
import org.marsad.consumer.archive.ArchiveReader;
import org.marsad.consumer.archive.Archived;
import org.marsad.consumer.archive.ArchivedFile;
import org.marsad.consumer.fanout.FanoutMain;
import org.marsad.consumer.operations.OperationsMain;
import org.marsad.message.SourceKind;
import org.marsad.processor.ProcessorMain;
import org.marsad.producer.ProducerMain;
import org.marsad.producer.areas.AreasLoader;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.Pseudonyms;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.launch.TopicsMain;
import org.marsad.standalone.broker.EmbeddedBroker;
import org.marsad.standalone.broker.FreePort;

class PartsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void shouldWorkAsProcessesOfTheirOwn() throws Exception {
    // Given a broker with topics and areas, and a source that may report
    try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      var kafka = Map.of("MARSAD_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
      assertThat(TopicsMain.run(new String[] {"topics.partitions=3"}, kafka)).isZero();
      AreasLoader.load(KafkaConnection.to(broker.bootstrapServers()), Gazetteer.bundled().areas());
      var token = writeSources();
      var intake = FreePort.find();
      var page = FreePort.find();
      // When each part runs by its own main
      try (var producer =
              start(
                  ProducerMain.class,
                  kafka,
                  Map.of(
                      "MARSAD_HTTP_PORT", Integer.toString(intake),
                      "MARSAD_SPOOL_DIR", folder.resolve("spool").toString(),
                      "MARSAD_INTAKE_SOURCES_FILE", sources().toString(),
                      "MARSAD_INTAKE_PSEUDONYM_KEY_FILE", key().toString()));
          var processor =
              start(
                  ProcessorMain.class,
                  kafka,
                  Map.of("MARSAD_STATE_DIR", folder.resolve("state").toString()));
          var fanout = start(FanoutMain.class, kafka, Map.of());
          var operations =
              start(
                  OperationsMain.class,
                  kafka,
                  Map.of(
                      "MARSAD_HTTP_PORT", Integer.toString(page),
                      "MARSAD_USERS_FILE", writeUsers(token).toString()));
          var archive =
              start(ArchiveMain.class, kafka, Map.of("MARSAD_ARCHIVE_DIR", files().toString()))) {
        await()
            .atMost(PATIENCE)
            .until(() -> get(intake, "/health/ready") + get(page, "/health/ready") == 400);
        var answer =
            new Reporter("http://127.0.0.1:" + intake, token)
                .post(
                    "{\"localId\": \"1\", \"occurredFrom\": \"%s\", \"placeText\": \"Fardus\"}"
                        .formatted(Instant.now().minusSeconds(120)));
        // Then the report becomes an alert on the page, in the terminal and in the archive
        assertThat(answer.statusCode()).isEqualTo(202);
        await()
            .atMost(PATIENCE)
            .until(() -> body(page, "/api/v1/alerts", token).contains("RESIDENTIAL_STRIKE"));
        await()
            .atMost(PATIENCE)
            .until(() -> printed(FanoutMain.class).contains("al-Fardous, Aleppo"));
        await().atMost(PATIENCE).until(() -> archived().containsAll(List.of(Archived.values())));
        // and each stops when it is asked to
        for (var part : List.of(producer, fanout, operations, archive, processor)) {
          assertThat(part.stop()).isIn(0, 143); // asked to stop by a signal
        }
      }
    }
  }

  private Set<Archived> archived() throws IOException {
    return new ArchiveReader(files())
        .list().stream().map(ArchivedFile::kind).collect(Collectors.toSet());
  }

  private ChildJvm start(Class<?> main, Map<String, String> kafka, Map<String, String> settings)
      throws IOException {
    var environment = new HashMap<>(kafka);
    environment.putAll(settings);
    return ChildJvm.start(main, output(main), environment, List.of());
  }

  private String writeSources() throws IOException {
    var token = SourceTokens.generate();
    SourcesFile.write(
        sources(),
        List.of(
            new KnownSource(
                "somebody",
                SourceTokens.hash(token),
                SourceKind.OBSERVER,
                null,
                Sample.HOME_AREA,
                false)));
    Pseudonyms.createKey(key());
    return token;
  }

  /** One user, who shows the same token as the source. */
  private Path writeUsers(String token) throws IOException {
    return Files.writeString(
        folder.resolve("users.yaml"),
        "- {name: watch, role: VIEWER, tokens: [{name: test, sha256: %s}]}\n"
            .formatted(SourceTokens.hash(token)));
  }

  private Path sources() {
    return folder.resolve("sources.yaml");
  }

  private Path key() {
    return folder.resolve("pseudonym.key");
  }

  private Path files() {
    return folder.resolve("archive");
  }

  private Path output(Class<?> main) {
    return folder.resolve(main.getSimpleName() + ".output");
  }

  private String printed(Class<?> main) throws IOException {
    return Files.readString(output(main));
  }

  private static int get(int port, String path) {
    try {
      return HttpClient.newHttpClient()
          .send(request(port, path, ""), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0; // not yet
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String body(int port, String path, String token)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request(port, path, token), BodyHandlers.ofString())
        .body();
  }

  private static HttpRequest request(int port, String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token)
        .build();
  }
}
