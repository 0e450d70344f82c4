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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Reality;
import org.marsad.message.SourceKind;
import org.marsad.message.Staffing;
import org.marsad.producer.TestPlaces;
import org.marsad.producer.publish.Fate;
import org.marsad.schemas.http.RequestBody;

/** Heartbeats and hospital statuses over HTTP. */
final class StatusIntakesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String HOSPITAL = SourceTokens.generate();
  private static final String OBSERVER = SourceTokens.generate();
  private static final String OPERATOR = SourceTokens.generate();
  private static final String HIDDEN = SourceTokens.generate();
  private static final int RATE = 10;
  private static final String BEAT = "{\"area\": \"aleppo\", \"everySeconds\": 300}";
  private static final String STATUS =
      """
      {"siteId": "hospital-a", "area": "aleppo", "emergencyDepartment": "ADVISORY",
       "bedsAvailable": 4, "staffing": "INSUFFICIENT"}\
      """;

  @TempDir Path folder;

  private final List<Heartbeat> heartbeats = new ArrayList<>();
  private final List<HospitalStatus> statuses = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Fate fate = new Fate.Published(0, 1);
  private volatile String missedBy = "";
  private IntakeServer server;
  private Pseudonyms pseudonyms;

  @BeforeEach
  void start() throws IOException {
    var key = folder.resolve("key");
    Pseudonyms.createKey(key);
    pseudonyms = Pseudonyms.read(key);
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var door =
        new Door(
            SourceDirectory.of(
                List.of(
                    source("the hospital", HOSPITAL, "hospital-a"),
                    source("the hidden hospital", HIDDEN, "hidden", "absent"),
                    source("Dr Salma", OBSERVER),
                    source("operator", OPERATOR, "*"))),
            new Limits(RATE, 10 * RATE),
            RequestBody.WITHIN,
            () -> 0);
    server =
        IntakeServer.start(
            "127.0.0.1",
            0,
            List.of(
                new HeartbeatIntake(door, pseudonyms, TestPlaces.areas(), this::take, clock),
                new HospitalIntake(door, TestPlaces.areas(), this::take, clock)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldTakeAHeartbeatOfTheTokensSourceUnderItsPseudonym() throws Exception {
    // When
    var answer = post(OBSERVER, HeartbeatIntake.PATH, BEAT);
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("[{\"area\":\"aleppo\",\"status\":\"taken\"}]");
    assertThat(heartbeats)
        .singleElement()
        .satisfies(
            beat -> {
              assertThat(beat.getSource().getId()).isEqualTo(pseudonyms.of("Dr Salma"));
              assertThat(beat.getArea()).isEqualTo("aleppo");
              assertThat(beat.getEverySeconds()).isEqualTo(300);
              assertThat(beat.getSentAt()).isEqualTo(NOW);
              assertThat(beat.getReality()).isEqualTo(Reality.ACTUAL);
            });
  }

  @Test
  void shouldNotHoldAHeartbeatUpWhenTheLogIsAway() throws Exception {
    fate = new Fate.Refused("kafka: away");
    assertThat(post(OBSERVER, HeartbeatIntake.PATH, BEAT).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldNameAllFaultsOfAHeartbeat() throws Exception {
    // When
    var answer =
        post(
            OBSERVER,
            HeartbeatIntake.PATH,
            "[%s, {\"area\": \"atlantis\", \"everySeconds\": 0, \"source\": 1}, {}]"
                .formatted(BEAT));
    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(faults(answer))
        .containsExactly("1 area", "1 everySeconds", "1 source", "2 area", "2 everySeconds");
    assertThat(heartbeats).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,202", "86400,202", "86401,422", "0,422", "-5,422", "1.5,422", "'\"9\"',422"})
  void shouldTakeAPromiseOfASecondToADay(String seconds, int status) throws Exception {
    assertThat(post(OBSERVER, HeartbeatIntake.PATH, BEAT.replace("300", seconds)).statusCode())
        .isEqualTo(status);
  }

  @Test
  void shouldTakeTheStatusOfTheTokensOwnHospital() throws Exception {
    // When
    var answer = post(HOSPITAL, HospitalIntake.PATH, STATUS);
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("[{\"siteId\":\"hospital-a\",\"status\":\"published\"}]");
    assertThat(statuses).contains(advisory("aleppo"));
  }

  @Test
  void shouldTellEveryAreaThatListsTheHospital() throws Exception {
    // When
    post(HOSPITAL, HospitalIntake.PATH, STATUS.replace("\"area\": \"aleppo\",", ""));
    // Then
    assertThat(statuses).containsExactly(advisory("aleppo"), advisory("azaz"));
  }

  @ParameterizedTest
  @CsvSource({"azaz,202", "homs,422", "atlantis,422"})
  void shouldTakeAStatusForAnAreaThatListsTheHospitalOnly(String area, int status)
      throws Exception {
    var answer = post(HOSPITAL, HospitalIntake.PATH, STATUS.replace("aleppo", area));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(statuses).hasSize(status == 202 ? 2 : 0);
  }

  @Test
  void shouldTakeTheStatusOfAConfidentialHospitalWithItsKey() throws Exception {
    // When
    var answer = post(OPERATOR, HospitalIntake.PATH, confidential("hidden", TestPlaces.SITE_KEY));
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("[{\"siteId\":\"hidden\",\"status\":\"published\"}]");
    assertThat(statuses).extracting(HospitalStatus::getArea).containsExactly("aleppo", "azaz");
    assertThat(statuses).noneMatch(status -> status.toString().contains(TestPlaces.SITE_KEY));
  }

  /** Same length of id, so that the answers can be equal to the byte. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"siteKey\": \"wrong\",",
        "\"siteKey\": \"\",",
        "\"siteKey\": 7,",
        "\"area\": \"homs\",",
        "\"area\": \"atlantis\", \"siteKey\": \"wrong\",",
        "\"reality\": \"EXERCISE\", \"siteKey\": \"" + TestPlaces.SITE_KEY + "\",",
        "\"reality\": \"TEST\", \"bedsAvailable\": -1,",
      })
  void shouldAnswerAWrongKeyAsIfThereWereNoSuchHospital(String fields) throws Exception {
    for (var token : List.of(OPERATOR, HIDDEN, OBSERVER)) {
      // When
      var hidden = post(token, HospitalIntake.PATH, status("hidden", fields));
      var absent = post(token, HospitalIntake.PATH, status("absent", fields));
      // Then
      assertThat(hidden.statusCode()).isEqualTo(422);
      assertThat(hidden.statusCode()).isEqualTo(absent.statusCode());
      assertThat(hidden.body()).isEqualTo(absent.body().replace("absent", "hidden"));
      assertThat(headers(hidden)).isEqualTo(headers(absent));
    }
    assertThat(statuses).isEmpty();
  }

  @Test
  void shouldRepeatNoKeyInAnAnswer() throws Exception {
    var answer =
        post(OPERATOR, HospitalIntake.PATH, confidential("hidden", "a secret ".repeat(20)));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).doesNotContain("a secret");
  }

  @Test
  void shouldCallAStatusRefusedThatOneAreaMisses() throws Exception {
    // Given
    missedBy = "azaz";
    // When
    var answer = post(HOSPITAL, HospitalIntake.PATH, STATUS);
    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(json(answer).at("/0/status").asText()).isEqualTo("refused");
  }

  /** Whether the other hospital exists makes no difference to the answer. */
  @ParameterizedTest
  @ValueSource(strings = {"hospital-b", "no-such-hospital"})
  void shouldLetNobodySpeakForAnotherHospital(String other) throws Exception {
    for (var token : List.of(HOSPITAL, OBSERVER)) {
      var answer = post(token, HospitalIntake.PATH, STATUS.replace("hospital-a", other));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(json(answer).at("/errors/0/expected").asText())
          .isEqualTo("a site that this token speaks for");
    }
    assertThat(post(OBSERVER, HospitalIntake.PATH, STATUS).statusCode()).isEqualTo(422);
    assertThat(statuses).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"hospital-b,202", "school-1,422", "no-such-hospital,422"})
  void shouldLetTheOperatorSpeakForEveryHospitalThatThereIs(String site, int status)
      throws Exception {
    assertThat(post(OPERATOR, HospitalIntake.PATH, STATUS.replace("hospital-a", site)).statusCode())
        .isEqualTo(status);
  }

  @Test
  void shouldNameAllFaultsOfAllStatusesAndPublishNone() throws Exception {
    // Given
    var bad =
        """
        {"siteId": "hospital-a", "area": "homs", "emergencyDepartment": "FULL",
         "bedsAvailable": -1, "operatingRoomsAvailable": 1.5, "staffing": "SOME",
         "reality": "DRILL", "updatedAt": "2026-03-01T10:10:01Z", "beds": 3}\
        """;
    // When
    var answer = post(HOSPITAL, HospitalIntake.PATH, "[%s, %s]".formatted(STATUS, bad));
    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(faults(answer))
        .containsExactly(
            "1 reality",
            "1 area",
            "1 emergencyDepartment",
            "1 bedsAvailable",
            "1 operatingRoomsAvailable",
            "1 staffing",
            "1 updatedAt",
            "1 beds");
    assertThat(statuses).isEmpty();
  }

  @Test
  void shouldTakeTheHospitalsOwnTimeUpToTenMinutesAhead() throws Exception {
    // Given
    var ahead =
        STATUS.replace(
            "\"bedsAvailable\"", "\"updatedAt\": \"2026-03-01T10:10:00Z\", \"bedsAvailable\"");
    // When
    var answer = post(HOSPITAL, HospitalIntake.PATH, ahead);
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(statuses.get(0).getUpdatedAt()).isEqualTo(NOW.plusSeconds(600));
  }

  @Test
  void shouldSayWhenNobodyHasTheStatus() throws Exception {
    // Given
    fate = new Fate.Refused("kafka: away");
    // When
    var answer = post(HOSPITAL, HospitalIntake.PATH, STATUS);
    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(json(answer).at("/0/reason").asText()).isEqualTo("kafka: away");
  }

  @ParameterizedTest
  @ValueSource(strings = {HeartbeatIntake.PATH, HospitalIntake.PATH})
  void shouldBeAsStrictAtEveryDoor(String path) throws Exception {
    assertThat(post("nonsense", path, BEAT).statusCode()).isEqualTo(401);
    assertThat(post(OPERATOR, path, "{").statusCode()).isEqualTo(422);
    assertThat(post(OPERATOR, path, "[]").statusCode()).isEqualTo(422);
    assertThat(post(OPERATOR, path, "[7]").statusCode()).isEqualTo(422);
    assertThat(post(OPERATOR, path, " ".repeat(Door.MAX_BYTES + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void shouldCountAllRoutesOfADoorTogether() throws Exception {
    for (var i = 0; i < RATE; i++) {
      assertThat(post(OBSERVER, HeartbeatIntake.PATH, BEAT).statusCode()).isEqualTo(202);
    }
    assertThat(post(OBSERVER, HeartbeatIntake.PATH, BEAT).statusCode()).isEqualTo(429);
    assertThat(post(OBSERVER, HospitalIntake.PATH, STATUS).statusCode()).isEqualTo(429);
    assertThat(post(HOSPITAL, HospitalIntake.PATH, STATUS).statusCode()).isEqualTo(202);
  }

  private static HospitalStatus advisory(String area) {
    return HospitalStatus.newBuilder()
        .setSiteId("hospital-a")
        .setArea(area)
        .setEmergencyDepartment(EmergencyDepartment.ADVISORY)
        .setBedsAvailable(4)
        .setStaffing(Staffing.INSUFFICIENT)
        .setUpdatedAt(NOW)
        .setReality(Reality.ACTUAL)
        .build();
  }

  private static String confidential(String siteId, String key) {
    return status(siteId, "\"siteKey\": \"%s\",".formatted(key));
  }

  private static String status(String siteId, String fields) {
    return "{\"siteId\": \"%s\", %s \"emergencyDepartment\": \"CLOSED\"}".formatted(siteId, fields);
  }

  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    var headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  private static KnownSource source(String name, String token, String... sites) {
    return new KnownSource(
        name, SourceTokens.hash(token), SourceKind.OBSERVER, null, null, false, List.of(sites));
  }

  private CompletableFuture<Fate> take(Heartbeat heartbeat) {
    heartbeats.add(heartbeat);
    return CompletableFuture.completedFuture(fate);
  }

  private CompletableFuture<Fate> take(HospitalStatus status) {
    statuses.add(status);
    return CompletableFuture.completedFuture(
        status.getArea().equals(missedBy) ? new Fate.Refused("kafka: away") : fate);
  }

  private HttpResponse<String> post(String token, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> faults(HttpResponse<String> answer) throws IOException {
    var faults = new ArrayList<String>();
    for (var error : json(answer).path("errors")) {
      faults.add(error.path("index").asInt() + " " + error.path("field").asText());
    }
    return faults;
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
