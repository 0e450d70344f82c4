package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.EventReader;
import org.marsad.consumer.operations.stream.SseFrame;
import org.marsad.consumer.reading.ReadingStatus;
import org.marsad.message.Acknowledgement;
import org.marsad.message.CountRange;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.SiteKind;

class DashboardTest {
  private final Clock clock = Clock.fixed(Examples.NOON, ZoneOffset.UTC);
  private final DashboardState state = new DashboardState(new AreaDirectory(), clock);
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
  private final Dashboard dashboard =
      new Dashboard(
          state,
          () -> new ReadingStatus(true, Examples.NOON.minusSeconds(3)),
          Answering.NONE,
          List.of("Marsad.example.org"),
          () -> Optional.ofNullable(trouble.get()),
          clock);
  private final Javalin server =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.startup.startupWatcherEnabled = false;
                dashboard.accept(config);
              })
          .start("127.0.0.1", 0);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    dashboard.close();
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/assets/app.js",
        "/assets/leaflet.js",
        "/api/alerts",
        "/api/areas",
        "/assets/x"
      })
  void shouldTellTheBrowserToLoadNothingFromElsewhere(String path) throws Exception {
    // When
    var answer = get(path);
    // Then
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .startsWith("default-src 'self';")
                    .doesNotContain("unsafe", "http:", "https:"));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
  }

  /** A page of theirs must not read ours by a name of theirs that leads here. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8080, 200",
    "localhost, 200",
    "LOCALHOST:8080, 200",
    "[::1]:8080, 200",
    "10.0.0.7, 200",
    "marsad.example.org, 200",
    "marsad.example.org:443, 200",
    "evil.example, 403",
    "localhost.evil.example:8080, 403",
    "127.0.0.1.evil.example, 403",
    "marsad.example.org.evil.example, 403"
  })
  void shouldAnswerOnlyWhereItIsAskedByAnAddressOrANameOfOurs(String host, int status)
      throws Exception {
    for (var path : List.of("/", "/assets/app.js", "/api/alerts", "/api/answers", "/api/areas")) {
      assertThat(statusOf("GET " + path, host)).as(path).isEqualTo(status);
    }
    if (status == 403) {
      assertThat(statusOf("GET /events", host)).isEqualTo(403);
    }
  }

  /** The JDK's client sets the header itself. */
  private int statusOf(String request, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                  .formatted(request, host)
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
    }
  }

  @Test
  void shouldServeEveryFileThatThePageAndItsScriptsName() throws Exception {
    // Given
    var page = get("/").body();
    var named = new ArrayList<String>();
    var links = Pattern.compile("\"(/assets/[^\"]+)\"").matcher(page);
    while (links.find()) {
      named.add(links.group(1));
    }
    // and what the scripts name, which is found as the list grows
    for (var i = 0; i < named.size(); i++) {
      var imports =
          Pattern.compile("from\\s+'\\./([a-z]+\\.js)'").matcher(get(named.get(i)).body());
      while (imports.find()) {
        var path = "/assets/" + imports.group(1);
        if (!named.contains(path)) {
          named.add(path);
        }
      }
    }
    // Then
    assertThat(named).contains("/assets/leaflet.css", "/assets/sse.js", "/assets/sparkline.js");
    for (var path : named) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(page).doesNotContain("<script>", "style=", "onclick", "://");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/none.js", "/assets/..%2Findex.html", "/assets/Dashboard.class"})
  void shouldServeNoOtherFile(String path) throws Exception {
    assertThat(get(path).statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void shouldShowHowManyTeamsSayWhatAndWhoTheyAreToNobody() throws Exception {
    // Given
    state.onAcknowledgement(answer("a", "crew", "Abu Omar", Intent.SEEN, 1)); // before its alert
    state.onAlert(Examples.alert("a").build());
    state.onAcknowledgement(answer("a", "crew", "Abu Omar", Intent.EN_ROUTE, 3));
    state.onAcknowledgement(answer("a", "crew", "Abu Omar", Intent.SEEN, 2)); // an older word
    state.onAcknowledgement(answer("a", "crew", "team 2", Intent.EN_ROUTE, 2));
    state.onAcknowledgement(answer("a", "crew", "team 3", Intent.CANNOT, 4));
    // When
    var list = get("/api/answers").body();
    // Then
    assertThat(list)
        .isEqualTo(
            "{\"as\":\"operations\",\"alerts\":[{\"alertId\":\"a\",\"answers\":["
                + "{\"subscriber\":\"crew\",\"intent\":\"EN_ROUTE\",\"teams\":2,\"at\":\"%s\"},"
                    .formatted(Examples.NOON.plusSeconds(3))
                + "{\"subscriber\":\"crew\",\"intent\":\"CANNOT\",\"teams\":1,\"at\":\"%s\"}]}]}"
                    .formatted(Examples.NOON.plusSeconds(4)));
  }

  /** That a confidential hospital answers would tell that there is one. */
  @Test
  void shouldNotShowThatAConfidentialHospitalAnswered() throws Exception {
    // Given a part that knows no subscribers, and one that does
    state.onArea(
        Examples.aleppo()
            .setSites(
                List.of(
                    Examples.site("h1", SiteKind.HOSPITAL, true),
                    Examples.site("h2", SiteKind.HOSPITAL, true),
                    Examples.site("h3", SiteKind.HOSPITAL, false)))
            .build());
    var sites = Map.of("north", "h1", "south", "h2", "west", "h3");
    var knowing =
        new DashboardState(state.areas(), id -> Optional.ofNullable(sites.get(id)), clock);
    // When
    for (var told : List.of(state, knowing)) {
      told.onAlert(Examples.alert("a").build());
      sites.forEach(
          (subscriber, site) ->
              told.onAcknowledgement(
                  answer("a", told == state ? site : subscriber, "desk", Intent.PREPARED, 1)));
      told.onAcknowledgement(answer("a", "crew", "desk", Intent.SEEN, 1));
    }
    // Then
    assertThat(json("/api/answers").at("/alerts/0/answers").findValuesAsText("subscriber"))
        .containsExactly("crew", "h3");
    assertThat(knowing.answers().get(0).findValuesAsText("subscriber"))
        .containsExactly("crew", "west");
  }

  /** Topics are read in no order: the answer may come before the profile. */
  @Test
  void shouldHideAnAnswerOnceItsHospitalIsKnownToBeConfidential() throws Exception {
    // Given
    state.onAlert(Examples.alert("a").build());
    state.onAcknowledgement(answer("a", "h1", "desk", Intent.PREPARED, 1));
    // When
    state.onArea(
        Examples.aleppo().setSites(List.of(Examples.site("h1", SiteKind.HOSPITAL, true))).build());
    // Then
    assertThat(json("/api/answers").get("alerts")).isEmpty();
  }

  /** The id of its alert names the hospital. */
  @Test
  void shouldDropAnAlertWhoseHospitalBecomesConfidential() throws Exception {
    // Given
    var hospital = Examples.site("hospital-a", SiteKind.HOSPITAL, true);
    String lastId;
    try (var reader = reader()) {
      await().until(() -> reader.text().contains("event: heartbeat"));
      state.onAlert(Examples.alert("a").build());
      state.onAlert(Alerts.surge().build());
      await().until(() -> reader.text().contains("\"hospital-a\""));
      lastId =
          reader
              .text()
              .replaceAll("(?s).*id: (\\S+)\nevent: alert\ndata: .\"alertId\":\"a\".*", "$1");
      // When
      state.onArea(Examples.aleppo().setSites(List.of(hospital)).build());
      state.onAlert(Alerts.surge().build()); // the log is read again
      state.onAcknowledgement(
          answer(Alerts.surge().getAlertId(), "crew", "desk", Intent.PREPARED, 1));
      state.onAlert(Examples.alert("b").build());
      // Then
      await().until(() -> reader.text().contains("\"alertId\":\"b\""));
      assertThat(reader.text())
          .containsOnlyOnce("\"surge\"")
          .doesNotContain("PREPARED")
          .contains(
              "event: removed\ndata: {\"alertId\":\"%s\",\"revision\":1}\n"
                  .formatted(Alerts.surge().getAlertId()));
    }
    assertThat(get("/api/alerts").body()).contains("\"total\":2").doesNotContain("hospital");
    // and who was away reads everything anew
    try (var reader = new EventReader(http, uri("/events"), "Last-Event-ID", lastId)) {
      await().until(() -> reader.text().contains("event: heartbeat"));
      assertThat(reader.text()).contains("event: reset").doesNotContain("hospital");
    }
  }

  @Test
  void shouldSayThatAlertsAreNotBeingSentAsLongAsTheyAreNot() throws Exception {
    // Given
    assertThat(json("/api/status").has("trouble")).isFalse();
    // When
    trouble.set("the oldest alert has waited for 14 s");
    // Then
    assertThat(json("/api/status").get("trouble").textValue())
        .isEqualTo("the oldest alert has waited for 14 s");
    try (var reader = reader()) {
      await().until(() -> reader.text().contains("\"trouble\":\"the oldest alert has waited"));
    }
    // When
    trouble.set(null);
    // Then
    assertThat(json("/api/status").has("trouble")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1, same-origin, a, 1, SEEN, 503", // let in: nobody is there to take it
    "1, , a, 1, SEEN, 503",
    "1, cross-site, a, 1, SEEN, 403",
    "1, none, a, 1, SEEN, 403",
    ", same-origin, a, 1, SEEN, 403",
    "1, same-origin, other, 1, SEEN, 422",
    "1, same-origin, a, 0, SEEN, 422",
    "1, same-origin, a, 1, MAYBE, 422"
  })
  void shouldTakeAnAnswerOfThisPageOnly(
      @Nullable String header,
      @Nullable String site,
      String alertId,
      int revision,
      String intent,
      int status)
      throws Exception {
    // Given
    state.onAlert(Examples.alert("a").build());
    var request =
        HttpRequest.newBuilder(uri("/api/answers"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"alertId\": \"%s\", \"revision\": %d, \"intent\": \"%s\"}"
                        .formatted(alertId, revision, intent)));
    if (header != null) {
      request.header("X-Marsad-Page", header);
    }
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    // When
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    // Then
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void shouldListTheLatestRevisionsNewestFirst() throws Exception {
    // Given
    state.onAlert(Examples.alert("early").build());
    state.onAlert(Examples.alert("late").setSentAt(Examples.NOON.plusSeconds(60)).build());
    state.onAlert(
        Examples.alert("early").setRevision(2).setMessageType(MessageType.CANCEL).build());
    // When
    var list = json("/api/alerts");
    // Then
    assertThat(list.get("total").intValue()).isEqualTo(2);
    assertThat(list.at("/alerts/0/alertId").textValue()).isEqualTo("late");
    assertThat(list.at("/alerts/1/messageType").textValue()).isEqualTo("CANCEL");
  }

  @Test
  void shouldFilterByAreaSubjectAndFindingAndCutAtTheLimit() throws Exception {
    // Given
    state.onAlert(Examples.alert("a").build());
    state.onAlert(Examples.alert("b").setArea("idlib").build());
    state.onAlert(Examples.record("c", 26, new CountRange(45, 59, 74)).build());
    state.onStrike(Examples.strike("s").build());
    state.onStrike(Examples.strike("t").setArea("idlib").build());
    // Then
    assertThat(json("/api/alerts?area=idlib").at("/alerts/0/alertId").textValue()).isEqualTo("b");
    assertThat(json("/api/alerts?area=aleppo&subject=DAY").at("/alerts/0/alertId").textValue())
        .isEqualTo("c");
    assertThat(json("/api/alerts?finding=RESIDENTIAL_STRIKE").get("total").intValue()).isEqualTo(2);
    assertThat(json("/api/alerts?subject=DAY&finding=WAVE").get("total").intValue()).isZero();
    assertThat(json("/api/alerts?limit=2").get("alerts")).hasSize(2);
    assertThat(json("/api/alerts?limit=2").get("total").intValue()).isEqualTo(3);
    assertThat(json("/api/strikes?area=idlib").at("/strikes/0/strikeId").textValue())
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "5001", "many"})
  void shouldRefuseALimitThatIsNone(String limit) throws Exception {
    // When
    var answer = get("/api/alerts?limit=" + limit);
    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("limit: ", "(expected: 1..5000)");
  }

  @Test
  void shouldSendTheMapOnlyWhenItChanged() throws Exception {
    // Given
    state.onArea(Examples.aleppo().build());
    var first = get("/api/areas");
    var etag = first.headers().firstValue("ETag").orElseThrow();
    // When
    var again = get("/api/areas", "If-None-Match", etag);
    state.onArea(Examples.aleppo().setVersion(2).setLat(36.3).build());
    var changed = get("/api/areas", "If-None-Match", etag);
    // Then
    assertThat(first.headers().firstValue("Content-Type")).hasValue("application/geo+json");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldStreamGreetingHeartbeatAndEachNewRevision() throws Exception {
    try (var reader = reader()) {
      await().until(() -> reader.text().contains("event: heartbeat"));
      // When
      state.onAlert(Examples.alert("a").build());
      state.onAlert(Examples.alert("a").build()); // the same revision again is no news
      state.onStrike(Examples.strike("s").build());
      // Then
      await().until(() -> reader.text().contains("event: strike"));
      assertThat(reader.header("Content-Type")).startsWith("text/event-stream");
      assertThat(reader.text())
          .startsWith("retry: ")
          .contains("\"caughtUp\":true", "\"brokerSecondsAgo\":3", "\"clients\":1")
          .containsOnlyOnce("event: alert\ndata: {\"alertId\":\"a\"");
      assertThat(dashboard.clients()).isEqualTo(1);
    }
    await()
        .untilAsserted(
            () -> {
              state.events().send(SseFrame.event(null, "heartbeat", "{}"));
              assertThat(dashboard.clients()).isZero();
            });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldResumeByHeaderOrByParameter(boolean byHeader) throws Exception {
    // Given
    String lastId;
    try (var reader = reader()) {
      state.onAlert(Examples.alert("a").build());
      await().until(() -> reader.text().contains("\"alertId\":\"a\""));
      lastId = reader.text().replaceAll("(?s).*id: (\\S+)\nevent: alert.*", "$1");
    }
    state.onAlert(Examples.alert("b").build());
    // When
    try (var reader =
        byHeader
            ? new EventReader(http, uri("/events"), "Last-Event-ID", lastId)
            : new EventReader(http, uri("/events?lastEventId=" + lastId))) {
      // Then
      await().until(() -> reader.text().contains("\"alertId\":\"b\""));
      assertThat(reader.text()).doesNotContain("\"alertId\":\"a\"", "event: reset");
    }
  }

  @Test
  void shouldResetAReaderOfAnEarlierProcess() throws Exception {
    try (var reader = new EventReader(http, uri("/events"), "Last-Event-ID", "earlier:7")) {
      await().until(() -> reader.text().contains("event: reset"));
    }
  }

  @Test
  void shouldHoldFiftyReadersAndEndTheirStreamsWhenItCloses() throws Exception {
    // Given
    var readers = new ArrayList<EventReader>();
    for (var i = 0; i < 50; i++) {
      readers.add(reader());
    }
    await().until(() -> dashboard.clients() == 50);
    // When
    for (var i = 0; i < 100; i++) {
      state.onAlert(Examples.alert("alert-" + i).build());
    }
    // Then
    for (var reader : readers) {
      await().until(() -> reader.text().contains("\"alert-99\""));
      assertThat(reader.text().split("event: alert\n", -1)).hasSize(101);
    }
    dashboard.close();
    await().until(() -> readers.stream().allMatch(EventReader::ended));
    assertThat(dashboard.clients()).isZero();
  }

  @Test
  void shouldDisconnectAReaderThatTakesNothingWithoutDelayingTheOthers() throws Exception {
    // Given: a reader that reads its first byte and then nothing more
    try (var slow = new Socket(InetAddress.getLoopbackAddress(), server.port());
        var swift = reader()) {
      slow.getOutputStream()
          .write(
              "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(slow.getInputStream().read()).isPositive();
      await().until(() -> dashboard.clients() == 2);
      // When
      var big = new Place(null, null, null, PlaceBasis.NONE, "x".repeat(100_000));
      for (var sent = 1; sent <= 200 && dashboard.clients() == 2; sent++) {
        state.onAlert(Examples.alert("alert-" + sent).setPlace(big).build());
        var bytes = sent * 100_000;
        await().until(() -> swift.size() > bytes);
      }
      // Then
      await().until(() -> dashboard.clients() == 1);
      assertThat(swift.ended()).isFalse();
      await().until(() -> ends(slow.getInputStream()));
    }
  }

  private static boolean ends(InputStream in) {
    try {
      while (in.read(new byte[65_536]) >= 0) {
        // what was under way before the cut
      }
    } catch (IOException e) {
      return true;
    }
    return true;
  }

  private EventReader reader() throws IOException, InterruptedException {
    return new EventReader(http, uri("/events"));
  }

  private JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(get(path).body());
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static Acknowledgement answer(
      String alertId, String subscriber, String team, Intent intent, int second) {
    return new Acknowledgement(
        alertId, 1, subscriber, team, intent, "hook", Examples.NOON.plusSeconds(second));
  }
}
