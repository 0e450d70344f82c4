package org.marsad.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {
  private StandIn server;
  private ApiClient api;

  @BeforeEach
  void start() throws IOException {
    server = new StandIn();
    api = new ApiClient(server.url() + "/", "token");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldAskForWhatIsMeantWhateverCharactersAreInIt() throws Exception {
    // Given
    server.then(200, "{}").then(204, "");
    var query = new HashMap<String, @Nullable String>();
    query.put("area", "a&b c");
    query.put("since", null);
    // When
    api.get(ApiClient.path("alerts", "strike:a/b"), query);
    api.delete("/mutes/x", JsonNodeFactory.instance.objectNode().put("reason", "over"));
    // Then
    assertThat(server.asked())
        .containsExactly(
            "GET /api/v1/alerts/strike%3Aa%2Fb?area=a%26b%20c",
            "DELETE /api/v1/mutes/x {\"reason\":\"over\"}");
  }

  @Test
  void shouldWaitForOneThatHasJustStarted() throws Exception {
    server
        .then(503, "{\"detail\": \"Still reading\"}", Map.of("Retry-After", "0"))
        .then(200, "{\"alerts\": 1}");
    assertThat(api.get("/alerts").path("alerts").asInt()).isEqualTo(1);
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void shouldSayInALineEachWhyItWasRefused() {
    assertRefused(
        401, "{\"detail\": \"x\"}", server.url() + ": the token is not known there (expected: ");
    assertRefused(
        403,
        "{\"detail\": \"role: VIEWER (expected: Users from EDITOR up.)\"}",
        "not allowed: role: VIEWER (expected: Users from EDITOR up.)");
    assertRefused(404, "{\"detail\": \"alert: x is unknown\"}", "alert: x is unknown");
    assertRefused(503, "{\"detail\": \"no broker\"}", "not now: no broker");
    assertRefused(502, "<html>Bad gateway</html>", server.url() + ": status 502 (expected: an ");
    assertRefused(500, "\"null\"", server.url() + ": status 500 (expected: an ");
  }

  @Test
  void shouldSayEachFaultOnALineOfItsOwn() {
    server.then(422, "{\"detail\": \"both\", \"faults\": [\"a: 1\", \"b: 2\"]}");
    var refused = catchThrowableOfType(ApiException.class, () -> api.get("/alerts"));
    assertThat(refused.lines()).containsExactly("a: 1", "b: 2");
    assertThat(refused.isUsage()).isTrue();
  }

  @Test
  void shouldSayThatNobodyAnswers() {
    server.close();
    assertThatThrownBy(() -> api.get("/alerts"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "no Marsad answers at %s (start one: ./marsad up; or name one: --url)"
                .formatted(server.url()));
  }

  private void assertRefused(int status, String body, String line) {
    server.then(status, body);
    var refused = catchThrowableOfType(ApiException.class, () -> api.get("/alerts"));
    assertThat(refused.lines()).hasSize(1);
    assertThat(refused.lines().get(0)).startsWith(line);
    assertThat(refused.isUsage()).isFalse();
  }
}
