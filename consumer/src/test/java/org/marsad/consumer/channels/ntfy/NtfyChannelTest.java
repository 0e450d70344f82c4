package org.marsad.consumer.channels.ntfy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.channelTest;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.channels.http.HttpSender;
import org.marsad.consumer.channels.http.Receiver;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Hidden;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.Urgency;

class NtfyChannelTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final AreaNames NAMES = (code, language) -> code;

  private final HttpSender sender = new HttpSender(Clock.systemUTC(), LONG, LONG);

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void shouldPublishToTheServerAsTheUserOfTheToken() throws IOException {
    try (var server = new Receiver((n, exchange) -> Receiver.status(exchange, 200))) {
      // When
      var channel = new NtfyChannel(settings(server.url(), "tk_word"), "team", sender, NAMES);
      var strike = residential().build();
      // Then
      assertThat(channel.send(message(strike)).join()).isEqualTo(new Answer.Accepted());
      var request = server.requests.get(0);
      assertThat(request.headers().getFirst("authorization")).isEqualTo("Bearer tk_word");
      var body = new ObjectMapper().readTree(request.body());
      var text = AlertText.in(NAMES, Locale.ENGLISH);
      assertThat(body.get("topic").asText()).isEqualTo("crew-5Hq");
      assertThat(body.get("title").asText()).isEqualTo(text.headline(strike));
      assertThat(body.get("message").asText())
          .isEqualTo(String.join("\n", text.body(strike, null)));
      assertThat(body.get("tags").toString())
          .isEqualTo("[\"rotating_light\",\"actual\",\"casualties\"]");
      assertThat(body.get("actions")).isEmpty();
    }
  }

  @Test
  void shouldSendNoAuthorizationWithoutAToken() throws IOException {
    try (var server = new Receiver((n, exchange) -> Receiver.status(exchange, 200))) {
      var channel = new NtfyChannel(settings(server.url(), null), "team", sender, NAMES);
      channel.send(message(residential().build())).join();
      assertThat(server.requests.get(0).headers().containsKey("authorization")).isFalse();
    }
  }

  @Test
  void shouldReplaceTheNotificationBeforeIt() {
    // Given
    var first = sequence("team", "tk_word", residential().build());
    // Then
    assertThat(first).matches("[-_A-Za-z0-9]{1,64}");
    assertThat(sequence("team", "tk_word", revision(residential(), 2, MessageType.UPDATE)))
        .isEqualTo(first);
    assertThat(sequence("team", "tk_word", revision(residential(), 3, MessageType.CANCEL)))
        .isEqualTo(first);
  }

  @Test
  void shouldRevealNothingByTheSequenceId() {
    // Given
    var strike = residential().build();
    var first = sequence("team", "tk_word", strike);
    // Then whoever guesses alert and subscriber cannot tell without the token
    assertThat(sequence("other", "tk_word", strike)).isNotEqualTo(first);
    assertThat(sequence("team", "tk_guess", strike)).isNotEqualTo(first);
    assertThat(sequence("team", null, strike)).isNotEqualTo(first);
  }

  @Test
  void shouldBeAsLoudAsItIsSevereAndUrgent() {
    assertThat(priority(Severity.EXTREME, Urgency.IMMEDIATE)).isEqualTo(5);
    assertThat(priority(Severity.SEVERE, Urgency.EXPECTED)).isEqualTo(4);
    assertThat(priority(Severity.UNKNOWN, Urgency.UNKNOWN)).isEqualTo(4);
    assertThat(priority(Severity.MODERATE, Urgency.IMMEDIATE)).isEqualTo(3);
    assertThat(priority(Severity.MODERATE, Urgency.PAST)).isEqualTo(2);
    assertThat(priority(Severity.MINOR, Urgency.FUTURE)).isEqualTo(1);
  }

  /** A phone at night: what was told is brought up to date without a sound. */
  @Test
  void shouldMakeASoundOnlyWhereItInterrupts() {
    var extreme = revision(residential(), 2, MessageType.UPDATE);
    var quiet =
        new Message("msg_2", extreme, Locale.ENGLISH, Replies.NONE, null, /* interrupts= */ false);
    assertThat(body("team", null, quiet).get("priority").asInt()).isEqualTo(2);
    assertThat(body("team", null, message(extreme)).get("priority").asInt()).isEqualTo(5);
    assertThat(body("team", null, quiet).get("sequence_id"))
        .isEqualTo(body("team", null, message(extreme)).get("sequence_id"));
  }

  @Test
  void shouldRingForATestAsForTheWorst() {
    var test = body("team", null, message(channelTest("team").build()));
    assertThat(test.get("priority").asInt()).isEqualTo(5);
    assertThat(test.get("message").asText())
        .isEqualTo("This is a test of Marsad for team. Nothing has happened.");
  }

  @Test
  void shouldSayWhatHasChangedSinceTheReaderWasTold() {
    var before = residential().setKilled(new CountRange(5, 6, 8)).build();
    var update = revision(residential(), 2, MessageType.UPDATE);
    var earlier = new Message.Earlier("msg_1", before);
    var told = new Message("msg_2", update, Locale.ENGLISH, Replies.NONE, earlier, true);
    assertThat(body("team", null, told).get("title").asText()).contains("UPDATE: killed 45, was 6");
    assertThat(body("team", null, told).get("message").asText())
        .startsWith("Since the message of 14:25: killed 45 (40–50), was 6 (5–8).");
  }

  @Test
  void shouldShowEveryRevisionInPlaceAndNoSummary() {
    var channel = new NtfyChannel(settings(URI.create("http://x/"), null), "team", sender, NAMES);
    var views = List.of(residential().build());
    assertThat(channel.isInPlace()).isTrue();
    assertThat(channel.send(new Summary("m", Locale.ENGLISH, views, SENT, SENT)).join())
        .isEqualTo(new Answer.Refused("IN_PLACE"));
    assertThat(channel.shown(message(views.get(0))))
        .startsWith("aleppo/al-fardous, aleppo, 14:21 · 45 killed (40–50)");
  }

  @Test
  void shouldNotSoundTheAlarmForAWithdrawal() {
    var cancel = body("team", null, message(revision(residential(), 2, MessageType.CANCEL)));
    assertThat(cancel.get("priority").asInt()).isEqualTo(3);
    assertThat(cancel.get("tags").get(0).asText()).isEqualTo("leftwards_arrow_with_hook");
    assertThat(cancel.get("message").asText()).isNotEmpty();
  }

  @Test
  void shouldMarkAnExercise() {
    var exercise = residential().setReality(Reality.EXERCISE).build();
    assertThat(body("team", null, message(exercise)).get("tags").get(1).asText())
        .isEqualTo("exercise");
  }

  @Test
  void shouldOpenAPageForEachWayToAnswerAndNeverAnswerByTheTapAlone() {
    // Given
    var links = new EnumMap<Intent, URI>(Intent.class);
    for (var intent : Intent.values()) {
      links.put(intent, URI.create("https://marsad.example.org/reply/" + intent));
    }
    // When
    var actions =
        body(
                "team",
                null,
                new Message(
                    "msg_1", residential().build(), Locale.ENGLISH, new Replies(links, "K7P2")))
            .get("actions");
    // Then
    assertThat(actions).hasSize(3);
    for (var action : actions) {
      assertThat(action.get("action").asText()).isEqualTo("view");
      assertThat(action.get("label").asText()).isNotEmpty();
    }
    assertThat(actions.get(0).get("url").asText())
        .isEqualTo("https://marsad.example.org/reply/" + Intent.SEEN);
  }

  @Test
  void shouldStayAMessageAndBecomeNoAttachment() {
    var longest = residential().setArea("ا".repeat(79)).build();
    var message = body("team", null, message(longest)).get("message").asText();
    assertThat(message.getBytes(UTF_8).length).isBetween(1, NtfyBody.MOST_BYTES);
  }

  private static int priority(Severity severity, Urgency urgency) {
    var alert = residential().setSeverity(severity).setUrgency(urgency).build();
    return body("team", null, message(alert)).get("priority").asInt();
  }

  private static String sequence(String subscriber, @Nullable String token, Alert alert) {
    return body(subscriber, token, message(alert)).get("sequence_id").asText();
  }

  private static JsonNode body(String subscriber, @Nullable String token, Message message) {
    var settings = settings(URI.create("https://ntfy.example.org"), token);
    var text = AlertText.in(NAMES, message.language());
    try {
      return new ObjectMapper().readTree(new NtfyBody(settings, subscriber).of(message, text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ChannelSettings.Ntfy settings(URI url, @Nullable String token) {
    return new ChannelSettings.Ntfy(
        "push",
        new org.marsad.consumer.subscribers.Receiver(url, true),
        new Hidden("crew-5Hq"),
        token == null ? null : new Hidden(token));
  }

  private static Message message(Alert alert) {
    return new Message("msg_1", alert, Locale.ENGLISH, Replies.NONE);
  }
}
