package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.message.Severity;
import org.marsad.standalone.client.ApiClient;
import org.marsad.standalone.client.ApiException;
import org.marsad.standalone.client.StandIn;

class AlertWatchTest {
  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
  private static final String GREETING = "retry: 2000\nid: run1:3\n\n";
  private static final String HEARTBEAT =
      "event: heartbeat\ndata: {\"now\":\"%s\"}\n\n".formatted(NOON.plusSeconds(9));

  private final List<String> shown = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private StandIn server;
  private boolean isWatched = true;

  @BeforeEach
  void start() throws IOException {
    server = new StandIn();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldShowWhatWasThereAndThenWhatComesEachRevisionOnce() throws Exception {
    // Given: the stream is open before the list is read, so both may have the same
    server.then(200, GREETING + event(4, "c", 1, "SEVERE") + event(5, "d", 1, "SEVERE"));
    server.then(
        200,
        "{\"alerts\": [%s, %s], \"next\": \"older\"}"
            .formatted(alert("c", 1, "SEVERE"), alert("b", 2, "SEVERE")));
    server.then(200, "{\"alerts\": [%s]}".formatted(alert("a", 1, "SEVERE")));
    // When
    watch(null, null, 4).run(NOON);
    // Then
    assertThat(shown).containsExactly("a 1", "b 2", "c 1", "d 1");
    assertThat(server.asked())
        .containsExactly(
            "GET /api/v1/stream",
            "GET /api/v1/alerts?limit=1000&since=2025-06-01T12%3A00%3A00Z",
            "GET /api/v1/alerts?after=older&limit=1000&since=2025-06-01T12%3A00%3A00Z");
  }

  @Test
  void shouldComeBackWithTheLastEventItSawAndSaySo() throws Exception {
    // Given
    server.then(200, GREETING + event(4, "a", 1, "SEVERE")); // and the connection ends
    server.then(200, event(5, "b", 1, "SEVERE"));
    // When
    watch(null, null, 2).run(null);
    // Then
    assertThat(shown).containsExactly("a 1", "b 1");
    assertThat(server.asked()).containsExactly("GET /api/v1/stream", "GET /api/v1/stream run1:4");
    assertThat(told)
        .containsExactly("the connection broke; trying again until it stands", "connected again");
  }

  @Test
  void shouldReadWhatCameMeanwhileWhenTheServerBeganAnew() throws Exception {
    // Given
    server.then(200, GREETING + event(4, "a", 1, "SEVERE") + HEARTBEAT);
    server.then(200, "id: run2:7\n\nid: run2:7\nevent: reset\ndata: {}\n\n");
    server.then(
        200, "{\"alerts\": [%s, %s]}".formatted(alert("b", 1, "SEVERE"), alert("a", 1, "SEVERE")));
    // When
    watch(null, null, 2).run(null);
    // Then
    assertThat(shown).containsExactly("a 1", "b 1");
    assertThat(server.asked()).last().asString().contains("since=2025-06-01T12%3A00%3A09Z");
  }

  @Test
  void shouldShowTheAreaAndTheSeverityThatAreWantedAlone() throws Exception {
    // Given
    server.then(
        200,
        event(4, "a", 1, "MODERATE")
            + event(5, "b", 1, "SEVERE")
            + event(6, "c", 1, "UNKNOWN")
            + event(7, "d", 1, "EXTREME").replace("aleppo", "homs")
            + event(8, "e", 1, "EXTREME"));
    // When
    watch("aleppo", Severity.SEVERE, 3).run(null);
    // Then
    assertThat(shown).containsExactly("b 1", "c 1", "e 1");
  }

  @Test
  void shouldEndWithTheNextHeartbeatWhenNobodyLooksAnyMore() throws Exception {
    server.then(200, GREETING + event(4, "a", 1, "SEVERE") + HEARTBEAT);
    isWatched = false;
    watch(null, null, 9).run(null);
    assertThat(shown).containsExactly("a 1");
    assertThat(told).isEmpty();
  }

  @Test
  void shouldEndWhenItIsSentAway() {
    server.then(200, GREETING + event(4, "a", 1, "SEVERE"));
    server.then(401, "{\"detail\": \"Nobody is signed in.\"}");
    assertThatThrownBy(() -> watch(null, null, 9).run(null)).isInstanceOf(ApiException.class);
  }

  private AlertWatch watch(@Nullable String area, @Nullable Severity severity, int most) {
    return new AlertWatch(
        () -> new ApiClient(server.url(), "token"),
        area,
        severity,
        alert -> show(alert, most),
        () -> isWatched,
        told::add);
  }

  private boolean show(JsonNode alert, int most) {
    shown.add(alert.path("alertId").asText() + " " + alert.path("revision").asInt());
    return shown.size() < most;
  }

  private static String event(int number, String id, int revision, String severity) {
    return "id: run1:%d\nevent: alert\ndata: %s\n\n"
        .formatted(number, alert(id, revision, severity));
  }

  private static String alert(String id, int revision, String severity) {
    return """
    {"alertId": "%s", "revision": %d, "severity": "%s", "area": "aleppo"}\
    """
        .formatted(id, revision, severity);
  }
}
