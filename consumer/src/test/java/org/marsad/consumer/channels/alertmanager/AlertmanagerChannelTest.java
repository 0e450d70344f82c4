package org.marsad.consumer.channels.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.http.HttpSender;
import org.marsad.consumer.channels.http.Receiver;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Hidden;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.TimePrecision;

class AlertmanagerChannelTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final AreaNames NAMES = (code, language) -> code;

  private final HttpSender sender = new HttpSender(Clock.systemUTC(), LONG, LONG);

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void shouldPostAnAlertAsAlertmanagerWould() throws IOException {
    try (var receiver = new Receiver((n, exchange) -> Receiver.status(exchange, 200))) {
      // Given
      var settings =
          new ChannelSettings.Alertmanager(
              "am",
              new org.marsad.consumer.subscribers.Receiver(receiver.url(), true),
              new Hidden("word"));
      // When
      var answer =
          new AlertmanagerChannel(settings, "team", sender, NAMES)
              .send(message(residential().build()))
              .join();
      // Then
      assertThat(answer).isEqualTo(new Answer.Accepted());
      var request = receiver.requests.get(0);
      assertThat(request.headers().getFirst("authorization")).isEqualTo("Bearer word");
      assertThat(request.headers().getFirst("content-type")).isEqualTo("application/json");
      var body = new ObjectMapper().readTree(request.body());
      assertThat(body.get("version").asText()).isEqualTo("4");
      assertThat(body.get("status").asText()).isEqualTo("firing");
      assertThat(body.get("receiver").asText()).isEqualTo("am");
      assertThat(body.get("truncatedAlerts").asInt()).isZero();
      assertThat(body.get("alerts")).hasSize(1);
    }
  }

  @Test
  void shouldHoldEveryFieldOfVersion4() {
    var body = body("team", message(residential().build()));
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "version",
            "groupKey",
            "truncatedAlerts",
            "status",
            "receiver",
            "groupLabels",
            "commonLabels",
            "commonAnnotations",
            "externalURL",
            "alerts");
    var alert = body.get("alerts").get(0);
    assertThat(alert.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "status", "labels", "annotations", "startsAt", "endsAt", "generatorURL", "fingerprint");
    assertThat(body.get("commonLabels")).isEqualTo(alert.get("labels"));
    assertThat(body.get("commonAnnotations")).isEqualTo(alert.get("annotations"));
    assertThat(body.get("groupLabels").get("alertname").asText()).isEqualTo("MarsadStrike");
    assertThat(body.get("groupKey").asText())
        .contains("alertname=\"MarsadStrike\"")
        .contains(alert.get("fingerprint").asText());
  }

  @Test
  void shouldLabelWhatNeverChangesOverAnAlertsRevisions() {
    var exercise =
        residential().setReality(Reality.EXERCISE).setSeverity(Severity.MODERATE).build();
    var alert = alert("team", exercise);
    assertThat(alert.get("labels"))
        .isEqualTo(
            JsonNodeFactory.instance
                .objectNode()
                .put("alertname", "MarsadStrike")
                .put("alert_id", "strike:s1")
                .put("area", "aleppo")
                .put("reality", "exercise"));
    assertThat(alert.toString()).doesNotContain("team");
    var graver = revision(repeat().setAlertId("strike:s1"), 2, MessageType.UPDATE);
    assertThat(labels(graver)).isEqualTo(labels(residential().build()));
    assertThat(labels(repeat().build())).isNotEqualTo(labels(residential().build()));
  }

  @Test
  void shouldSayTheSeverityInTheWordsOfOperators() {
    assertThat(severity(Severity.EXTREME)).isEqualTo("critical");
    assertThat(severity(Severity.SEVERE)).isEqualTo("critical");
    assertThat(severity(Severity.UNKNOWN)).isEqualTo("critical");
    assertThat(severity(Severity.MINOR)).isEqualTo("info");
  }

  @Test
  void shouldAnnotateTheAlertInWordsAndTheWaysToAnswer() {
    // Given
    var text = AlertText.in(NAMES, Locale.ENGLISH);
    var link = URI.create("https://marsad.example.org/reply/abc");
    var strike = residential().build();
    // When
    var annotations =
        body(
                "team",
                new Message(
                    "msg_1",
                    strike,
                    Locale.ENGLISH,
                    new Replies(Map.of(Intent.EN_ROUTE, link), null)))
            .get("commonAnnotations");
    // Then
    assertThat(annotations.get("summary").asText()).isEqualTo(text.headline(strike));
    assertThat(annotations.get("description").asText())
        .isEqualTo(String.join("\n", text.body(strike, null)));
    assertThat(annotations.get("certainty").asText()).isEqualTo("likely");
    assertThat(annotations.get("urgency").asText()).isEqualTo("immediate");
    assertThat(annotations.get("findings").asText()).isEqualTo("casualties residential_strike");
    assertThat(annotations.get("interrupts").asText()).isEqualTo("true");
    assertThat(annotations.get("reply_en_route").asText()).isEqualTo(link.toString());
  }

  @Test
  void shouldFireUntilItExpiresAndResolveWhenWithdrawn() {
    // Given
    var first = residential();
    var update = revision(first, 2, MessageType.UPDATE);
    var cancel = revision(first.setSentAt(SENT.plusSeconds(600)), 3, MessageType.CANCEL);
    // Then
    assertThat(alert("team", update).get("status").asText()).isEqualTo("firing");
    assertThat(alert("team", update).get("endsAt").asText()).isEqualTo(EXPIRES.toString());
    assertThat(alert("team", cancel).get("status").asText()).isEqualTo("resolved");
    assertThat(alert("team", cancel).get("endsAt").asText()).isEqualTo("2016-10-11T11:35:00Z");
    assertThat(body("team", message(cancel)).get("status").asText()).isEqualTo("resolved");
  }

  @Test
  void shouldStartAtTheOnsetWhereTheDayIsKnown() {
    assertThat(startsAt(TimePrecision.MINUTE)).isEqualTo("2016-10-11T11:21:00Z");
    assertThat(startsAt(TimePrecision.DAY)).isEqualTo("2016-10-11T11:21:00Z");
    assertThat(startsAt(TimePrecision.WEEK)).isEqualTo(SENT.toString());
  }

  @Test
  void shouldKeepTheFingerprintOfAnAlertAndGiveEachAlertItsOwn() {
    // Given
    var first = fingerprint("team", residential().build());
    // Then
    assertThat(first).matches("[0-9a-f]{16}");
    assertThat(fingerprint("team", revision(residential(), 2, MessageType.UPDATE)))
        .isEqualTo(first);
    assertThat(fingerprint("other", residential().build())).isNotEqualTo(first);
    assertThat(fingerprint("team", repeat().build())).isNotEqualTo(first);
  }

  private static String severity(Severity severity) {
    var alert = residential().setSeverity(severity).build();
    return alert("team", alert).get("annotations").get("severity").asText();
  }

  private static JsonNode labels(Alert alert) {
    return alert("team", alert).get("labels");
  }

  private static String startsAt(TimePrecision precision) {
    var alert = residential().setOnsetPrecision(precision).build();
    return alert("team", alert).get("startsAt").asText();
  }

  private static String fingerprint(String subscriber, Alert alert) {
    return alert(subscriber, alert).get("fingerprint").asText();
  }

  private static JsonNode alert(String subscriber, Alert alert) {
    return body(subscriber, message(alert)).get("alerts").get(0);
  }

  private static JsonNode body(String subscriber, Message message) {
    var text = AlertText.in(NAMES, message.language());
    try {
      return new ObjectMapper().readTree(new AlertmanagerBody(subscriber, "am").of(message, text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Message message(Alert alert) {
    return new Message("msg_1", alert, Locale.ENGLISH, Replies.NONE);
  }
}
