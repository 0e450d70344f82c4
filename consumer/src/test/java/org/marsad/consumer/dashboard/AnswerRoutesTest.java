package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.SlowRequest;

/** Answers of the page whose bodies begin and do not end. */
class AnswerRoutesTest {
  private static final int SLOW = 300;
  private static final String PATH = "/api/answers";
  private static final String BODY = "{\"alertId\": \"none\"}";
  private static final Clock CLOCK = Clock.fixed(Examples.NOON, ZoneOffset.UTC);

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
    // Given: they have an hour
    serve(Duration.ofHours(1));
    for (var i = 1; i <= SLOW; i++) {
      begin().awaitReading();
    }
    // Then
    assertThat(post().statusCode()).as("an alert that is not shown").isEqualTo(422);
  }

  @Test
  void shouldEndABodyThatTakesTooLong() throws Exception {
    // Given
    serve(Duration.ofMillis(200));
    // When
    var slow = begin();
    slow.awaitReading();
    // Then
    assertThat(slow.drip()).contains(" 408 ");
  }

  private void serve(Duration bodyWithin) {
    var state = new DashboardState(new AreaDirectory(), CLOCK);
    var answers = new AnswerRoutes(state, Answering.NONE, CLOCK, bodyWithin);
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.startupWatcherEnabled = false;
                  config.routes.post(PATH, answers::take);
                })
            .start("127.0.0.1", 0);
  }

  private SlowRequest begin() throws IOException {
    var request = SlowRequest.begin(server.port(), PATH, "X-Marsad-Page: 1", BODY);
    begun.add(request);
    return request;
  }

  private HttpResponse<String> post() throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + PATH))
            .header("X-Marsad-Page", "1")
            .POST(BodyPublishers.ofString(BODY))
            .build(),
        BodyHandlers.ofString());
  }
}
