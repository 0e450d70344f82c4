package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.operations.answers.AnswerDesk;
import org.marsad.consumer.subscribers.Escalation;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscriberBuilder;

/**
 * The story that Marsad is for: a strike, a second one on the same spot while rescuers are there,
 * who answers and who does not, and a report that is taken back.
 */
class SecondStrikeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration UNANSWERED = Duration.ofSeconds(20);

  /** As if the first strike had been at 14:05, the second at 14:21, and it were 14:25 now. */
  private final Instant fourteenOFive =
      Instant.now().minus(20, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);

  private final Instant fourteenTwentyOne = fourteenOFive.plus(16, ChronoUnit.MINUTES);

  @TempDir private Path data;

  @Test
  void shouldWarnOfTheSecondStrikeThoseWhoWereToldOfTheFirst() throws Exception {
    try (var eastPager = new Receiver();
        var eastSms = new Receiver();
        var westPager = new Receiver();
        var westSms = new Receiver();
        var hospitalA = new Receiver();
        var hospitalB = new Receiver();
        var homsPager = new Receiver();
        var marsad =
            Running.in(
                data,
                List.of(
                    crew("crew-east", "aleppo", eastPager, eastSms),
                    crew("crew-west", "aleppo", westPager, westSms),
                    hospital("hospital-a", hospitalA),
                    hospital("hospital-b", hospitalB),
                    crew("crew-homs", "homs", homsPager, homsPager)))) {
      var observer = Running.operator(marsad, data);
      var told = List.of(eastPager, westPager, hospitalA, hospitalB);

      // 14:05, a strike that kills six: crews and hospitals are told
      observer.post(report("strike-1", 1, "REPORTED", fourteenOFive));
      await().atMost(PATIENCE).until(() -> told.stream().allMatch(one -> first(one).isPresent()));
      var first = first(eastPager).orElseThrow();

      // Crew east is on its way; nobody hears from crew west, so its second channel is used
      assertThat(answers(marsad, "crew-east", first, "EN_ROUTE")).isEqualTo(202);
      await().atMost(PATIENCE).until(() -> types(westSms, first).contains("alert.new"));

      // 14:21, a second strike on the same spot: those who were told of the first are warned,
      // crew west over its second channel too, for that is what it was told over
      observer.post(report("strike-2", 1, "REPORTED", fourteenTwentyOne));
      await().atMost(PATIENCE).until(() -> second(eastPager).isPresent());
      var second = second(eastPager).orElseThrow();
      assertThat(answers(marsad, "crew-east", second, "EN_ROUTE")).isEqualTo(202);
      var everybody = Stream.concat(told.stream(), Stream.of(westSms)).toList();
      await().atMost(PATIENCE).until(() -> all(everybody, second, "alert.new"));

      // The report of the first strike is taken back: it is withdrawn, the second one stands
      observer.post(report("strike-1", 2, "RETRACTED", fourteenOFive));
      await().atMost(PATIENCE).until(() -> all(everybody, first, "alert.cancel"));
      await().atMost(PATIENCE).until(() -> all(everybody, second, "alert.update"));
      await().atMost(PATIENCE).until(marsad::isDrained);

      // Then exactly those who were told hear of it, once each, and it says what it takes back
      for (var one : everybody) {
        assertThat(types(one, first)).containsExactly("alert.new", "alert.cancel");
        assertThat(types(one, second)).containsExactly("alert.new", "alert.update");
        var cancelled = newest(one, first);
        assertThat(cancelled.at("/data/references/0/revision").asInt()).isEqualTo(1);
        assertThat(cancelled.at("/data/reason").asText()).isEqualTo("WITHDRAWN");
        assertThat(newest(one, second).toString()).doesNotContain("\"rule\":\"REPEAT_STRIKE\"");
        assertThat(one.forged()).isEmpty();
      }
      assertThat(eastSms.received()).isEmpty();
      assertThat(homsPager.received()).isEmpty();

      // And the operator can read the whole story
      var desk =
          new AnswerDesk(Map.of("bootstrap.servers", marsad.bootstrapServers()), marsad.topics());
      assertThat(String.join("\n", desk.story(desk.find(first)).lines()))
          .containsPattern("crew-east +api +ANSWERED EN_ROUTE")
          .containsPattern("crew-west +sms +told ALERT 1")
          .containsPattern("crew-west +sms +told CANCEL 2")
          .contains("told and without an answer: crew-west, hospital-a, hospital-b");
    }
  }

  private static SubscriberBuilder subscriber(String id, Role role, String area) {
    return Subscriber.builder(id, role).areas(area).tokenSha256(sha256(tokenOf(id)));
  }

  private static Subscriber crew(String id, String area, Receiver pager, Receiver sms) {
    return subscriber(id, Role.RESCUE, area)
        .channel(pager.channel("pager"))
        .channel(sms.channel("sms"))
        .escalation(new Escalation.ToChannel(UNANSWERED, "sms"))
        .build();
  }

  private static Subscriber hospital(String id, Receiver desk) {
    return subscriber(id, Role.HOSPITAL, "aleppo").site(id).channel(desk.channel("desk")).build();
  }

  private static int answers(Standalone marsad, String subscriber, String alertId, String intent)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(marsad.url() + "/api/acknowledgements"))
                .header("Authorization", "Bearer " + tokenOf(subscriber))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"alertId\": \"%s\", \"revision\": 1, \"intent\": \"%s\"}"
                            .formatted(alertId, intent)))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static boolean all(List<Receiver> receivers, String alertId, String type) {
    return receivers.stream().allMatch(one -> types(one, alertId).contains(type));
  }

  /** The alert about the strike that repeats none. */
  private static Optional<String> first(Receiver receiver) {
    return strike(receiver, false);
  }

  /** The alert about the strike that repeats the first. */
  private static Optional<String> second(Receiver receiver) {
    return strike(receiver, true);
  }

  private static Optional<String> strike(Receiver receiver, boolean repeats) {
    return receiver.received().stream()
        .filter(message -> message.path("type").asText().equals("alert.new"))
        .map(message -> message.path("data"))
        .filter(alert -> alert.at("/subject/kind").asText().equals("STRIKE"))
        .filter(alert -> alert.path("findings").toString().contains("REPEAT_STRIKE") == repeats)
        .map(alert -> alert.path("alertId").asText())
        .findFirst();
  }

  private static JsonNode newest(Receiver receiver, String alertId) {
    return messages(receiver, alertId).reduce((a, b) -> b).orElseThrow();
  }

  private static Stream<JsonNode> messages(Receiver receiver, String alertId) {
    return receiver.received().stream()
        .filter(message -> message.at("/data/alertId").asText().equals(alertId));
  }

  private static List<String> types(Receiver receiver, String alertId) {
    return messages(receiver, alertId).map(message -> message.path("type").asText()).toList();
  }

  private static String tokenOf(String subscriber) {
    return "the token of " + subscriber;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String report(String id, int revision, String status, Instant at) {
    return """
    {"localId": "%s", "revision": %d, "status": "%s", "occurredFrom": "%s",
     "timePrecision": "MINUTE", "placeText": "الفردوس", "killed": 6}
    """
        .formatted(id, revision, status, at);
  }
}
