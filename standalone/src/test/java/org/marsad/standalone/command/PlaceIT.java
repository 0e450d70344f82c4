package org.marsad.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.MessageType;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.standalone.Folders;
import org.marsad.standalone.Standalone;
import picocli.CommandLine;

/** A person places reports in a running Marsad. */
class PlaceIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String CREW = "+963900000001";
  private static final String OPERATIONS = "+963900000002";
  private final Instant at =
      Instant.now().minus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.SECONDS);

  /** What the SMS gateway was asked to send. */
  private final List<String> sent = new CopyOnWriteArrayList<>();

  @TempDir private Path data;
  private HttpServer gateway;
  private Standalone marsad;

  @BeforeEach
  void start() throws Exception {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", this::send);
    gateway.start();
    Files.writeString(
        new Folders(data).subscribers(),
        subscriber("crew", "RESCUE", "areas: [aleppo]", CREW)
            + subscriber("operations", "OPS", "areas: [\"*\"]", OPERATIONS));
    up();
  }

  @AfterEach
  void stop() {
    marsad.close();
    gateway.stop(0);
  }

  @Test
  void shouldTellTheCrewsOfTheTownAndKeepTheReportThere() throws Exception {
    // A strike is reported from a place that nobody knows
    var reported =
        marsad("report", "--id", "s1", "--place", "the blue gate", "--at", at.toString())
            .with("--killed", "12");
    assertThat(reported.out()).contains("published ").contains(":s1 · Place unknown");
    var id = reported.out().strip().split(" ", -1)[2];
    awaitSms(OPERATIONS, "12 killed");
    assertThat(sms(CREW)).isEmpty();

    // A person knows it
    var placed =
        marsad("place", id, "--area", "aleppo", "--neighbourhood", "الفردوس")
            .with("--reason", "the gate of the bakery");
    assertThat(placed.errors()).isEmpty();
    assertThat(placed.out())
        .isEqualTo(
            "marsad: placed %s · al-Fardous, Aleppo, by local: the gate of the bakery%n"
                .formatted(id));
    awaitSms(CREW, "12 killed");
    assertThat(sms(CREW)).singleElement().asString().contains("al-Fardous, Aleppo");
    awaitSms(OPERATIONS, "MOVED");
    assertThat(standing("unplaced")).isEmpty();
    var alert = standing("aleppo").get(0);

    // Who said so and why is on record
    assertThat(marsad("decisions").with().out())
        .contains("STANDING", id + " happened in aleppo/al-fardous, by local: the gate");
    assertThat(marsad("explain", alert.getAlertId()).with().out().replaceAll("\\s+", " "))
        .contains("a person (local) placed it in al-Fardous on", "the gate of the bakery");
    assertThat(marsad("explain", moved().getAlertId()).with().out().replaceAll("\\s+", " "))
        .contains(
            "TAKEN BACK",
            "a person (local) placed it in aleppo/al-fardous",
            "placed in another area, and counts there");

    // A recording of what the source said changes nothing
    var before = alerts().size();
    assertThat(replay(id, 1, 12)).contains("1 published");
    await().atMost(PATIENCE).until(marsad::isDrained);
    assertThat(alerts()).hasSize(before);

    // Neither does a restart; and what the source says next is told of there
    marsad.close();
    up();
    var corrected =
        marsad("report", "--id", "s1", "--place", "the blue gate", "--at", at.toString())
            .with("--killed", "23", "--revision", "2");
    assertThat(corrected.out()).contains(":s1 · al-Fardous, Aleppo");
    awaitSms(CREW, "23 killed");
    // also by a recording
    assertThat(replay(id, 3, 55)).contains("1 published");
    awaitSms(CREW, "55 killed");
    assertThat(standing("unplaced")).isEmpty();
    assertThat(standing("aleppo")).extracting(Alert::getAlertId).containsOnly(alert.getAlertId());

    // Somebody finds that it was another town
    var again =
        marsad("place", id, "--area", "idlib", "--json").with("--reason", "it was the other one");
    var answer = new ObjectMapper().readTree(again.out());
    assertThat(answer.path("area").asText()).isEqualTo("idlib");
    assertThat(answer.path("from").path(0).asText()).isEqualTo("aleppo");
    assertThat(answer.path("revision").asInt()).isEqualTo(2);
    awaitSms(CREW, "MOVED");
    assertThat(standing("idlib")).hasSize(1);
    assertThat(standing("aleppo")).isEmpty();
    assertThat(marsad("decisions").with().out())
        .contains("REPLACED", "STANDING", "happened in idlib");
  }

  @Test
  void shouldTakeBackWhereItStoodWhatItsSourceNamesElsewhere() throws Exception {
    // A source mistakes the town
    report("s3", "Fardous, Aleppo", 1);
    awaitSms(CREW, "12 killed");
    var first = standing("aleppo").get(0);
    // and corrects it
    report("s3", "Idlib", 2);
    awaitSms(CREW, "MOVED");
    await().atMost(PATIENCE).until(() -> standing("idlib").size() == 1);
    assertThat(standing("aleppo")).isEmpty();
    assertThat(moved().getReplacedBy()).isEqualTo(standing("idlib").get(0).getAlertId());
    // and, after a restart, again
    marsad.close();
    up();
    report("s3", "Fardous, Aleppo", 3);
    await().atMost(PATIENCE).until(() -> moves().size() == 2);
    assertThat(moves()).extracting(Alert::getArea).containsExactlyInAnyOrder("aleppo", "idlib");
    assertThat(standing("aleppo")).extracting(Alert::getAlertId).containsOnly(first.getAlertId());
    // and takes it back without another word of the place
    var retracted = marsad("report", "--id", "s3", "--retract").with("--revision", "4");
    assertThat(retracted.status()).as(retracted.errors()).isZero();
    await().atMost(PATIENCE).until(() -> standing("aleppo").isEmpty());
    awaitSms(CREW, "WITHDRAWN");
  }

  private void report(String id, String place, int revision) {
    var run =
        marsad("report", "--id", id, "--place", place, "--at", at.toString(), "--killed", "12")
            .with("--revision", Integer.toString(revision));
    assertThat(run.status()).as(run.errors()).isZero();
  }

  @Test
  void shouldSayWhatCannotBePlacedAndWhoMayNot() throws Exception {
    var reported = marsad("report", "--id", "s2", "--place", "Fardous", "--at", at.toString());
    var id = reported.with("--killed", "1").out().strip().split(" ", -1)[2];
    assertFault("reportId: src-x:9 (expected: the id of a report in the log)", "src-x:9", "aleppo");
    assertFault(
        "area: Aleppa (expected: the code or name of an area; did you mean Aleppo (aleppo)",
        id,
        "Aleppa");
    assertFault(
        "neighbourhood: Fardus Street Seven (expected: one of idlib)",
        id,
        "idlib",
        "--neighbourhood",
        "Fardus Street Seven");
    assertFault(
        "reportId: %s (expected: a report that is not in al-Fardous, Aleppo already)".formatted(id),
        id,
        "Aleppo",
        "--neighbourhood",
        "Fardous");

    // Only an editor may
    var viewer = marsad("users", "add", "looker", "--role", "VIEWER", "--token", "radio");
    assertThat(placedWith("wrong", id))
        .contains("the token is not known there (expected: that of one of its users)");
    assertThat(placedWith(viewer.with().out().strip(), id))
        .contains("not allowed: role: VIEWER (expected: Users from EDITOR up");
    assertThat(marsad("decisions").with().out()).isEmpty();
    assertThat(moves()).isEmpty();
  }

  private void up() throws Exception {
    var up = new UpCommand();
    new CommandLine(up).parseArgs("--data=" + data, "--port=0", "--broker-port=0");
    marsad = Standalone.start(up.options());
  }

  private String subscriber(String id, String role, String line, String number) {
    return """
    - id: %s
      role: %s
      %s
      channels:
        - {name: phone, type: sms, url: "http://127.0.0.1:%d/", own-network: true,
           number: "%s", content-type: text/plain, body: "{to} {text}"}
    """
        .formatted(id, role, line, gateway.getAddress().getPort(), number);
  }

  /** Takes an SMS, as a gateway does. */
  private void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      sent.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      exchange.sendResponseHeaders(202, -1);
    }
  }

  private void awaitSms(String number, String words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(sms(number)).anyMatch(text -> text.contains(words)));
  }

  private List<String> sms(String number) {
    return sent.stream().filter(text -> text.startsWith(number)).toList();
  }

  /** The newest revisions of alerts about strikes that stand in an area. */
  private List<Alert> standing(String area) {
    var newest = new TreeMap<String, Alert>();
    alerts().forEach(alert -> newest.put(alert.getAlertId(), alert));
    return newest.values().stream()
        .filter(alert -> alert.getArea().equals(area))
        .filter(alert -> alert.getSubject().getKind() == SubjectKind.STRIKE)
        .filter(alert -> alert.getMessageType() != MessageType.CANCEL)
        .toList();
  }

  private Alert moved() {
    return moves().get(0);
  }

  private List<Alert> moves() {
    return alerts().stream().filter(alert -> alert.getReason() == CancelReason.MOVED).toList();
  }

  private List<Alert> alerts() {
    var codec = MessageCodec.of(Alert.class);
    var kafka = Map.<String, Object>of("bootstrap.servers", marsad.bootstrapServers());
    return TopicReader.readAll(kafka, marsad.topics().alerts()).stream()
        .map(record -> codec.decode(record.value()))
        .toList();
  }

  /** Plays a file in which the source says what it said, of the place that it said. */
  private String replay(String reportId, int revision, int killed) throws IOException {
    var parts = reportId.split(":", 2);
    var file = data.resolve("recorded.jsonl");
    Files.writeString(
        file,
        """
        {"source": {"id": "%s"}, "localId": "%s", "revision": %d, "occurredFrom": "%s", \
        "receivedAt": "%s", "placeText": "the blue gate", "killed": %d}
        """
            .formatted(parts[0], parts[1], revision, at, at, killed));
    return marsad("replay", file.toString(), "--speed", "max").with().out();
  }

  private void assertFault(String fault, String id, String area, String... more) {
    var all = new ArrayList<>(List.of("place", id, "--area", area));
    all.addAll(List.of(more));
    var refused = marsad(all.toArray(String[]::new)).with("--reason", "x");
    assertThat(refused.errors()).contains(fault);
    assertThat(refused.errors().lines()).hasSize(1);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
  }

  private String placedWith(String token, String id) throws IOException {
    var file = Files.writeString(data.resolve("token"), token);
    var run =
        Run.of(
            List.of(
                "place",
                id,
                "--area",
                "idlib",
                "--reason",
                "x",
                "--url",
                marsad.url(),
                "--token-file",
                file.toString()));
    assertThat(run.status()).isEqualTo(1);
    return run.errors();
  }

  private Command marsad(String... command) {
    return new Command(List.of(command));
  }

  /** A command line, and who it is for. */
  private final class Command {
    private static final Set<String> TO_THE_INTAKE = Set.of("report");

    private final List<String> arguments;

    Command(List<String> arguments) {
      this.arguments = arguments;
    }

    Run with(String... more) {
      var all = new ArrayList<>(arguments);
      all.addAll(List.of(more));
      if (TO_THE_INTAKE.contains(all.get(0))) {
        all.addAll(List.of("--url", marsad.url(), "--token-file"));
        all.add(new Folders(data).operatorToken().toString());
      } else if (all.get(0).equals("replay")) {
        all.addAll(List.of("--bootstrap-servers", marsad.bootstrapServers()));
      } else if (all.get(0).equals("sources")) {
        all.addAll(List.of("--data", data.toString()));
      } else {
        return new Asking(marsad, data).run(all.toArray(String[]::new));
      }
      return Run.of(all);
    }
  }
}
