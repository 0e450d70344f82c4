package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

class ReplyIntakeTest {
  private static final ReplyKey KEY = ReplyKey.of("a key of thirty-two characters !");
  private static final String CREWS_TOKEN = "the crew's token";
  private static final String INTAKES_TOKEN = "the intake's token";
  private static final ReplySettings SETTINGS =
      new ReplySettings(
          KEY, URI.create("https://alerts.example.org"), TokenHash.of(INTAKES_TOKEN), () -> true);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Acknowledgement> recorded = new CopyOnWriteArrayList<>();
  private volatile Subscriber crew = crew(Locale.ENGLISH);
  private volatile Instant now = SENT;
  private volatile boolean brokerAway;
  private volatile boolean crewIsGone;
  private OpenAlerts alerts = new OpenAlerts(KEY, clock());
  private Javalin server = Javalin.create();

  @BeforeEach
  void start() {
    alerts = new OpenAlerts(KEY, clock());
    var intake =
        new ReplyIntake(
            SETTINGS, alerts, new Crew(), (code, language) -> code, this::publish, clock());
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.startupWatcherEnabled = false;
                  intake.accept(config);
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void shouldAnswerByTheButtonAndNotByOpeningTheLink() throws Exception {
    // Given
    alerts.onAlert(residential().build());
    var link = link(Intent.EN_ROUTE);
    // When
    var asked = get(link);
    // Then
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body()).contains("45 killed", "We are on our way");
    assertThat(asked.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "form-action 'self'");
    assertThat(asked.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(recorded).isEmpty();
    // When
    var answered = post(link, "");
    // Then
    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(recorded)
        .containsExactly(
            new Acknowledgement("strike:s1", 1, "crew", "hook", Intent.EN_ROUTE, "hook", SENT));
  }

  @Test
  void shouldTakeALinkUntilItsGraceIsOver() throws Exception {
    // Given
    var link = link(Intent.SEEN);
    // When
    now = EXPIRES.plus(Duration.ofHours(1));
    assertThat(post(link, "").statusCode()).isEqualTo(200);
    now = now.plusSeconds(1);
    // Then
    assertThat(get(link).statusCode()).isEqualTo(410);
    assertThat(post(link, "").statusCode()).isEqualTo(410);
    assertThat(recorded).hasSize(1);
  }

  @Test
  void shouldTakeNoLinkThatIsForgedOrOfOneWhoIsGone() throws Exception {
    // Given
    var link = link(Intent.SEEN);
    var forged = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
    // Then
    assertThat(post(forged.replace(link.substring(5, 9), "AAAA"), "").statusCode()).isEqualTo(404);
    crewIsGone = true;
    assertThat(post(link, "").statusCode()).isEqualTo(410);
    assertThat(recorded).isEmpty();
  }

  @Test
  void shouldAskForNoAnswerToAWithdrawnAlert() throws Exception {
    // Given
    alerts.onAlert(revision(residential(), 2, MessageType.CANCEL));
    // When
    var asked = get(link(Intent.EN_ROUTE));
    // Then
    assertThat(asked.body()).contains("withdrawn").doesNotContain("<form");
  }

  @Test
  void shouldSayThatAnAnswerIsNotSafeWhenTheBrokerIsAway() throws Exception {
    // Given
    brokerAway = true;
    told();
    // Then
    assertThat(post(link(Intent.SEEN), "").statusCode()).isEqualTo(503);
    assertThat(api(CREWS_TOKEN, answer("SEEN")).statusCode()).isEqualTo(503);
    assertReplied(sms("K", code()), "NOT_RECORDED", "Not recorded. Send it again in a minute.");
  }

  @Test
  void shouldTakeAnAnswerFromTheSubscribersProgram() throws Exception {
    // When
    var answered =
        api(
            CREWS_TOKEN,
            "{\"alertId\": \"strike:s1\", \"revision\": 2, \"intent\": \"CANNOT\","
                + " \"team\": \"فريق 2\"}");
    // Then
    assertThat(answered.statusCode()).isEqualTo(202);
    assertThat(recorded)
        .containsExactly(
            new Acknowledgement("strike:s1", 2, "crew", "فريق 2", Intent.CANNOT, "api", SENT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                       | alertId revision intent
          {"alertId": "a", "revision": 0, "intent": "SEEN"}                        | revision
          {"alertId": "a", "revision": 1, "intent": "MAYBE"}                       | intent
          {"alertId": 7, "revision": "1", "intent": 1}                             | alertId revision intent
          {"alertId": "a", "revision": 1, "intent": "SEEN", "team": "<b>"}         | team
          {"alertId": "a", "revision": 1, "intent": "SEEN", "subscriber": "other"} | subscriber
          {"alertId": "a", "alertId": "b", "revision": 1, "intent": "SEEN"}        | body
          []                                                                       | body
          {"alertId":                                                              | body
          """)
  void shouldNameEveryFaultOfAnAnswer(String body, String fields) throws Exception {
    // When
    var answered = api(CREWS_TOKEN, body);
    // Then
    assertThat(answered.statusCode()).isEqualTo(422);
    assertThat(answered.body()).contains(fields.split(" "));
    assertThat(recorded).isEmpty();
  }

  @Test
  void shouldKeepTheDoor() throws Exception {
    assertThat(api("wrong", answer("SEEN")).statusCode()).isEqualTo(401);
    assertThat(api(INTAKES_TOKEN, answer("SEEN")).statusCode()).isEqualTo(401);
    assertThat(send("/api/sms-replies", CREWS_TOKEN, "application/json", "{}").statusCode())
        .isEqualTo(401);
    assertThat(
            send("/api/acknowledgements", CREWS_TOKEN, "text/plain", answer("SEEN")).statusCode())
        .isEqualTo(415);
    assertThat(api(CREWS_TOKEN, " ".repeat(JsonDoor.MAX_BYTES) + answer("SEEN")).statusCode())
        .isEqualTo(413);
    assertThat(recorded).isEmpty();
  }

  @Test
  void shouldBoundTheRateOfAnswers() throws Exception {
    // When
    var last = api(CREWS_TOKEN, answer("SEEN"));
    for (var sent = 1; sent < 600 && last.statusCode() == 202; sent++) {
      last = api(CREWS_TOKEN, answer("SEEN"));
    }
    // Then
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValue("Retry-After")).isPresent();
    assertThat(recorded).hasSizeBetween(60, 599);
  }

  @Test
  void shouldTakeAnAnswerBySms() throws Exception {
    // Given
    told();
    // When
    var answered = sms("+963900000001", code().toLowerCase(Locale.ROOT) + " ٢");
    // Then
    assertReplied(answered, "RECORDED", "Recorded: We are on our way (" + code() + ").");
    assertThat(answered.body()).doesNotContain("strike:s1", "crew");
    assertThat(recorded)
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.getSubscriber()).isEqualTo("crew");
              assertThat(a.getRevision()).isEqualTo(3);
              assertThat(a.getIntent()).isEqualTo(Intent.EN_ROUTE);
              assertThat(a.getChannel()).isEqualTo("sms");
              assertThat(a.getTeam()).matches("phone-[0-9a-f]{8}");
            });
  }

  @Test
  void shouldSayThatAnAlertWasTakenBackToWhoAnswersIt() throws Exception {
    told();
    alerts.onAlert(
        Alert.newBuilder(revision(residential(), 2, MessageType.CANCEL))
            .setReason(CancelReason.MOVED)
            .build());
    assertReplied(
        sms("+963900000001", code() + " 2"),
        "RECORDED",
        "But what this alert said was taken back: read the newer message first.");
  }

  @Test
  void shouldSayThatAnotherAlertTellsOfTheStrikeToWhoAnswersAMergedOne() throws Exception {
    told();
    alerts.onAlert(
        Alert.newBuilder(revision(residential(), 2, MessageType.CANCEL))
            .setReason(CancelReason.REPLACED)
            .build());
    assertReplied(
        sms("+963900000001", code() + " 2"),
        "RECORDED",
        "But another alert tells of this strike now: read the newer message first.");
    assertThat(recorded).hasSize(1);
  }

  @Test
  void shouldTellTeamsOfOneSubscriberApartByTheirPhones() throws Exception {
    // Given
    told();
    // When
    sms("+963900000001", code());
    sms("+963900000002", code() + " 4");
    sms("+963900000001", code() + " 2");
    // Then
    assertThat(recorded.stream().map(Acknowledgement::getTeam).distinct()).hasSize(2);
    assertThat(recorded.get(0).getTeam()).isEqualTo(recorded.get(2).getTeam());
  }

  @Test
  void shouldReplyInTheLanguageOfTheSubscriber() throws Exception {
    // Given
    crew = crew(Locale.forLanguageTag("ar"));
    told();
    // Then
    assertReplied(sms("1", code() + " 3"), "RECORDED", "سجّلنا: نحن جاهزون (" + code() + ").");
    assertReplied(sms("1", code() + " perhaps"), "NOT_UNDERSTOOD", "لم نسجّل. بعد " + code());
  }

  @Test
  void shouldSayThatTheCodeIsMissingToANumberThatAlertsGoTo() throws Exception {
    crew = crew(Locale.forLanguageTag("ar"));
    assertReplied(sms("+963900000001", "on our way"), "NO_CODE", "يبدأ الرد برمز الرسالة");
    crew = crew(Locale.ENGLISH);
    assertReplied(sms("+963900000001", "شكرا"), "NO_CODE", "the code of its message, as #ABC123");
    assertReplied(sms("+963900000002", "on our way"), "UNKNOWN_SENDER", "");
    assertThat(recorded).isEmpty();
  }

  @Test
  void shouldTellNobodyWhetherACodeEverWasOne() throws Exception {
    // Given
    told();
    // Then
    assertReplied(sms("1", "K7M4PQ on our way"), "UNKNOWN_CODE", "no open alert has the code K7M");
    assertReplied(sms("1", "في الطريق K7M4PQ"), "UNKNOWN_CODE", "لا إنذار مفتوح بالرمز K7M4PQ");
    var neither = sms("1", "K7M4PQ 2");
    assertReplied(neither, "UNKNOWN_CODE", "no open alert");
    assertReplied(neither, "UNKNOWN_CODE", "لا إنذار مفتوح");
    now = EXPIRES.plus(Duration.ofHours(2));
    assertThat(sms("1", code() + " 2").body()).isEqualTo(neither.body().replace("K7M4PQ", code()));
    assertThat(recorded).isEmpty();
  }

  @Test
  void shouldSayWhatToSendWhereTheCodeIsGoodAndTheRestIsNot() throws Exception {
    told();
    assertReplied(sms("1", code() + " perhaps"), "NOT_UNDERSTOOD", "send 1 seen, 2 on our way");
    assertThat(recorded).isEmpty();
  }

  @Test
  void shouldLetNoPhoneGuess() throws Exception {
    // When
    for (var guess = 0; guess < 10; guess++) {
      assertReplied(sms("+963900000009", "K7M4PQ"), "UNKNOWN_CODE", "K7M4PQ");
    }
    // Then
    assertReplied(sms("+963900000009", "K7M4PQ"), "TOO_MANY", "Send it again in a minute");
    assertReplied(sms("+963900000008", "K7M4PQ"), "UNKNOWN_CODE", "K7M4PQ");
  }

  private static void assertReplied(HttpResponse<String> answer, String outcome, String text)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var said = new ObjectMapper().readTree(answer.body());
    assertThat(said.path("outcome").asText()).isEqualTo(outcome);
    assertThat(said.path("text").asText()).contains(text);
  }

  private CompletableFuture<Void> publish(Acknowledgement acknowledgement) {
    if (brokerAway) {
      return CompletableFuture.failedFuture(new IllegalStateException("away"));
    }
    recorded.add(acknowledgement);
    return CompletableFuture.completedFuture(null);
  }

  private void told() {
    alerts.onAlert(residential().build());
    alerts.onDelivery(
        Delivery.newBuilder()
            .setAlertId("strike:s1")
            .setRevision(3)
            .setMessageType(MessageType.ALERT)
            .setSubscriber("crew")
            .setChannel("sms")
            .setOutcome(DeliveryOutcome.DELIVERED)
            .setAttempt(1)
            .setSeverity(Severity.SEVERE)
            .setReality(Reality.ACTUAL)
            .setIdempotencyKey("msg_1")
            .setAt(SENT)
            .build());
  }

  private static String code() {
    return new ReplyCodes(KEY).of("strike:s1", "crew");
  }

  private String link(Intent intent) {
    var links = SETTINGS.offer().links(residential().build(), Locale.ENGLISH, crew, "hook");
    var link = links.get(intent);
    return String.valueOf(link).substring("https://alerts.example.org".length());
  }

  private static String answer(String intent) {
    return "{\"alertId\": \"strike:s1\", \"revision\": 1, \"intent\": \"%s\"}".formatted(intent);
  }

  private HttpResponse<String> api(String token, String body) throws Exception {
    return send("/api/acknowledgements", token, "application/json; charset=utf-8", body);
  }

  private HttpResponse<String> sms(String from, String text) throws Exception {
    return send(
        "/api/sms-replies",
        INTAKES_TOKEN,
        "application/json",
        "{\"from\": \"%s\", \"text\": \"%s\"}".formatted(from, text));
  }

  private HttpResponse<String> send(String path, String token, String type, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  private static Subscriber crew(Locale language) {
    return Subscriber.builder("crew", Role.RESCUE).areas("aleppo").language(language).build();
  }

  /** The one subscriber. */
  private final class Crew implements ReplyIntake.Directory {
    @Override
    public Optional<Subscriber> byId(String id) {
      return crewIsGone ? Optional.empty() : Optional.ofNullable(Map.of("crew", crew).get(id));
    }

    @Override
    public Optional<Subscriber> byTokenSha256(String hash) {
      return hash.equals(TokenHash.of(CREWS_TOKEN)) ? Optional.of(crew) : Optional.empty();
    }

    @Override
    public Optional<Subscriber> byNumber(String number) {
      return number.equals("+963900000001") ? Optional.of(crew) : Optional.empty();
    }
  }
}
