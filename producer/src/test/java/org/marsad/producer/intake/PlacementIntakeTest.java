package org.marsad.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.Reality;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.producer.TestReports;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.placing.PlacingOutcome;
import org.marsad.producer.report.PlacementRequest;
import org.marsad.schemas.MessageCodec;

class PlacementIntakeTest {
  private static final String OPERATOR = "operator-token";
  private static final String OBSERVER = "observer-token";
  private static final String BODY =
      """
      {"reportId": "observer-1:7", "area": "Aleppo", "neighbourhood": "Fardous",
       "by": "duty officer", "reason": "seen on a picture"}\
      """;

  static {
    MessageCodec.trustMessages();
  }

  private final List<PlacementRequest> asked = new ArrayList<>();
  private Optional<String> closed = Optional.empty();
  private PlacingOutcome outcome = new PlacingOutcome.Unknown();
  private IntakeServer server;

  @BeforeEach
  void start() {
    var gazetteer = Gazetteer.bundled();
    var sources =
        SourceDirectory.of(List.of(source("me", OPERATOR, true), source("x", OBSERVER, false)));
    var intake =
        new PlacementIntake(
            new Door(sources, Limits.DEFAULTS, () -> closed),
            gazetteer::resolve,
            gazetteer,
            this::place);
    server = IntakeServer.start("127.0.0.1", 0, List.of(intake));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldPlaceByNameOrCodeAndSayWhatCameOfIt() throws Exception {
    // Given
    outcome = new PlacingOutcome.Placed(decision(), report(), List.of("unplaced"));
    // When
    var answer = post(OPERATOR, BODY);
    // Then
    assertThat(asked)
        .containsExactly(
            new PlacementRequest(
                "observer-1:7",
                "aleppo",
                "aleppo/al-fardous",
                "duty officer",
                "seen on a picture"));
    assertThat(answer.statusCode()).isEqualTo(202);
    var placed = json(answer).path(0);
    assertThat(placed.path("status").asText()).isEqualTo("placed");
    assertThat(placed.path("place").asText()).isEqualTo("al-Fardous, Aleppo");
    assertThat(placed.path("from").path(0).asText()).isEqualTo("unplaced");
    assertThat(placed.path("by").asText()).isEqualTo("duty officer");
    assertThat(placed.path("at").asText()).isEqualTo("2016-10-12T12:00:00Z");
  }

  @Test
  void shouldTakeNothingWhileItIsClosedAndSayWhyToThoseWhoAreKnown() throws Exception {
    // Given
    closed = Optional.of("the disk is full");
    // When
    var answer = post(OPERATOR, BODY);
    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("30");
    assertThat(answer.body()).isEqualTo("{\"reason\":\"the disk is full\"}");
    assertThat(post("nobody", BODY).statusCode()).isEqualTo(401);
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldTakeTheWordOfTheOperatorAlone() throws Exception {
    assertThat(post(OBSERVER, BODY).statusCode()).isEqualTo(403);
    assertThat(post("nobody", BODY).statusCode()).isEqualTo(401);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"area\": \"Aleppo\"        | \"area\": \"Aleppa\"      | area          | the code or name"
            + " of an area; did you mean Aleppo (aleppo)",
        "\"area\": \"Aleppo\"        | \"area\": \"Reykjavik\"   | area          | the code or name"
            + " of an area",
        "\"area\": \"Aleppo\"        | \"area\": \"Fardous\"     | area          | the code or name"
            + " of an area; did you mean al-Fardous (aleppo/al-fardous)",
        "\"neighbourhood\": \"Fardous\" | \"neighbourhood\": \"Gardouz\" | neighbourhood | one of"
            + " aleppo; did you mean al-Fardous (aleppo/al-fardous)?",
        "\"area\": \"Aleppo\"        | \"area\": \"idlib\"       | neighbourhood | one of"
            + " idlib; did you mean al-Fardous (aleppo/al-fardous)",
        "\"by\": \"duty officer\"    | \"by\": \" \"             | by            | text of 1 to 100"
            + " characters",
        "\"reason\": \"seen on a picture\" | \"reason\": null    | reason        | text of 1 to 300"
            + " characters",
        "\"reportId\": \"observer-1:7\" | \"report\": \"7\"      | reportId      | text of 1 to 300"
            + " characters",
      })
  void shouldNameWhatCannotBeUsed(String right, String wrong, String field, String expected)
      throws Exception {
    var answer = post(OPERATOR, BODY.replace(right, wrong));
    assertThat(answer.statusCode()).isEqualTo(422);
    var error = json(answer).path("errors").path(0);
    assertThat(error.path("field").asText()).isEqualTo(field);
    assertThat(error.path("expected").asText()).startsWith(expected);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"al-fardous", "aleppo/al-fardous", "الفردوس"})
  void shouldTakeTheCodesThatItNames(String neighbourhood) throws Exception {
    post(OPERATOR, BODY.replace("Fardous", neighbourhood));
    assertThat(asked)
        .extracting(PlacementRequest::neighbourhood)
        .containsExactly("aleppo/al-fardous");
  }

  @Test
  void shouldTakeOneAtATime() throws Exception {
    var answer = post(OPERATOR, "[" + BODY + "," + BODY + "]");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("one at a time");
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldSayWhyNothingWasPlaced() throws Exception {
    assertThat(expected(post(OPERATOR, BODY))).isEqualTo("the id of a report in the log");
    outcome = new PlacingOutcome.TakenBack();
    assertThat(expected(post(OPERATOR, BODY)))
        .isEqualTo("a report that its source did not take back");
    outcome = new PlacingOutcome.ThereAlready(report());
    assertThat(expected(post(OPERATOR, BODY)))
        .isEqualTo("a report that is not in al-Fardous, Aleppo already");
    outcome = new PlacingOutcome.Refused("kafka: away");
    var away = post(OPERATOR, BODY);
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(json(away).path("reason").asText()).isEqualTo("kafka: away");
  }

  private PlacingOutcome place(PlacementRequest wanted) {
    asked.add(wanted);
    return outcome;
  }

  private static KnownSource source(String name, String token, boolean operator) {
    return new KnownSource(
        name,
        SourceTokens.hash(token),
        SourceKind.OBSERVER,
        null,
        null,
        false,
        List.of(),
        operator,
        List.of(),
        null);
  }

  private static StrikeReport report() {
    return StrikeReport.newBuilder(TestReports.report("7", 0))
        .setNeighbourhood("aleppo/al-fardous")
        .build();
  }

  private static Decision decision() {
    return Decision.newBuilder()
        .setDecisionId("place:7")
        .setRevision(1)
        .setStatus(DecisionStatus.STANDING)
        .setKind(DecisionKind.PLACE)
        .setReality(Reality.ACTUAL)
        .setArea("aleppo")
        .setReportIds(List.of("observer-1:7"))
        .setDecidedBy("duty officer")
        .setReason("seen on a picture")
        .setDecidedAt(Instant.parse("2016-10-12T12:00:00Z"))
        .build();
  }

  private HttpResponse<String> post(String token, String body) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + server.port() + PlacementIntake.PATH);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String expected(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(422);
    return json(answer).path("errors").path(0).path("expected").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
