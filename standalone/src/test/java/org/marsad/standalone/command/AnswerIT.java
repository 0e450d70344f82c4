package org.marsad.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.SourceKind;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.SmsFields;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.standalone.Folders;
import org.marsad.standalone.LocalSource;
import org.marsad.standalone.RunningMarsad;
import org.marsad.standalone.Sample;
import org.marsad.standalone.Standalone;
import org.marsad.standalone.broker.FreePort;
import picocli.CommandLine;

/** Tests of a subscriber, answers and who was told, from the command line of a running Marsad. */
class AnswerIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String GATEWAYS_TOKEN = SourceTokens.generate();
  private static final String CREWS_NUMBER = "+963900000001";

  /** What the SMS gateway was asked to send. */
  private static final List<String> SENT = new CopyOnWriteArrayList<>();

  @TempDir private static Path data;
  private static HttpServer gateway;
  private static Standalone marsad;

  @BeforeAll
  static void start() throws Exception {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", AnswerIT::send);
    gateway.start();
    Files.writeString(
        new Folders(data).subscribers(),
        """
        - id: crew-1
          role: RESCUE
          areas: [aleppo]
          channels:
            - {name: screen, type: terminal}
        - id: crew-2
          role: RESCUE
          areas: [aleppo]
          channels:
            - {name: hook, type: webhook, url: "http://127.0.0.1:%d/", own-network: true,
               secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw}
        - id: crew-3
          role: RESCUE
          areas: [aleppo]
          realities: [EXERCISE]
          channels:
            - {name: phone, type: sms, url: "http://127.0.0.1:%d/", own-network: true,
               number: "+963900000001", content-type: text/plain, body: "{to} {text}"}
        """
            .formatted(FreePort.find(), gateway.getAddress().getPort())); // nobody listens at one
    var up = new UpCommand();
    new CommandLine(up).parseArgs("--data=" + data, "--port=0", "--broker-port=0");
    LocalSource.prepare(new Folders(data), Sample.HOME_AREA);
    SourcesFile.add(new Folders(data).sources(), source("gateway", List.of(), SmsFields.DEFAULTS));
    SourcesFile.add(new Folders(data).sources(), source("Dr Salma", List.of("963900000002"), null));
    marsad = Standalone.start(up.options());
  }

  @AfterAll
  static void stop() {
    marsad.close();
    gateway.stop(0);
  }

  @Test
  void shouldTestASubscriberOverTheRealPath() throws Exception {
    // When
    var first = marsad("subscribers", "test", "crew-1");
    var second = marsad("subscribers", "test", "crew-1");
    var away = marsad("subscribers", "test", "crew-2", "--wait", "3s");
    var unknown = marsad("subscribers", "test", "nobody");
    // Then
    assertThat(first.status()).as(first.errors()).isZero();
    assertThat(first.out()).contains("screen", "DELIVERED");
    assertThat(second.out()).containsPattern("DELIVERED +last success before: \\d+ s ago");
    assertThat(away.status()).isEqualTo(1);
    assertThat(away.out()).contains("hook", "RETRY_LATER", "last success before: never");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.errors()).contains("subscriber: nobody is unknown");
  }

  @Test
  void shouldTellWhoWasToldAndTakeAnAnswer() throws Exception {
    // Given
    var at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    RunningMarsad.post(
        marsad,
        new Folders(data),
        """
        {"localId": "7", "revision": 1, "status": "REPORTED", "occurredFrom": "%s",
         "timePrecision": "MINUTE", "placeText": "الفردوس", "killed": 2}
        """
            .formatted(at));
    await().atMost(PATIENCE).until(() -> told("crew-1").stream().anyMatch(AnswerIT::isOfAStrike));
    var alertId =
        told("crew-1").stream()
            .filter(AnswerIT::isOfAStrike)
            .findFirst()
            .map(Delivery::getAlertId)
            .orElseThrow();
    // When
    var before = marsad("deliveries", alertId);
    var answered =
        marsad("acknowledge", alertId, "--as", "crew-1", "--intent", "EN_ROUTE", "--team", "red");
    var after = marsad("deliveries", alertId);
    // Then
    assertThat(before.out())
        .startsWith(alertId + ", revision 1, ALERT; times in Asia/Damascus")
        .containsPattern("crew-1 +screen +told ALERT 1\\R")
        .contains("told and without an answer: crew-1")
        .doesNotContain("127.0.0.1");
    assertThat(marsad("deliveries", "latest").out()).containsPattern("^\\w+:.+, revision \\d+, ");
    assertThat(marsad("explain", alertId, "--json").out())
        .startsWith("{\"alertId\":\"" + alertId + "\",\"lines\":[\"")
        .contains("\"event\":\"REPORT\"", "\"event\":\"REVISION\"", "\"event\":\"DELIVERY\"")
        .contains("\"intent\":\"EN_ROUTE\"");
    assertThat(marsad("deliveries", "nothing").errors())
        .contains("marsad: alert: nothing is unknown");
    assertThat(answered.status()).as(answered.errors()).isZero();
    assertThat(answered.out())
        .isEqualTo("marsad: answered: EN_ROUTE, by crew-1, to %s revision 1%n".formatted(alertId));
    assertThat(after.out())
        .contains("ANSWERED EN_ROUTE, team red, to revision 1")
        .contains("everybody who was told has answered");
    // and an answer to nothing is refused
    var refused = marsad("acknowledge", "no-such", "--as", "crew-1", "--intent", "SEEN");
    assertThat(refused.status()).isNotZero();
    assertThat(refused.errors()).contains("no-such");
    assertThat(refused.out()).isEmpty();
    var mistyped = marsad("acknowledge", alertId, "--as", "crew-l", "--intent", "SEEN");
    assertThat(mistyped.status()).isEqualTo(2);
    assertThat(mistyped.errors())
        .contains("subscriber: crew-l (expected: operations, or one whom the alert was for)");
  }

  @Test
  void shouldTakeWhatACrewRepliesBySmsFromTheGatewayAlone() throws Exception {
    // Given
    var at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    RunningMarsad.post(
        marsad,
        new Folders(data),
        """
        {"localId": "8", "revision": 1, "status": "REPORTED", "occurredFrom": "%s",
         "timePrecision": "MINUTE", "placeText": "الفردوس", "killed": 9, "reality": "EXERCISE"}
        """
            .formatted(at));
    await().atMost(PATIENCE).until(() -> told("crew-3").stream().anyMatch(AnswerIT::isOfAStrike));
    var alertId =
        told("crew-3").stream()
            .filter(AnswerIT::isOfAStrike)
            .findFirst()
            .map(Delivery::getAlertId)
            .orElseThrow();
    var code = codeOf("al-Fardous");
    // When somebody else says so
    var refused = reply("another token", code + " on our way");
    // Then
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(marsad("deliveries", alertId).out())
        .contains("told and without an answer: crew-3")
        .doesNotContain("ANSWERED");
    // When the gateway says so
    var taken = reply(GATEWAYS_TOKEN, code + " on our way");
    // Then
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    assertThat(taken.body())
        .contains("Recorded: We are on our way (" + code + ").")
        .doesNotContain(alertId, "crew-3");
    assertThat(marsad("deliveries", alertId).out())
        .contains("ANSWERED EN_ROUTE", "everybody who was told has answered")
        .doesNotContain(CREWS_NUMBER);
  }

  @Test
  void shouldTakeAReportAtTheSameAddressAsAnAnswer() throws Exception {
    // When
    var report = sms(GATEWAYS_TOKEN, "+963900000002", "الفردوس، ٣ قتيل، تجربة");
    var stranger = sms(GATEWAYS_TOKEN, CREWS_NUMBER, "الفردوس، ٣ قتيل، تجربة");
    var guessed = sms(GATEWAYS_TOKEN, "+963900000002", "K7M4PQ 2");
    // Then
    assertThat(report.statusCode()).as(report.body()).isEqualTo(202);
    assertThat(report.body()).contains("reportId", "3 قتلى");
    assertThat(stranger.statusCode()).isEqualTo(403);
    assertThat(stranger.body()).contains("هذا الرقم غير مسجل");
    assertThat(guessed.statusCode()).isEqualTo(422);
    assertThat(guessed.body()).contains("no open alert has the code K7M4PQ");
  }

  /** Takes an SMS, as a gateway does. */
  private static void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      SENT.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      exchange.sendResponseHeaders(202, -1);
    }
  }

  /** The code to reply with, at the end of the SMS that says this. */
  private static String codeOf(String what) {
    var sms = SENT.stream().filter(text -> text.contains(what)).findFirst().orElseThrow();
    return sms.substring(sms.lastIndexOf(' ') + 1);
  }

  private static HttpResponse<String> reply(String token, String text) throws Exception {
    return sms(token, CREWS_NUMBER, text);
  }

  private static HttpResponse<String> sms(String token, String from, String text) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(marsad.url() + "/api/sms"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"from\": \"%s\", \"text\": \"%s\"}".formatted(from, text)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static KnownSource source(
      String name, List<String> numbers, @Nullable SmsFields gateway) {
    var token = gateway == null ? SourceTokens.generate() : GATEWAYS_TOKEN;
    return new KnownSource(
        name,
        SourceTokens.hash(token),
        SourceKind.OBSERVER,
        null,
        "aleppo",
        false,
        List.of(),
        false,
        numbers,
        gateway);
  }

  private static boolean isOfAStrike(Delivery delivery) {
    return delivery.getAlertId().contains("strike:")
        && delivery.getOutcome() == DeliveryOutcome.DELIVERED;
  }

  private static List<Delivery> told(String subscriber) {
    var codec = MessageCodec.of(Delivery.class);
    return TopicReader.readAll(
            Map.of("bootstrap.servers", marsad.bootstrapServers()), marsad.topics().deliveries())
        .stream()
        .map(record -> codec.decode(record.value()))
        .filter(delivery -> delivery.getSubscriber().equals(subscriber))
        .toList();
  }

  private static Run marsad(String... command) {
    return new Asking(marsad, data).run(command);
  }
}
