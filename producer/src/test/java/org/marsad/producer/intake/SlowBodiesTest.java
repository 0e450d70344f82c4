package org.marsad.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.SourceKind;
import org.marsad.producer.TestPlaces;
import org.marsad.producer.publish.Fate;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.http.AtOnce;
import org.marsad.schemas.launch.Readiness;

/** Bodies that begin and do not end: more of them than the server has threads. */
final class SlowBodiesTest {
  private static final int SLOW = 300;
  private static final int PATIENCE_MS = 60_000;
  private static final int DRIP_MS = 50;
  private static final String REPORT =
      "{\"localId\": \"7\", \"occurredFrom\": \"2016-03-01T09:55:00Z\"}";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Socket> sockets = new ArrayList<>();
  private final List<IntakeServer> servers = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
    servers.forEach(IntakeServer::close);
  }

  @Test
  void shouldStopNobodyElse() throws Exception {
    // Given: each of many sources sends a beginning, and the bodies have an hour
    serve(Duration.ofHours(1));
    for (var i = 1; i <= SLOW; i++) {
      begin("token-" + i).awaitReading();
    }
    // When
    var health = get("/health/ready");
    var report = post("token-0", REPORT);
    // Then: all still wait, and nobody else does
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(report.statusCode()).isEqualTo(202);
  }

  @Test
  void shouldTakeAFewRequestsOfOneSourceAtOnceAndNoMore() throws Exception {
    // Given
    serve(Duration.ofHours(1));
    var slow = new ArrayList<Slow>();
    for (var i = 0; i < AtOnce.A_FEW; i++) {
      slow.add(begin("token-1"));
      slow.get(i).awaitReading();
    }
    // When
    var oneMore = begin("token-1").status();
    slow.get(0).end();
    // Then: one that ends makes room for another
    assertThat(oneMore).contains(" 429 ");
    assertThat(slow.get(0).status()).contains(" 202 ");
    assertThat(post("token-1", REPORT).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldEndABodyThatTakesTooLong() throws Exception {
    // Given
    serve(Duration.ofMillis(200));
    // When
    var slow = begin("token-1");
    slow.awaitReading();
    // Then: it is answered however steadily it drips, and its source may come again
    assertThat(slow.drip()).contains(" 408 ");
    await()
        .atMost(Duration.ofMinutes(2)) // where the machine is busy its body may take too long too
        .until(() -> post("token-1", REPORT).statusCode() == 202);
  }

  private void serve(Duration bodyWithin) throws IOException {
    var key = folder.resolve("key");
    Pseudonyms.createKey(key);
    var sources = IntStream.rangeClosed(0, SLOW).mapToObj(SlowBodiesTest::source).toList();
    var door =
        new Door(
            SourceDirectory.of(sources), new Limits(100, 10_000), bodyWithin, System::nanoTime);
    var intake =
        new Intake(
            door,
            Pseudonyms.read(key),
            TestPlaces::resolve,
            TestPlaces.areas(),
            UnaryOperator.identity(),
            new NewestDays(TestPlaces.areas(), Horizon.DEFAULTS),
            report -> CompletableFuture.completedFuture(new Fate.Published(0, 1)),
            Clock.systemUTC());
    servers.add(
        IntakeServer.start(
            "127.0.0.1",
            0,
            List.of(intake, new HealthRoutes(() -> new Readiness(Optional.empty(), List.of())))));
  }

  private static KnownSource source(int number) {
    var hash = SourceTokens.hash("token-" + number);
    return new KnownSource("source " + number, hash, SourceKind.OBSERVER, null, null, false);
  }

  /** Sends a request but for all of its body after the first byte. */
  private Slow begin(String token) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port());
    sockets.add(socket);
    socket.setSoTimeout(PATIENCE_MS);
    var head =
        """
        POST %s HTTP/1.1
        Host: intake
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: %d
        Expect: 100-continue

        {\
        """
            .formatted(Intake.PATH, token, REPORT.length())
            .replace("\n", "\r\n");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    var answers = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
    return new Slow(socket, new BufferedReader(answers));
  }

  /** A request whose body has begun. */
  private record Slow(Socket socket, BufferedReader answers) {
    /** Until the server says that it reads the body. */
    void awaitReading() throws IOException {
      assertThat(status()).contains(" 100 ");
      assertThat(answers.readLine()).isEmpty();
    }

    String status() throws IOException {
      return String.valueOf(answers.readLine());
    }

    /** Sends a byte whenever there is no answer yet, until there is one. */
    String drip() throws IOException {
      socket.setSoTimeout(DRIP_MS);
      while (true) {
        try {
          return status();
        } catch (SocketTimeoutException notYet) {
          socket.getOutputStream().write(' ');
        }
      }
    }

    void end() throws IOException {
      socket.getOutputStream().write(REPORT.substring(1).getBytes(StandardCharsets.UTF_8));
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMillis(PATIENCE_MS)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String token, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(Intake.PATH))
            .timeout(Duration.ofMillis(PATIENCE_MS))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int port() {
    return servers.get(0).port();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }
}
