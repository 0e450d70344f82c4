package org.marsad.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.CountRange;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.producer.TestPlaces;
import org.marsad.producer.publish.Fate;
import org.marsad.schemas.Areas;
import org.marsad.schemas.sms.AlertCode;
import org.marsad.schemas.sms.AlertReply;
import org.marsad.schemas.sms.AlertReply.Outcome;

final class SmsIntakeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:20Z");
  private static final String GATEWAY = SourceTokens.generate();
  private static final String OTHER_GATEWAY = SourceTokens.generate();
  private static final String SALMA = SourceTokens.generate();
  private static final String PASSER_BY = SourceTokens.generate();
  private static final String ENGLISH = "Fardous, 45 killed, 20 injured, hospital, 12:55";
  private static final String ARABIC = "حي fardous، ٤٥ قتيل، مدرسة";

  @TempDir Path folder;

  private final List<StrikeReport> log = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> handedOn = new ArrayList<>();
  private volatile AlertReply reply = new AlertReply(Outcome.UNKNOWN_CODE, "unknown code");
  private volatile Optional<String> closed = Optional.empty();
  private volatile AlertReply withoutCode = new AlertReply(Outcome.UNKNOWN_SENDER, "");
  private volatile Instant now = NOW;
  private volatile Fate fate = new Fate.Published(0, 1);
  private IntakeServer server;
  private Pseudonyms pseudonyms;

  @BeforeEach
  void start() throws Exception {
    var key = folder.resolve("key");
    Pseudonyms.createKey(key);
    pseudonyms = Pseudonyms.read(key);
    var sources =
        List.of(
            source("gateway", GATEWAY, List.of(), SmsFields.DEFAULTS),
            source(
                "kannel",
                OTHER_GATEWAY,
                List.of(),
                new SmsFields("phone", "message", "smsId", "sent")),
            source("Dr Salma", SALMA, List.of("963912345678"), null),
            source("passer-by", PASSER_BY, null, List.of("963987654321"), null));
    var sms =
        new SmsIntake(
            new Door(SourceDirectory.of(sources), new Limits(20, 100), () -> closed),
            pseudonyms,
            TestPlaces::resolve,
            TestPlaces.areas(),
            this::publish,
            this::reply,
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    server = IntakeServer.start("127.0.0.1", 0, List.of(sms));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldPublishWhatAnSmsSaysInTheNameOfItsSourceAndSayWhatItUnderstood() throws Exception {
    // When
    var answer = json(GATEWAY, ENGLISH + ", send help");
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    var said = new ObjectMapper().readTree(answer.body());
    assertThat(said.path("reply").asText())
        .startsWith("Received: ")
        .contains("45 killed, 20 injured, hospital, 12:55", "Not understood: send help");
    var report = log.get(0);
    assertThat(said.path("reportId").asText()).isEqualTo(report.getReportId());
    assertThat(report.getSource().getId()).isEqualTo(pseudonyms.of("Dr Salma"));
    assertThat(report.getNeighbourhood()).isEqualTo("aleppo/al-fardous");
    assertThat(report.getKilled()).isEqualTo(new CountRange(45, 45, 45));
    assertThat(report.getInjured()).isEqualTo(new CountRange(20, 20, 20));
    assertThat(report.getTargets()).containsExactly(Target.HOSPITAL);
    assertThat(report.getOccurredFrom()).isEqualTo("2026-03-01T09:55:00Z");
    assertThat(report.getNote()).contains("send help").doesNotContain("963");
  }

  @Test
  void shouldTakeAnswersButNoReportsWhileTheDoorIsClosed() throws Exception {
    // Given
    closed = Optional.of("the disk is full");
    reply = new AlertReply(Outcome.RECORDED, "Recorded: We are on our way (K7M4PQ).");
    // When
    var answer = json(GATEWAY, "K7M4PQ 2");
    var report = json(GATEWAY, ENGLISH);
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(report.statusCode()).isEqualTo(503);
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OK", "Thank you", "STOP", "شكرا", "🚀🚀"})
  void shouldTakeNoChatterForAStrikeAtAnUnknownPlace(String text) throws Exception {
    assertThat(json(GATEWAY, text).statusCode()).isEqualTo(422);
    assertThat(log).isEmpty();
  }

  @Test
  void shouldTakeAnUnknownPlaceThatComesWithAFact() throws Exception {
    assertThat(json(GATEWAY, "Atlantis, 3 killed").statusCode()).isEqualTo(202);
    assertThat(log.get(0).getArea()).isEqualTo(Areas.UNPLACED);
  }

  @Test
  void shouldSayTheDayWhereATimeWasTakenAsYesterdays() throws Exception {
    var later = json(GATEWAY, "Fardous, 45 killed, 23:50");
    var yesterday = json(GATEWAY, "Fardous, 45 killed, yesterday");
    assertThat(later.body()).contains("45 killed, 28/2 23:50");
    assertThat(yesterday.body()).contains("45 killed, 28/2").doesNotContain("28/2 ");
  }

  @Test
  void shouldReadTimesOnTheClocksOfTheSendersHomeWhereNobodyKnowsThePlace() throws Exception {
    var answer = json(GATEWAY, "Atlantis, 3 killed, 12:55");
    assertThat(answer.body()).contains("3 killed, 12:55").doesNotContain("UTC");
    assertThat(log.get(0).getOccurredFrom()).isEqualTo("2026-03-01T09:55:00Z");
  }

  @Test
  void shouldNameTheZoneOfATimeThatIsOfNoPlace() throws Exception {
    var answer = send(jsonRequest(GATEWAY, "+963987654321", "Atlantis, 3 killed, 09:55"));
    assertThat(answer.body()).contains("3 killed, 09:55 UTC");
    assertThat(log.get(0).getOccurredFrom()).isEqualTo("2026-03-01T09:55:00Z");
  }

  @Test
  void shouldAnswerArabicInArabic() throws Exception {
    var answer = json(GATEWAY, ARABIC);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(new ObjectMapper().readTree(answer.body()).path("reply").asText())
        .startsWith("استلمنا: ")
        .contains("45 قتيل", "مدرسة");
    assertThat(log.get(0).getKilled()).isEqualTo(new CountRange(45, 45, 45));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "حي fardous، 3 قتيل، 5 جريح، 12 غارة | 3 قتلى، 5 جرحى، 12 قذيفة",
        "حي fardous، قتيلان وجريح | قتيلان، جريح واحد",
        "حي fardous، 1-2 قتلى، 45+ جرحى | 1-2 قتلى، 45+ جريحاً",
        "حي fardous، لا قتلى، 100 جريح | لا قتلى، 100 جريح",
        "Fardous, one killed, 1 bomb, 1500 injured | 1 killed, 1500 injured, 1 impact",
      })
  void shouldSayCountsAsTheLanguageCounts(String text, String counts) throws Exception {
    var answer = json(GATEWAY, text);
    assertThat(new ObjectMapper().readTree(answer.body()).path("reply").asText()).contains(counts);
  }

  @Test
  void shouldSayThatACorrectionCountsAsAnotherStrike() throws Exception {
    assertThat(json(GATEWAY, "Correction: Fardous, 6 killed").body())
        .contains("6 killed", "counts as another strike: to correct a report call operations");
    assertThat(json(GATEWAY, "تصحيح: حي fardous، 6 قتلى").body())
        .contains("6 قتلى", "تُحسب هذه ضربة أخرى");
  }

  @Test
  void shouldSayThatASecondReportOfOnePlaceCountsAsAnotherStrike() throws Exception {
    assertThat(json(GATEWAY, "Fardous, 4 killed").body()).doesNotContain("another strike");
    assertThat(json(GATEWAY, "Fardous, 4 killed").body()).doesNotContain("another strike");
    assertThat(json(GATEWAY, "Atlantis, 4 killed").body()).doesNotContain("another strike");
    assertThat(json(GATEWAY, "Fardous, 6 killed").body()).contains("counts as another strike");
    assertThat(json(GATEWAY, "Fardous, exercise").body()).doesNotContain("another strike");
    now = NOW.plus(Duration.ofMinutes(61));
    assertThat(json(GATEWAY, "Fardous, 7 killed").body()).doesNotContain("another strike");
  }

  @Test
  void shouldTakeAFormAndAGetWithTheGatewaysOwnNamesAndBasic() throws Exception {
    // Given
    var basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("kannel:" + OTHER_GATEWAY).getBytes(StandardCharsets.UTF_8));
    var form = "phone=%2B963+912+345678&message=" + encoded(ARABIC);
    // When
    var posted =
        send(
            request(SmsIntake.PATH, basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&smsId=1")));
    var got = send(request(SmsIntake.PATH + "?" + form + "&smsId=2", basic).GET());
    // Then
    for (var answer : List.of(posted, got)) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
      assertThat(answer.body()).startsWith("استلمنا: ");
    }
    assertThat(log).extracting(StrikeReport::getReportId).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void shouldTakeAMessageThatTheGatewaySendsOnceMoreForTheSame() throws Exception {
    json(GATEWAY, ENGLISH);
    json(GATEWAY, ENGLISH);
    assertThat(log)
        .extracting(StrikeReport::getReportId)
        .hasSize(2)
        .containsOnly(log.get(0).getReportId());
  }

  @Test
  void shouldSayWhatItCouldNotUse() throws Exception {
    assertRefused(json(GATEWAY, "45 killed"), 422, "Not received: where? Example: Fardous, 45");
    assertRefused(json(GATEWAY, "٤٥ قتيل"), 422, "لم نستلم: أين؟ مثال: الفردوس");
    assertRefused(json(GATEWAY, "Fardous, 200000 killed"), 422, "Not received.");
    assertRefused(
        send(jsonRequest(GATEWAY, "+49301234567", ENGLISH)), 403, "this number is not registered");
    fate = new Fate.Refused("away");
    assertRefused(json(GATEWAY, ENGLISH), 503, "Send it again");
  }

  @Test
  void shouldLetNobodyButAGatewaySpeakForANumber() throws Exception {
    assertThat(json(SALMA, ENGLISH).statusCode()).isEqualTo(403);
    assertThat(json("wrong", ENGLISH).statusCode()).isEqualTo(401);
    assertThat(log).isEmpty();
  }

  @Test
  void shouldTellAGatewayWhichFieldIsMissing() throws Exception {
    var answer =
        send(
            request(SmsIntake.PATH, "Bearer " + GATEWAY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"message\": \"x\"}")));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"from\"", "\"field\":\"text\"");
  }

  @ParameterizedTest
  @CsvSource({
    "?phone=%2B963912345678&message=50%, message, 50%",
    "?phone=%2B963912345678&message=%zzFardous, message, %zzFardous",
    "?ph%zone=1&message=Fardous, ph%zone, ph%zone"
  })
  void shouldTellAGatewayWhichPartOfTheAddressIsBroken(String query, String field, String value)
      throws Exception {
    // When
    var answer = rawGet(SmsIntake.PATH + query);
    // Then
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains(
            "\"field\":\"%s\",\"value\":\"%s\",\"expected\":\"%s\""
                .formatted(field, value, "percent escapes: % and two hexadecimal digits"));
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "?=", "?&&", "?phone", "?phone=&message="})
  void shouldTellAGatewayWhatAGetWithoutParametersLacks(String query) throws Exception {
    assertThat(rawGet(SmsIntake.PATH + query))
        .startsWith("HTTP/1.1 422 ")
        .contains("\"field\":\"phone\"", "\"field\":\"message\"");
  }

  @Test
  void shouldHandOnATextThatBeginsWithACodeWhoeverSendsIt() throws Exception {
    // Given
    reply = new AlertReply(Outcome.RECORDED, "Recorded: We are on our way (K7M4PQ).");
    // When
    var stranger = send(jsonRequest(GATEWAY, "+49301234567", "K7M4PQ on our way"));
    var asText =
        send(
            request(SmsIntake.PATH, "Bearer " + GATEWAY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("from=%2B49301234567&text=k7m4pq+2")));
    // Then
    assertThat(stranger.statusCode()).isEqualTo(202);
    assertThat(stranger.body()).isEqualTo("{\"reply\":\"%s\"}".formatted(reply.text()));
    assertThat(asText.statusCode()).isEqualTo(200);
    assertThat(asText.body()).isEqualTo(reply.text());
    assertThat(handedOn).containsExactly("+49301234567 K7M4PQ on our way", "+49301234567 k7m4pq 2");
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"+49 30 1234567, on our way", "0049301234567, 2", "+963912345678, شكرا"})
  void shouldSayThatTheCodeIsMissingToWhomAlertsGo(String from, String text) throws Exception {
    withoutCode = new AlertReply(Outcome.NO_CODE, "begin with the code");
    assertRefused(send(jsonRequest(GATEWAY, from, text)), 422, "begin with the code");
    assertThat(handedOn).allMatch(said -> said.matches("\\+(4930|9639)\\d+ .*")).hasSize(1);
  }

  @Test
  void shouldTakeATextWithACodeThatNobodyKnowsForAReportWhereItIsOne() throws Exception {
    // When
    var answer = json(GATEWAY, "FARD01, 45 killed, hospital");
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("Received: ", "45 killed");
    assertThat(log).extracting(StrikeReport::getPlaceText).containsExactly("FARD01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fardous, 45 killed, you wrote K7M4PQ",
        "Fardous K7M4PQ 45 killed",
        "FARD01, 45 killed. K7M4PQ"
      })
  void shouldTakeAFactThatQuotesTheCodeOfAnOpenAlertForAReport(String text) throws Exception {
    // Given
    reply = new AlertReply(Outcome.NOT_UNDERSTOOD, "not understood");
    // When
    var answer = json(GATEWAY, text);
    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("Received: ", "45 killed");
    assertThat(log).extracting(StrikeReport::getKilled).containsExactly(new CountRange(45, 45, 45));
    assertThat(handedOn).isEmpty();
  }

  @Test
  void shouldTakeATextThatBeginsWithTheCodeOfAnOpenAlertForAnAnswerWhateverItSays()
      throws Exception {
    reply = new AlertReply(Outcome.NOT_UNDERSTOOD, "not understood");
    assertRefused(json(GATEWAY, "K7M4PQ, 45 killed"), 422, "not understood");
    assertRefused(
        send(jsonRequest(GATEWAY, "+49301234567", "Fardous, 45 killed, K7M4PQ")),
        422,
        "not understood");
    assertThat(handedOn).hasSize(2);
  }

  @Test
  void shouldMakeNoStrikeOfAnAnswerWithACodeThatNobodyKnows() throws Exception {
    assertRefused(json(GATEWAY, "K7M4PQ on our way"), 422, "unknown code");
    assertRefused(json(GATEWAY, "on our way K7M4PQ"), 422, "unknown code");
    assertRefused(
        send(jsonRequest(GATEWAY, "+49301234567", "K7M4PQ, 45 killed")), 422, "unknown code");
    reply = new AlertReply(Outcome.NOT_RECORDED, "again");
    assertRefused(json(GATEWAY, "K7M4PQ, 45 killed"), 503, "again");
    reply = new AlertReply(Outcome.TOO_MANY, "again");
    assertRefused(json(GATEWAY, "K7M4PQ"), 429, "again");
  }

  @Test
  void shouldHandOnNoReport() throws Exception {
    json(GATEWAY, ENGLISH);
    json(GATEWAY, ARABIC);
    assertThat(log).hasSize(2);
    assertThat(handedOn).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T09:00:20Z, 2026-03-01T09:00:00Z",
    "2026-03-01T12:00:20+03:00, 2026-03-01T09:00:00Z",
    "1772355620, 2026-03-01T09:00:00Z",
    "1772355620000, 2026-03-01T09:00:00Z",
    "2026-03-01T11:00:20Z, 2026-03-01T10:00:00Z",
    "yesterday, 2026-03-01T10:00:00Z",
    "'', 2026-03-01T10:00:00Z"
  })
  void shouldTakeNowForWhenTheGatewaySaysThatItWasSent(String sent, Instant occurred)
      throws Exception {
    // When
    var form = "phone=%2B963912345678&message=Fardous&sent=" + encoded(sent);
    send(request(SmsIntake.PATH + "?" + form, "Bearer " + OTHER_GATEWAY).GET());
    // Then
    assertThat(log).extracting(StrikeReport::getOccurredFrom).containsExactly(occurred);
  }

  private AlertReply reply(String from, String text) {
    handedOn.add(from + " " + text);
    return AlertCode.in(text).isPresent() ? reply : withoutCode;
  }

  private void assertRefused(HttpResponse<String> answer, int status, String reply)
      throws Exception {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(new ObjectMapper().readTree(answer.body()).path("reply").asText()).contains(reply);
    assertThat(log).isEmpty();
  }

  /** By hand: no client of HTTP sends an address that is broken. */
  private String rawGet(String target) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var lines =
          List.of(
              "GET " + target + " HTTP/1.1",
              "Host: localhost",
              "Authorization: Bearer " + OTHER_GATEWAY,
              "Connection: close",
              "",
              "");
      socket
          .getOutputStream()
          .write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> json(String token, String text) throws Exception {
    return send(jsonRequest(token, "+963 912 345 678", text));
  }

  private HttpRequest.Builder jsonRequest(String token, String from, String text) {
    var body = new ObjectMapper().createObjectNode().put("from", from).put("text", text);
    return request(SmsIntake.PATH, "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private HttpRequest.Builder request(String path, String authorization) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", authorization);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private CompletableFuture<Fate> publish(StrikeReport report) {
    if (!(fate instanceof Fate.Refused)) {
      log.add(report);
    }
    return CompletableFuture.completedFuture(fate);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static KnownSource source(
      String name, String token, List<String> numbers, @Nullable SmsFields gateway) {
    return source(name, token, "aleppo", numbers, gateway);
  }

  private static KnownSource source(
      String name,
      String token,
      @Nullable String homeArea,
      List<String> numbers,
      @Nullable SmsFields gateway) {
    return new KnownSource(
        name,
        SourceTokens.hash(token),
        SourceKind.OBSERVER,
        null,
        homeArea,
        false,
        List.of(),
        false,
        numbers,
        gateway);
  }
}
