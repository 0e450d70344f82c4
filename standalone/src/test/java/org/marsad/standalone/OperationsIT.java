package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.operations.people.Passwords;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.AuditEvent;
import org.marsad.message.AuditOutcome;
import org.marsad.message.Reality;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;

/** The service for people inside a whole Marsad: a night at the desk, on one that runs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOSPITAL = "exercise-hospital-a";
  private static final String PASSWORD = "a long night at the desk";

  @TempDir private static Path data;
  private static Standalone marsad;
  private static Desk local;
  private static Reporter observer;
  private static Visitor editor;
  private static Visitor ward;

  @BeforeAll
  static void start() throws Exception {
    var password = Passwords.hash(PASSWORD);
    Files.writeString(
        new Folders(data).users(),
        """
        - {name: night-shift, role: EDITOR, password: "%1$s"}
        - {name: radio, role: VIEWER, password: "%1$s"}
        - {name: ward, role: OPERATOR, subscriber: ward-a, password: "%1$s"}
        """
            .formatted(password));
    var hospital =
        Subscriber.builder("ward-a", Role.HOSPITAL)
            .site(HOSPITAL)
            .areas("aleppo")
            .realities(Set.of(Reality.EXERCISE))
            .build();
    marsad =
        Running.in(
            data,
            List.of(hospital),
            Map.of("proxy.user.header", "X-Remote-User", "proxy.addresses", "192.0.2.1"));
    local = Desk.of(marsad, data);
    observer = Running.operator(marsad, data);
    editor = Visitor.to(marsad).signedIn("night-shift", PASSWORD);
    ward = Visitor.to(marsad).signedIn("ward", PASSWORD);
  }

  @AfterAll
  static void stop() {
    if (marsad != null) {
      marsad.close();
    }
  }

  @Test
  @Order(1)
  void shouldKnowTheLocalOperatorByTokenAndByALinkThatWorksOnce() throws Exception {
    // Given
    var file = new Folders(data).operationsToken();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(local.get("/session").path("role").asText()).isEqualTo("ADMIN");
    var secret = marsad.signInLink().replaceFirst(".*#", "");
    var link = "{\"link\": \"%s\"}".formatted(secret);
    // When
    var visitor = Visitor.to(marsad);
    assertThat(visitor.post("/session", link).statusCode()).isEqualTo(200);
    // Then
    assertThat(visitor.get("/session").path("user").asText()).isEqualTo("local");
    assertThat(Visitor.to(marsad).post("/session", link).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void shouldRefuseWhatAnotherSiteMakesABrowserSend() throws Exception {
    // When
    var forged = editor.send("POST", "/mutes", "{}", Map.of());
    var crossSite =
        editor.send(
            "POST",
            "/mutes",
            "{}",
            Map.of("X-Marsad-Request", "1", "Sec-Fetch-Site", "cross-site"));
    // Then
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(crossSite.statusCode()).isEqualTo(403);
    assertThat(editor.post("/mutes", "{}").statusCode()).isEqualTo(422);
  }

  @Test
  @Order(3)
  void shouldNotBelieveAProxyThatIsNoneOfOurs() throws Exception {
    // When
    var forged = Map.of("X-Remote-User", "night-shift", "X-Forwarded-For", "192.0.2.1");
    var said = Visitor.to(marsad).send("GET", "/session", "", forged);
    // Then
    assertThat(said.statusCode()).isEqualTo(401);
  }

  @Test
  @Order(4)
  void shouldShowAReportLiveAndEveryAnswerToIt() throws Exception {
    try (var stream = new EventStream(editor.request("/stream"))) {
      await().atMost(PATIENCE).until(() -> !stream.named("heartbeat").isEmpty());
      // When
      report("seen", "\"placeText\": \"الفردوس\", \"killed\": 45");
      // Then
      var alert = alert(stream, "45 killed");
      // When
      var id = alert.path("alertId").asText();
      done(editor.post("/alerts/" + id + "/answers", "{\"intent\": \"EN_ROUTE\"}"));
      // Then
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  stream.named("answers").stream()
                      .anyMatch(
                          said ->
                              said.path("alertId").asText().equals(id)
                                  && said.toString().contains("EN_ROUTE")));
      assertThat(editor.get("/alerts/" + id).path("deliveries").isArray()).isTrue();
      assertThat(editor.post("/alerts/nothing/answers", "{\"intent\": \"SEEN\"}").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  @Order(5)
  void shouldMuteDecidePlaceAndSendAgain() throws Exception {
    try (var stream = new EventStream(editor.request("/stream"))) {
      // Given two reports of one place, one of none, and one that tripped over a fault
      var first = report("twin-1", "\"placeText\": \"الفردوس\", \"killed\": 2");
      var second = report("twin-2", "\"placeText\": \"الفردوس\", \"killed\": 3");
      var lost = report("lost", "\"placeText\": \"Atlantis\", \"killed\": 31");
      alert(stream, "31 killed");
      setAside();
      // When
      done(
          editor.post(
              "/mutes", "{\"area\": \"idlib\", \"for\": \"2h\", \"reason\": \"known works\"}"));
      done(
          editor.post(
              "/decisions",
              """
              {"kind": "ASSOCIATE", "area": "aleppo", "reports": ["%s", "%s"],
               "reason": "one bomb, two calls"}
              """
                  .formatted(first, second)));
      done(
          editor.post(
              "/placements",
              """
              {"reportId": "%s", "area": "aleppo", "neighbourhood": "Fardous",
               "reason": "the blue gate"}
              """
                  .formatted(lost)));
      var waiting = editor.get("/rejected").path("rejected");
      var resent =
          editor.post(
              "/rejected/resend",
              "{\"ids\": [\"%s\"]}".formatted(waiting.path(0).path("id").asText()));
      // Then
      assertThat(editor.get("/mutes").toString()).contains("known works", "idlib");
      assertThat(editor.get("/decisions").toString()).contains("one bomb, two calls");
      assertThat(done(resent).toString()).contains("unusable");
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  stream.alerts().stream()
                      .anyMatch(
                          alert ->
                              alert.toString().contains("31 killed")
                                  && alert.path("area").asText().equals("aleppo")));
    }
  }

  @Test
  @Order(6)
  void shouldTakeAHospitalsStatusFromItsOwnUserAlone() throws Exception {
    // Given
    var closed = "{\"emergencyDepartment\": \"CLOSED\", \"reality\": \"EXERCISE\"}";
    // When
    done(ward.post("/hospitals/" + HOSPITAL + "/status", closed));
    // Then
    await().atMost(PATIENCE).until(() -> ward.get("/hospitals").toString().contains("\"CLOSED\""));
    assertThat(ward.get("/hospitals").path("hospitals")).hasSize(1);
    assertThat(ward.post("/hospitals/exercise-hospital-b/status", closed).statusCode())
        .isEqualTo(404);
    assertThat(ward.send("GET", "/strikes", "", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  @Order(7)
  void shouldEndSessionAndStreamWhenAUserIsRemoved() throws Exception {
    // Given
    var radio = Visitor.to(marsad).signedIn("radio", PASSWORD);
    try (var stream = new EventStream(radio.request("/stream"))) {
      await().atMost(PATIENCE).until(() -> !stream.named("heartbeat").isEmpty());
      // When
      assertThat(local.send("DELETE", "/users/radio", "").statusCode()).isEqualTo(204);
      // Then
      assertThat(radio.send("GET", "/session", "", Map.of()).statusCode()).isEqualTo(401);
      await().atMost(PATIENCE).until(stream::isOver);
    }
  }

  @Test
  @Order(8)
  void shouldSayOnThePageWhatAPersonHasToMend() throws Exception {
    // Given
    var sources = new Folders(data).sources();
    var sound = Files.readString(sources);
    assertThat(editor.get("/status").path("warnings")).isEmpty();
    // When
    Files.writeString(sources, sound + "- nonsense\n");
    // Then operations read what the health check says, and who is bound to a hospital does not
    await()
        .atMost(PATIENCE)
        .until(() -> editor.get("/status").path("warnings").toString().contains("sources"));
    assertThat(ward.get("/status").has("warnings")).isFalse();
    // When
    Files.writeString(sources, sound);
    // Then
    await().atMost(PATIENCE).until(() -> editor.get("/status").path("warnings").isEmpty());
  }

  @Test
  @Order(9)
  void shouldHoldEveryActInTheAudit() {
    // When
    var codec = MessageCodec.of(AuditEvent.class);
    var kafka = marsad.kafka().consumer();
    var done = new TreeSet<String>();
    for (var topic : List.of(marsad.topics().audit(), marsad.topics().privateAudit())) {
      TopicReader.readAll(kafka, topic).stream()
          .map(record -> codec.decode(record.value()))
          .filter(event -> event.getOutcome() == AuditOutcome.DONE)
          .forEach(event -> done.add(event.getUser() + " " + event.getAct()));
    }
    // Then
    assertThat(done)
        .containsExactlyInAnyOrder(
            "local signIn",
            "local removeUser",
            "night-shift signIn",
            "night-shift answerAlert",
            "night-shift setMute",
            "night-shift decide",
            "night-shift placeReport",
            "night-shift resendRejected",
            "radio signIn",
            "ward signIn",
            "ward setHospitalStatus");
  }

  @Test
  @Order(10)
  void shouldMakeWhoGuessesPasswordsWait() throws Exception {
    // Given
    var guesser = Visitor.to(marsad);
    HttpResponse<String> answer = guesser.signIn("night-shift", "a wrong guess");
    // When
    for (var tries = 1; tries < 20 && answer.statusCode() == 401; tries++) {
      answer = guesser.signIn("night-shift", "a wrong guess");
    }
    // Then
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  /** The id that a report is given. */
  private static String report(String localId, String details) throws Exception {
    var answer =
        observer.post(
            "{\"localId\": \"%s\", \"occurredFrom\": \"%s\", %s}"
                .formatted(localId, Instant.now().minusSeconds(120), details));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return JSON.readTree(answer.body()).findValue("reportId").asText();
  }

  /** What no intake took. */
  private static void setAside() throws Exception {
    try (var producer =
        new KafkaProducer<>(
            marsad.kafka().client(), new StringSerializer(), new ByteArraySerializer())) {
      var nonsense = "not avro".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(marsad.topics().reports(), "aleppo", nonsense)).get();
    }
    await().atMost(PATIENCE).until(() -> !editor.get("/rejected").path("rejected").isEmpty());
  }

  private static JsonNode alert(EventStream stream, String words) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                stream.alerts().stream()
                    .filter(alert -> alert.path("text").path("en").toString().contains(words))
                    .filter(alert -> alert.path("alertId").asText().startsWith("strike:"))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static JsonNode done(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
