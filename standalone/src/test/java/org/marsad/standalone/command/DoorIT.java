package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Rule;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;
import org.marsad.producer.publish.Fate;
import org.marsad.schemas.Findings;
import org.marsad.schemas.Marks;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.TopicReader;
import org.marsad.standalone.Folders;
import org.marsad.standalone.RunningMarsad;
import org.marsad.standalone.Standalone;

/** What comes in at the door of a running Marsad, and what was set aside. */
class DoorIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private static Path data;
  private static Standalone marsad;

  @BeforeAll
  static void start() throws Exception {
    marsad = RunningMarsad.start(data);
  }

  @AfterAll
  static void stop() {
    marsad.close();
  }

  @Test
  void shouldMakeAStrikeOfAReportWhoseClockRunsAhead() {
    // When
    var at = Instant.now().plus(Duration.ofMinutes(12)).truncatedTo(ChronoUnit.SECONDS);
    var run =
        marsad(
            "report",
            "--id",
            "ahead",
            "--place",
            "الفردوس",
            "--killed",
            "45",
            "--at",
            at.toString());
    // Then
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("published").contains(":ahead");
    assertThat(run.errors()).contains("clock ran ahead").contains("CLOCK_AHEAD");
    await().atMost(PATIENCE).until(() -> !strikesOf(":ahead").isEmpty());
    assertThat(strikesOf(":ahead").get(0).getMarks()).containsExactly(Marks.CLOCK_AHEAD);
  }

  @Test
  void shouldRefuseAYearThatNobodyMeans() {
    var run = marsad("report", "--place", "الفردوس", "--at", "2061-10-12T10:00:00Z");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.errors()).contains("occurredFrom: 2061-10-12T10:00:00Z (expected: at most 24");
  }

  @Test
  void shouldAddASourceThatMayReportWithoutARestart() throws Exception {
    // When
    var added = marsad("sources", "add", "Dr Salma", "--home-area", "aleppo");
    // Then
    assertThat(added.status()).isZero();
    var token = added.out().strip();
    var file = new Folders(data).sources();
    assertThat(Files.readString(file)).contains("Dr Salma").doesNotContain(token);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    await().atMost(PATIENCE).until(() -> post(token) == 202);
    assertThat(post("wrong")).isEqualTo(401);
    // and is listed without it
    var listed = marsad("sources", "list", "--json");
    assertThat(listed.out()).contains("\"name\":\"Dr Salma\"").doesNotContain(token, "sha256");
    // and a second of that name is refused
    var again = marsad("sources", "add", "Dr Salma");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.errors()).contains("name: Dr Salma (expected: each name once)");
    // When it is removed
    assertThat(marsad("sources", "remove", "Dr Salma").status()).isZero();
    // Then its token is worth nothing within seconds
    await().atMost(PATIENCE).until(() -> post(token, "/api/reports", "[]") == 401);
    assertThat(marsad("sources", "remove", "local operator").status()).isEqualTo(2);
  }

  @Test
  void shouldListWhatWasSetAsideSendItAgainAndTellOperationsOnce() throws Exception {
    // Given: what no intake took, and a report that tripped over a fault that is mended now
    try (var producer =
        new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer())) {
      var nonsense = "not avro".getBytes(StandardCharsets.UTF_8);
      for (var i = 0; i < 5; i++) {
        producer.send(new ProducerRecord<>(marsad.topics().reports(), "aleppo", nonsense)).get();
      }
      var good = new ProducerRecord<>(marsad.topics().rejected(), "aleppo", report("mended"));
      header(good, RejectedHeaders.TOPIC, marsad.topics().reports());
      header(good, RejectedHeaders.REASON, "PROCESSING_FAILED");
      header(good, RejectedHeaders.MESSAGE, "message: a bug (expected: none)");
      producer.send(good).get();
    }
    // When
    await().atMost(PATIENCE).until(() -> marsad("rejected").out().lines().count() == 6);
    // Then it is listed
    var listed = marsad("rejected", "--json");
    assertThat(listed.out().lines())
        .filteredOn(line -> line.contains("UNDECODABLE"))
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).contains("\"topic\":\"reports\"", "\"at\":\"20"));
    var mended = listed.out().lines().filter(line -> line.contains("mended")).toList();
    assertThat(mended)
        .singleElement()
        .asString()
        .contains("PROCESSING_FAILED", "\"source\":\"src-x\"", "\"sentAgain\":false");
    var id = new ObjectMapper().readTree(mended.get(0)).path("id").asText();

    // When all is sent again
    var resent = marsad("rejected", "resend", "--all");
    // Then what can be used is a strike, and the rest stays
    assertThat(resent.status()).isEqualTo(1);
    assertThat(resent.out()).contains(id + " published");
    assertThat(resent.out().lines()).filteredOn(line -> line.contains(" unusable: ")).hasSize(5);
    assertThat(resent.errors()).contains("1 of 6 sent again");
    await().atMost(PATIENCE).until(() -> !strikesOf(":mended").isEmpty());
    assertThat(marsad("rejected").out()).doesNotContain("mended");
    assertThat(marsad("rejected", "--all").out()).contains("(sent again)");
    assertThat(marsad("rejected", "resend", "99-0").out()).contains("99-0 unknown");

    // and operations were told once
    await().atMost(PATIENCE).until(() -> setAsideAlerts().size() == 1);
    await().atMost(PATIENCE).until(marsad::isDrained);
    assertThat(setAsideAlerts()).hasSize(1);
    assertThat(setAsideAlerts().get(0).getArea()).isEmpty();
  }

  @Test
  void shouldSendNothingAgainForAnyoneButTheOperator() throws Exception {
    var token = marsad("sources", "add", "Abu Omar").out().strip();
    await().atMost(PATIENCE).until(() -> post(token) == 202);
    assertThat(post(token, "/api/rejected/resend", "{\"id\": \"0-0\"}")).isEqualTo(403);
  }

  @Test
  void shouldRefuseWhatIsTooOldBesideWhatTheProcessorKnows() throws Exception {
    // Given an area of which this door has taken nothing: the log got it from elsewhere
    var token = marsad("sources", "add", "Idlib desk").out().strip();
    var now = Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MILLIS);
    var fate = marsad.publisher().publish(report("elsewhere", "idlib", now)).get();
    assertThat(fate).isInstanceOf(Fate.Published.class);
    await().atMost(PATIENCE).until(() -> strikesOf("elsewhere").size() == 1);
    // When
    var old = "{\"localId\": \"old\", \"occurredFrom\": \"2016-10-12\", \"area\": \"idlib\"}";
    // Then
    await().atMost(PATIENCE).until(() -> post(token, "/api/reports", old) == 422);
  }

  private static List<Strike> strikesOf(String localId) {
    return messages(marsad.topics().strikes(), Strike.class).stream()
        .filter(strike -> strike.getReportIds().stream().anyMatch(id -> id.endsWith(localId)))
        .toList();
  }

  private static List<Alert> setAsideAlerts() {
    return messages(marsad.topics().alerts(), Alert.class).stream()
        .filter(alert -> Findings.has(alert, Rule.SET_ASIDE))
        .toList();
  }

  private static <M extends SpecificRecord> List<M> messages(String topic, Class<M> type) {
    var codec = MessageCodec.of(type);
    return TopicReader.readAll(kafka(), topic).stream()
        .map(record -> codec.decode(record.value()))
        .toList();
  }

  private static byte[] report(String localId) {
    var at = Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MILLIS);
    return MessageCodec.of(StrikeReport.class).encode(report(localId, "aleppo", at));
  }

  private static StrikeReport report(String localId, String area, Instant at) {
    return StrikeReport.newBuilder()
        .setReportId("src-x:" + localId)
        .setRevision(1)
        .setStatus(ReportStatus.REPORTED)
        .setReality(Reality.ACTUAL)
        .setSource(new Source("src-x", SourceKind.OBSERVER, "src-x"))
        .setOccurredFrom(at)
        .setOccurredUntil(at)
        .setTimePrecision(TimePrecision.MINUTE)
        .setReceivedAt(at)
        .setArea(area)
        .setPlaceBasis(PlaceBasis.CODE)
        .setDelivery(DeliveryMeans.UNKNOWN)
        .build();
  }

  private static Run marsad(String... command) {
    var all = new ArrayList<>(List.of(command));
    if (command[0].equals("sources")) {
      all.addAll(List.of("--data", data.toString()));
    }
    if (command[0].equals("rejected")) {
      return new Asking(marsad, data).run(command);
    }
    if (command[0].equals("report")) {
      all.addAll(
          List.of(
              "--url", marsad.url(), "--token-file", new Folders(data).operatorToken().toString()));
    }
    return Run.of(all);
  }

  private static int post(String token) throws Exception {
    var at = Instant.now().minus(Duration.ofMinutes(5));
    return post(
        token,
        "/api/reports",
        "{\"localId\": \"1\", \"occurredFrom\": \"%s\", \"placeText\": \"Fardous\"}".formatted(at));
  }

  private static int post(String token, String path, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(marsad.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", marsad.bootstrapServers());
  }
}
