package org.marsad.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.producer.TestPlaces;
import org.marsad.producer.publish.Fate;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.http.RequestBody;
import org.marsad.schemas.launch.Readiness;

final class IntakeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String OBSERVER = SourceTokens.generate();
  private static final String RELAY = SourceTokens.generate();
  private static final int RATE = 5;
  private static final int IN_ALL = 8;
  private static final String REPORT =
      """
      {"localId": "7", "occurredFrom": "2026-03-01T09:55:00Z", "placeText": "Fardous",
       "impacts": 6}\
      """;

  @TempDir Path folder;

  private final List<StrikeReport> log = new ArrayList<>();
  private UnaryOperator<StrikeReport> place = UnaryOperator.identity();
  private final AtomicLong nanoTime = new AtomicLong();
  private volatile Function<StrikeReport, Fate> broker = report -> new Fate.Published(0, 1);
  private final HttpClient client = HttpClient.newHttpClient();
  private IntakeServer server;
  private Pseudonyms pseudonyms;

  @BeforeEach
  void start() throws IOException {
    var key = folder.resolve("key");
    Pseudonyms.createKey(key);
    pseudonyms = Pseudonyms.read(key);
    var sources =
        List.of(
            new KnownSource(
                "Dr Salma",
                SourceTokens.hash(OBSERVER),
                SourceKind.OBSERVER,
                null,
                "aleppo",
                false),
            new KnownSource(
                "sms gateway", SourceTokens.hash(RELAY), SourceKind.AGENCY, null, null, true));
    var intake =
        new Intake(
            new Door(
                SourceDirectory.of(sources),
                new Limits(RATE, IN_ALL),
                RequestBody.WITHIN,
                nanoTime::get),
            pseudonyms,
            TestPlaces::resolve,
            TestPlaces.areas(),
            report -> place.apply(report),
            new NewestDays(TestPlaces.areas(), Horizon.DEFAULTS),
            this::publish,
            Clock.fixed(NOW, ZoneOffset.UTC));
    server =
        IntakeServer.start(
            "127.0.0.1",
            0,
            List.of(
                intake, new HealthRoutes(() -> new Readiness(Optional.of("starting"), List.of()))));
  }

  @AfterEach
  void stop() {
    server.close();
    server.close();
  }

  @Test
  void shouldAnswerWithTheIdOnceTheReportIsInTheLog() throws Exception {
    // When
    var answer = post(OBSERVER, REPORT);
    // Then
    var id = pseudonyms.of("Dr Salma") + ":7";
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            """
            [{"reportId":"%s","area":"aleppo","neighbourhood":"aleppo/al-fardous",\
            "place":"aleppo","placeInArabic":"aleppo","status":"published"}]\
            """
                .formatted(id));
    assertThat(log)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.getReportId()).isEqualTo(id);
              assertThat(report.getReceivedAt()).isEqualTo(NOW);
              assertThat(report.getNeighbourhood()).isEqualTo("aleppo/al-fardous");
              assertThat(report.toString()).doesNotContain("Salma");
            });
  }

  @Test
  void shouldPutAReportWhereAPersonPlacedItAndSayWhere() throws Exception {
    // Given
    place =
        report -> StrikeReport.newBuilder(report).setArea("homs").setNeighbourhood(null).build();
    // When
    var answer = post(OBSERVER, REPORT);
    // Then
    assertThat(json(answer).path(0).path("area").asText()).isEqualTo("homs");
    assertThat(log).extracting(StrikeReport::getArea).containsExactly("homs");
  }

  @Test
  void shouldSayWhenReportsWaitOnTheDisk() throws Exception {
    // Given
    broker = report -> new Fate.Spooled();
    // When
    var answer = post(OBSERVER, "[%s, %s]".formatted(REPORT, REPORT.replace("\"7\"", "\"8\"")));
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer))
        .hasSize(2)
        .allSatisfy(report -> assertThat(report.path("status").asText()).isEqualTo("spooled"));
  }

  @Test
  void shouldTakeAReportOfAClockThatRunsAheadAndTellItsSender() throws Exception {
    // When
    var answer = post(OBSERVER, REPORT.replace("09:55:00Z", "10:12:00Z"));
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).path(0).path("marks").path(0).asText()).isEqualTo("CLOCK_AHEAD");
    assertThat(log)
        .singleElement()
        .satisfies(report -> assertThat(report.getOccurredFrom()).isEqualTo(NOW));
  }

  @Test
  void shouldRefuseAYearThatNobodyMeansByNameWithTheServersTime() throws Exception {
    // When
    var answer = post(OBSERVER, REPORT.replace("2026-", "2061-"));
    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    var error = json(answer).path("errors").path(0);
    assertThat(error.path("field").asText()).isEqualTo("occurredFrom");
    assertThat(error.path("value").asText()).startsWith("2061-");
    assertThat(error.path("expected").asText()).contains("2026-03-01T10:00:00Z");
    assertThat(log).isEmpty();
  }

  @Test
  void shouldAnswer503WhenNobodyTakesTheReport() throws Exception {
    // Given
    broker = report -> new Fate.Refused("spool: full");
    // When
    var answer = post(OBSERVER, REPORT);
    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(json(answer).path(0).path("reason").asText()).isEqualTo("spool: full");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"Bearer nonsense", "Bearer ", "Basic abc"})
  void shouldAnswer401WithoutAKnownToken(@Nullable String authorization) throws Exception {
    // When
    var request = request().POST(HttpRequest.BodyPublishers.ofString(REPORT));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"marsad\"");
    assertThat(log).isEmpty();
  }

  @Test
  void shouldTakeABodyOfTheLimitAndAnswer413ForAByteMore() throws Exception {
    var fits = REPORT + " ".repeat(Door.MAX_BYTES - REPORT.length());
    assertThat(post(OBSERVER, fits).statusCode()).isEqualTo(202);
    assertThat(post(OBSERVER, fits + " ").statusCode()).isEqualTo(413);
    assertThat(log).hasSize(1);
  }

  @Test
  void shouldAnswer415ForOtherTypesThanJson() throws Exception {
    assertThat(post(OBSERVER, REPORT, "text/plain").statusCode()).isEqualTo(415);
    assertThat(post(OBSERVER, REPORT, "application/json; charset=utf-8").statusCode())
        .isEqualTo(202);
  }

  @Test
  void shouldAnswer422WithAllFaultsAndPublishNothing() throws Exception {
    // Given: the first is good, the second has three faults
    var bad =
        """
        {"localId": "8", "occurredFrom": "2026-03-01T09:55:00Z", "lat": 95, "lon": 37,
         "occurredUntil": "2026-03-01T09:54:59Z", "source": {"id": "me"}}\
        """;
    // When
    var answer = post(OBSERVER, "[%s, %s]".formatted(REPORT, bad));
    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("errors"))
        .allSatisfy(error -> assertThat(error.path("index").asInt()).isEqualTo(1))
        .extracting(error -> error.path("field").asText())
        .containsExactlyInAnyOrder("source", "lat", "occurredUntil");
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "[7]"})
  void shouldAnswer422ForWhatIsNoReport(String body) throws Exception {
    assertThat(post(OBSERVER, body).statusCode()).isEqualTo(422);
  }

  @Test
  void shouldTakeAsManyReportsAsTheLimitAndNotOneMore() throws Exception {
    var tooMany = post(OBSERVER, list(RATE + 1));
    assertThat(tooMany.statusCode()).isEqualTo(422);
    assertThat(tooMany.body()).contains("6 entries", "1 to 5");
    nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(post(OBSERVER, list(RATE)).statusCode()).isEqualTo(202);
    assertThat(log).hasSize(RATE);
  }

  @Test
  void shouldLimitReportsAndNotRequests() throws Exception {
    assertThat(post(OBSERVER, list(RATE - 1)).statusCode()).isEqualTo(202);
    assertThat(post(OBSERVER, list(2)).statusCode()).isEqualTo(429);
    assertThat(log).hasSize(RATE - 1);
  }

  @Test
  void shouldLimitWhatAllSourcesSendTogether() throws Exception {
    // Given
    assertThat(post(OBSERVER, list(RATE)).statusCode()).isEqualTo(202);
    var named = REPORT.replace("{", "{\"source\": {\"id\": \"Abu Omar\"}, ");
    var four = "[" + String.join(",", Collections.nCopies(4, named)) + "]";
    // When
    var answer = post(RELAY, four);
    // Then: only 3 of 8 were left, although it has 5 of its own
    assertThat(answer.statusCode()).isEqualTo(429);
    nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(post(RELAY, four).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldAnswer429WhenASourceIsTooBusyAndNotHoldItAgainstOthers() throws Exception {
    // Given
    for (var i = 0; i < RATE; i++) {
      assertThat(post(OBSERVER, REPORT).statusCode()).isEqualTo(202);
    }
    // When
    var answer = post(OBSERVER, REPORT);
    // Then
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("12");
    assertThat(post(RELAY, "{}").statusCode()).isEqualTo(422);
    nanoTime.addAndGet(Duration.ofSeconds(12).toNanos());
    assertThat(post(OBSERVER, REPORT).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldTakeARelaysSourceUnderAPseudonym() throws Exception {
    // When
    var said =
        "{\"source\": {\"id\": \"Abu Omar\", \"kind\": \"OBSERVER\", \"lineage\": \"the wire\"},"
            + REPORT.substring(1);
    assertThat(post(RELAY, said).statusCode()).isEqualTo(202);
    assertThat(json(post(RELAY, REPORT)).path("errors").path(0).path("field").asText())
        .isEqualTo("source");
    // Then
    var source = log.get(0).getSource();
    assertThat(source.getId()).isEqualTo(pseudonyms.of("Abu Omar"));
    assertThat(source.getLineage()).isEqualTo(pseudonyms.of("sms gateway"));
    assertThat(source.getKind()).isEqualTo(SourceKind.OBSERVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"status\": \"RETRACTED\", \"revision\": 2,"})
  void shouldNotLetARelaySpeakForASourceThatIsListed(String more) throws Exception {
    // Given
    assertThat(post(OBSERVER, REPORT).statusCode()).isEqualTo(202);
    // When
    var said = "{\"source\": {\"id\": \"Dr Salma\"}," + more + REPORT.substring(1);
    var answer = post(RELAY, said);
    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("errors").path(0).path("field").asText()).isEqualTo("source.id");
    assertThat(log).hasSize(1);
  }

  @Test
  void shouldCountAllWhomARelayNamesAsOneVoiceAndLetItSpeakForItself() throws Exception {
    // When
    for (var name : List.of("Abu Omar", "Um Ali", "sms gateway")) {
      var said = "{\"source\": {\"id\": \"" + name + "\"}," + REPORT.substring(1);
      assertThat(post(RELAY, said).statusCode()).isEqualTo(202);
    }
    // Then
    assertThat(log).extracting(report -> report.getSource().getId()).doesNotHaveDuplicates();
    assertThat(log)
        .extracting(report -> report.getSource().getLineage())
        .containsOnly(pseudonyms.of("sms gateway"));
  }

  @Test
  void shouldRefuseWhatIsTooOldBesideWhatWasTakenBefore() throws Exception {
    // Given history in an area of which nothing is known
    assertThat(post(OBSERVER, REPORT.replace("2026-", "2016-")).statusCode()).isEqualTo(202);
    assertThat(post(OBSERVER, REPORT).statusCode()).isEqualTo(202);
    // When
    var answer = post(OBSERVER, REPORT.replace("2026-", "2016-"));
    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("occurredFrom", "2025-01-25 or later: 400 days before the newest day");
    assertThat(log).hasSize(2);
    // and another world is another matter
    var exercise = REPORT.replace("{", "{\"reality\": \"EXERCISE\", ").replace("2026-", "2016-");
    assertThat(post(OBSERVER, exercise).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldLetThroughWhatMayTakeAKnownReportBackHoweverOldItSays() throws Exception {
    assertThat(post(OBSERVER, REPORT).statusCode()).isEqualTo(202);
    var old = REPORT.replace("2026-", "2016-");
    var revised = old.replace("{", "{\"revision\": 2, ");
    assertThat(post(OBSERVER, revised).statusCode()).isEqualTo(202);
    var retracted = old.replace("{", "{\"status\": \"RETRACTED\", ");
    assertThat(post(OBSERVER, retracted).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldRefuseAListThatEndsWithWhatIsTooOldBesideItsBeginning() throws Exception {
    var old = REPORT.replace("2026-", "2016-").replace("\"7\"", "\"8\"");
    // When: told newest first
    assertThat(post(OBSERVER, "[%s, %s]".formatted(REPORT, old)).statusCode()).isEqualTo(422);
    // Then nothing of it is published, and counts for nothing
    assertThat(log).isEmpty();
    assertThat(post(OBSERVER, "[%s, %s]".formatted(old, REPORT)).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldNotCountAsNewestWhatNoBrokerTook() throws Exception {
    // Given
    broker = report -> new Fate.Refused("kafka: away");
    assertThat(post(OBSERVER, REPORT).statusCode()).isEqualTo(503);
    // When
    broker = report -> new Fate.Published(0, 1);
    // Then
    assertThat(post(OBSERVER, REPORT.replace("2026-", "2016-")).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldSayThatItLivesAndWhyItIsNotReady() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    var ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(json(ready).path("reason").asText()).isEqualTo("starting");
  }

  private static String list(int reports) {
    return "[" + String.join(",", Collections.nCopies(reports, REPORT)) + "]";
  }

  private CompletableFuture<Fate> publish(StrikeReport report) {
    var fate = broker.apply(report);
    if (!(fate instanceof Fate.Refused)) {
      log.add(report);
    }
    return CompletableFuture.completedFuture(fate);
  }

  private HttpResponse<String> post(String token, String body) throws Exception {
    return post(token, body, "application/json");
  }

  private HttpResponse<String> post(String token, String body, String contentType)
      throws Exception {
    var request =
        request()
            .setHeader("Content-Type", contentType)
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(uri(Intake.PATH))
        .timeout(Duration.ofMinutes(2))
        .header("Content-Type", "application/json");
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
