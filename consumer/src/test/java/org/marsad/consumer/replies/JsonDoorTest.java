package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.SlowRequest;
import org.marsad.schemas.http.AtOnce;

/** Bodies that begin and do not end: more of them than the server has threads. */
class JsonDoorTest {
  private static final int SLOW = 300;
  private static final String PATH = "/api/something";
  private static final String BODY = "{\"a\": 1}";

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<SlowRequest> begun = new ArrayList<>();
  private Javalin server = Javalin.create();

  @AfterEach
  void stop() throws IOException {
    for (var request : begun) {
      request.close();
    }
    server.stop();
  }

  @Test
  void shouldStopNobodyElse() throws Exception {
    // Given: each of many callers sends a beginning, and the bodies have an hour
    serve(Duration.ofHours(1));
    for (var i = 1; i <= SLOW; i++) {
      begin("token-" + i).awaitReading();
    }
    // Then
    assertThat(get("/health").statusCode()).isEqualTo(200);
    assertThat(post("token-0").statusCode()).isEqualTo(202);
  }

  @Test
  void shouldTakeAFewRequestsOfOneCallerAtOnceAndNoMore() throws Exception {
    // Given
    serve(Duration.ofHours(1));
    for (var i = 0; i < AtOnce.A_FEW; i++) {
      begin("token-1").awaitReading();
    }
    // When
    var oneMore = begin("token-1").status();
    begun.get(0).end();
    // Then: one that ends makes room for another
    assertThat(oneMore).contains(" 429 ");
    assertThat(begun.get(0).status()).contains(" 202 ");
    assertThat(post("token-1").statusCode()).isEqualTo(202);
  }

  @Test
  void shouldEndABodyThatTakesTooLong() throws Exception {
    // Given
    serve(Duration.ofMillis(200));
    // When
    var slow = begin("token-1");
    slow.awaitReading();
    // Then: it is answered however steadily it drips, and its caller may come again
    assertThat(slow.drip()).contains(" 408 ");
    assertThat(post("token-1").statusCode()).isEqualTo(202);
  }

  private void serve(Duration bodyWithin) {
    var door = new JsonDoor(Optional::of, new RequestRate(1_000, System::nanoTime), bodyWithin);
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.startupWatcherEnabled = false;
                  config.routes.get("/health", ctx -> ctx.result("{}"));
                  config.routes.post(
                      PATH,
                      request ->
                          door.answer(
                              request,
                              (said, caller) ->
                                  Response.accepted(JsonNodeFactory.instance.objectNode())));
                })
            .start("127.0.0.1", 0);
  }

  private SlowRequest begin(String token) throws IOException {
    var request = SlowRequest.begin(server.port(), PATH, "Authorization: Bearer " + token, BODY);
    begun.add(request);
    return request;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String token) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(PATH))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(BODY))
            .build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
