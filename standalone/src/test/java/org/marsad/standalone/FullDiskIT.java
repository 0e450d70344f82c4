package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.StrikeReport;
import org.marsad.processor.ProcessorSettings;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.standalone.command.MarsadCommand;

/** A small disk of its own (tmpfs, which only root can mount) that others fill. */
class FullDiskIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long MB = 1024 * 1024;
  private static final int ENOUGH_REQUESTS = 400;
  private static final Topics TOPICS = new Topics("");

  @TempDir private Path home;
  private final List<String> acknowledged = new ArrayList<>();
  private Path disk;
  private int posted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectories(home.resolve("disk"));
    assumeTrue(Boolean.getBoolean("marsad.fullDisk"), "takes a minute and a half: -Plong");
    var mounted = run("mount", "-t", "tmpfs", "-o", "size=72m", "tmpfs", disk.toString());
    assumeTrue(mounted == 0, "no right to mount a small disk (expected: root)");
    Files.createDirectories(data());
    Files.writeString(new Folders(data()).settings(), "disk.warn.mb=24\ndisk.stop.mb=16\n");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "--lazy", disk.toString());
  }

  @Test
  void shouldSayThatTheDiskIsFullAndLoseNothingThatItAcknowledged() throws Exception {
    try (var marsad = up("first")) {
      var endpoint = endpoint(marsad);
      assertThat(post(endpoint).statusCode()).isEqualTo(202);

      // Little room is left
      fillUpTo(20 * MB);
      marsad.await(PATIENCE, () -> marsad.printed().contains("marsad: less than 24 MB are left"));
      assertThat(health(endpoint).body()).contains("\"warnings\":[\"less than 24 MB");

      // Reports themselves use up what is left
      fillUpTo(16 * MB + 200_000);
      var refused = firstRefusal(endpoint);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("30");
      assertThat(refused.body())
          .isEqualTo(
              "{\"reason\":\"less than 16 MB are left on the disk of %s: make room\"}"
                  .formatted(data()));
      assertThat(health(endpoint).statusCode()).isEqualTo(503);
      assertThat(health(endpoint).body()).contains("no reports are taken: less than 16 MB");
      marsad.await(PATIENCE, () -> marsad.printed().contains("marsad: NO REPORTS ARE TAKEN: less"));

      // There is room again
      assertThat(run("mount", "-o", "remount,size=100m", disk.toString())).isZero();
      marsad.await(PATIENCE, () -> marsad.printed().contains("reports are being taken again"));
      assertThat(post(endpoint).statusCode()).isEqualTo(202);
      marsad.await(PATIENCE, () -> health(endpoint).statusCode() == 200);

      // Something else takes all of it, and the broker writes
      fillUpTo(0);
      try (var publisher =
          new StrikePublisher(
              ReportProducers.of(kafka(endpoint)),
              PublisherSettings.withoutSpool(TOPICS.reports()))) {
        var unused = publisher.publish(Sample.autumn2016(Gazetteer.bundled()::resolve).get(0));
        assertThat(marsad.status()).isOne();
      }
      assertThat(marsad.printed().strip().lines().reduce("", (before, last) -> last))
          .startsWith("marsad: STOPPED: the broker ended itself")
          .contains("less than 16 MB are left", "what was answered with 202 is kept");
    }
    try (var marsad = up("while-full")) {
      assertThat(marsad.status()).isOne();
      assertThat(marsad.printed())
          .isEqualTo(
              "marsad: disk of %s: 0 MB are left (expected: at least 8 MB to start with; make room)\n"
                  .formatted(data()));
    }

    // After room was made
    assertThat(run("mount", "-o", "remount,size=400m", disk.toString())).isZero();
    Endpoint.read(home.resolve(".run")).orElseThrow().withdraw(home.resolve(".run"));
    try (var marsad = up("last")) {
      var endpoint = endpoint(marsad);
      assertThat(reports(endpoint)).containsAll(acknowledged);
      try (var drain =
          new Drain(
              KafkaConnection.to(endpoint.bootstrapServers()), ProcessorSettings.APPLICATION)) {
        await().atMost(PATIENCE).until(drain::isDrained);
      }
      assertThat(TopicReader.readAll(kafka(endpoint), TOPICS.rejected())).isEmpty();
      assertThat(marsad.stop()).isIn(0, 143);
    }
  }

  private HttpResponse<String> firstRefusal(Endpoint endpoint) throws Exception {
    for (var i = 0; i < ENOUGH_REQUESTS; i++) {
      var answer = post(endpoint);
      if (answer.statusCode() != 202) {
        return answer;
      }
    }
    throw new AssertionError("the disk does not fill");
  }

  /** Twenty reports of an exercise, with long notes; those that are acknowledged are noted. */
  private HttpResponse<String> post(Endpoint endpoint) throws Exception {
    var at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    var list =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    """
                    {"localId": "%d-%d", "occurredFrom": "%s", "placeText": "Fardus", "impacts": 1,
                     "reality": "EXERCISE", "note": "%s"}\
                    """
                        .formatted(posted, i, at, "x".repeat(1000)))
            .collect(Collectors.joining(",", "[", "]"));
    posted++;
    var token = Files.readString(endpoint.operatorToken());
    var answer = new Reporter(endpoint.url(), token).post(list);
    if (answer.statusCode() == 202) {
      for (var entry : new ObjectMapper().readTree(answer.body())) {
        acknowledged.add(entry.path("reportId").asText());
      }
    }
    return answer;
  }

  private static HttpResponse<String> health(Endpoint endpoint) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(endpoint.url() + "/health/ready")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static Set<String> reports(Endpoint endpoint) {
    var codec = MessageCodec.of(StrikeReport.class);
    return TopicReader.readAll(kafka(endpoint), TOPICS.reports()).stream()
        .map(record -> codec.decode(record.value()).getReportId())
        .collect(Collectors.toSet());
  }

  private ChildJvm up(String name) throws IOException {
    return ChildJvm.start(
        MarsadCommand.class,
        home.resolve(name + ".out"),
        Map.of(),
        List.of("-Dmarsad.home=" + home, "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
        "up",
        "--data=" + data(),
        "--port=0",
        "--broker-port=0");
  }

  private Endpoint endpoint(ChildJvm marsad) throws IOException {
    marsad.await(PATIENCE, () -> Endpoint.read(home.resolve(".run")).isPresent());
    return Endpoint.read(home.resolve(".run")).orElseThrow();
  }

  private Path data() {
    return disk.resolve("data");
  }

  private static Map<String, Object> kafka(Endpoint endpoint) {
    return Map.of("bootstrap.servers", endpoint.bootstrapServers());
  }

  /** Leaves so many bytes on the disk, or fewer. */
  private void fillUpTo(long left) throws IOException {
    var block = new byte[64 * 1024];
    var store = Files.getFileStore(disk);
    try (var ballast = Files.newOutputStream(disk.resolve("ballast-" + left))) {
      while (store.getUsableSpace() > left) {
        ballast.write(
            block, 0, (int) Math.min(block.length, Math.max(1, store.getUsableSpace() - left)));
      }
    } catch (IOException full) {
      assertThat(left).isZero();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
