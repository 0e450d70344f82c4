package org.marsad.consumer.channels.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.at;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.channels.http.HttpSender;
import org.marsad.consumer.channels.http.Receiver;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Encoding;
import org.marsad.consumer.subscribers.Hidden;
import org.marsad.consumer.subscribers.PhoneNumber;
import org.marsad.consumer.subscribers.Template;
import org.marsad.consumer.text.AlertText;

class SmsChannelTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final AreaNames NAMES = (code, language) -> "ا\"{to}\" & co";
  private static final PhoneNumber ONE = new PhoneNumber("+963900000001");
  private static final PhoneNumber TWO = new PhoneNumber("+963900000002");
  private static final Answer ACCEPTED = new Answer.Accepted();
  private static final String TEXT =
      AlertText.in(NAMES, Locale.ENGLISH).shortForm(residential().build(), null, "K7P2");

  private final HttpSender sender = new HttpSender(Clock.systemUTC(), LONG, LONG);

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void shouldFillInJsonSoThatTextStaysText() throws IOException {
    try (var gateway = new Receiver((n, exchange) -> Receiver.status(exchange, 202))) {
      // Given
      var body = "{\"messages\": [{\"to\": \"{to}\", \"text\": \"{text}\", \"ref\": \"{id}\"}]}";
      var request =
          request("POST", null, Map.of(), "application/json", json(body), new Hidden("word"));
      // When
      var answer = channel(gateway, request, ONE).send(message("msg_1")).join();
      // Then
      assertThat(answer).isEqualTo(ACCEPTED);
      var sent = gateway.requests.get(0);
      assertThat(sent.headers().getFirst("authorization")).isEqualTo("Bearer word");
      var message = new ObjectMapper().readTree(sent.body()).get("messages").get(0);
      assertThat(message.get("to").asText()).isEqualTo("+963900000001");
      assertThat(message.get("text").asText()).isEqualTo(TEXT).contains("{to}");
      assertThat(message.get("ref").asText()).matches("[0-9a-f]{32}");
    }
  }

  @Test
  void shouldFillInAFormAndHeaders() throws IOException {
    try (var gateway = new Receiver((n, exchange) -> Receiver.status(exchange, 200))) {
      // Given
      var type = "application/x-www-form-urlencoded";
      var request =
          request(
              "POST",
              null,
              Map.of("X-Key", plain("key {token}")),
              type,
              new Template("to={digits}&text={text}", Encoding.FORM),
              new Hidden("word"));
      // When
      channel(gateway, request, ONE).send(message("msg_1")).join();
      // Then
      var sent = gateway.requests.get(0);
      assertThat(sent.headers().getFirst("x-key")).isEqualTo("key word");
      assertThat(sent.headers().containsKey("authorization")).isFalse();
      assertThat(sent.headers().getFirst("content-type")).isEqualTo(type);
      assertThat(sent.body()).startsWith("to=963900000001&text=").doesNotContain("\"");
      assertThat(sent.body()).containsOnlyOnce("&");
      assertThat(URLDecoder.decode(sent.body().substring(sent.body().indexOf("text=") + 5), UTF_8))
          .isEqualTo(TEXT);
    }
  }

  @Test
  void shouldFillInAQuery() throws IOException {
    var queries = new CopyOnWriteArrayList<String>();
    try (var gateway =
        new Receiver(
            (n, exchange) -> {
              queries.add(exchange.getRequestURI().getRawQuery());
              Receiver.status(exchange, 200);
            })) {
      // Given
      var query = new Template("key={token}&to={to}&text={text}", Encoding.FORM);
      var request = request("GET", query, Map.of(), "text/plain", null, new Hidden("w&d"));
      // When
      channel(gateway, request, ONE).send(message("msg_1")).join();
      // Then
      assertThat(queries)
          .singleElement()
          .asString()
          .isEqualTo("key=w%26d&to=%2B963900000001&text=" + URLEncoder.encode(TEXT, UTF_8));
      assertThat(gateway.requests.get(0).body()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, 0", "ar, 2"})
  void shouldTellKannelHowTheTextIsCoded(String language, String coding) throws IOException {
    var queries = new CopyOnWriteArrayList<String>();
    try (var kannel =
        new Receiver(
            (n, exchange) -> {
              queries.add(exchange.getRequestURI().getRawQuery());
              Receiver.status(exchange, 202);
            })) {
      // Given
      var query = new Template("to={to}&text={text}&coding={coding}&charset=UTF-8", Encoding.FORM);
      var request = request("GET", query, Map.of(), "text/plain", null, null);
      // When
      new SmsChannel(settings(kannel, request, ONE), sender, (code, of) -> "Aleppo")
          .send(
              new Message(
                  "m", residential().build(), Locale.forLanguageTag(language), Replies.NONE))
          .join();
      // Then
      assertThat(queries).singleElement().asString().contains("&coding=" + coding + "&charset=");
    }
  }

  @Test
  void shouldTryAgainOnlyTheNumberThatFailed() throws IOException {
    var failed = new AtomicBoolean();
    try (var gateway =
        new Receiver(
            (n, exchange) ->
                Receiver.status(
                    exchange, isTo(TWO, exchange) && !failed.getAndSet(true) ? 500 : 200))) {
      // Given
      var channel = channel(gateway, perNumber(), ONE, TWO);
      // Then
      assertThat(channel.send(message("msg_1")).join()).isEqualTo(new Answer.TryAgain("HTTP_500"));
      assertThat(channel.send(message("msg_1")).join()).isEqualTo(ACCEPTED);
      assertThat(numbers(gateway)).containsExactlyInAnyOrder(ONE, TWO, TWO);
      // When another message comes, both are told
      assertThat(channel.send(message("msg_2")).join()).isEqualTo(ACCEPTED);
      assertThat(gateway.requests).hasSize(5);
    }
  }

  @Test
  void shouldGiveUpANumberThatTheGatewayRejectsAndCountTheOtherAsTold() throws IOException {
    try (var gateway =
        new Receiver((n, exchange) -> Receiver.status(exchange, isTo(TWO, exchange) ? 400 : 200))) {
      // Given
      var channel = channel(gateway, perNumber(), ONE, TWO);
      var answers = new ArrayList<Answer>();
      // When
      for (var attempt = 0; attempt < Progress.MOST_REJECTIONS; attempt++) {
        answers.add(channel.send(message("msg_1")).join());
      }
      // Then
      assertThat(answers.get(0)).isEqualTo(new Answer.Rejected("HTTP_400"));
      assertThat(answers.get(answers.size() - 1)).isEqualTo(ACCEPTED);
      assertThat(numbers(gateway)).containsOnlyOnce(ONE);
    }
  }

  /** A wrong password of the gateway is mended in an hour; the warning must still go out then. */
  @Test
  void shouldNeverGiveUpWhereTheGatewayRejectsEveryNumber() throws IOException {
    try (var gateway =
        new Receiver((n, exchange) -> Receiver.status(exchange, n <= 40 ? 403 : 200))) {
      var channel = channel(gateway, perNumber(), ONE, TWO);
      for (var attempt = 0; attempt < 20; attempt++) {
        assertThat(channel.send(message("msg_1")).join())
            .isEqualTo(new Answer.Rejected("HTTP_403"));
      }
      assertThat(channel.send(message("msg_1")).join()).isEqualTo(ACCEPTED);
    }
  }

  @Test
  void shouldSayThatAGatewayIsGone() throws IOException {
    try (var gateway = new Receiver((n, exchange) -> Receiver.status(exchange, 410))) {
      var channel = channel(gateway, perNumber(), ONE, TWO);
      assertThat(channel.send(message("msg_1")).join()).isEqualTo(new Answer.Refused("GONE"));
    }
  }

  @Test
  void shouldSendASummaryInOneSms() throws IOException {
    try (var gateway = new Receiver((n, exchange) -> Receiver.status(exchange, 200))) {
      var channel = channel(gateway, perNumber(), ONE);
      var views = List.of(residential().build(), repeat().build());
      var summary = new Summary("msg_1", Locale.ENGLISH, views, at("14:15"), at("14:30"));
      assertThat(channel.send(summary).join()).isEqualTo(ACCEPTED);
      assertThat(gateway.requests.get(0).body())
          .isEqualTo(channel.shown(summary))
          .contains("14:15", "2 alerts");
    }
  }

  @Test
  void shouldAppendAndShowWhatItSends() throws IOException {
    try (var gateway = new Receiver((n, exchange) -> Receiver.status(exchange, 200))) {
      var channel = channel(gateway, perNumber(), ONE);
      assertThat(channel.isInPlace()).isFalse();
      assertThat(channel.shown(message("msg_1"))).isEqualTo(TEXT);
    }
  }

  @Test
  void shouldWaitAsLongAsTheGatewayAsks() throws IOException {
    try (var gateway =
        new Receiver(
            (n, exchange) -> {
              exchange.getResponseHeaders().set("retry-after", isTo(TWO, exchange) ? "90" : "30");
              Receiver.status(exchange, 429);
            })) {
      var answer =
          (Answer.TryAgain) channel(gateway, perNumber(), ONE, TWO).send(message("msg_1")).join();
      assertThat(answer.notBefore()).isEqualTo(Duration.ofSeconds(90));
    }
  }

  /** So that a gateway can drop what it has, and does not drop the SMS to somebody else. */
  @Test
  void shouldNameAnSmsTheSameOverAllAttempts() throws IOException {
    try (var gateway = new Receiver((n, exchange) -> Receiver.status(exchange, 500))) {
      // Given
      var request =
          request("POST", null, Map.of("x-id", plain("{id}")), "text/plain", plain("{to}"), null);
      var channel = channel(gateway, request, ONE, TWO);
      // When
      channel.send(message("msg_1")).join();
      channel.send(message("msg_1")).join();
      // Then
      assertThat(gateway.requests).hasSize(4);
      assertThat(gateway.requests.stream().map(r -> r.headers().getFirst("x-id")).distinct())
          .hasSize(2);
    }
  }

  @Test
  void shouldShowNoNumberNoTokenAndNoUrl() throws IOException {
    try (var gateway = new Receiver((n, exchange) -> Receiver.status(exchange, 200))) {
      var request =
          request("POST", plain("u={to}"), Map.of(), "text/plain", plain("x"), new Hidden("word"));
      assertThat(settings(gateway, request, ONE).toString())
          .contains("+…01")
          .doesNotContain("9639000")
          .doesNotContain("word")
          .doesNotContain("http")
          .doesNotContain("u=");
    }
  }

  private SmsChannel channel(
      Receiver gateway, ChannelSettings.SmsRequest request, PhoneNumber... numbers) {
    return new SmsChannel(settings(gateway, request, numbers), sender, NAMES);
  }

  private static ChannelSettings.Sms settings(
      Receiver gateway, ChannelSettings.SmsRequest request, PhoneNumber... numbers) {
    return new ChannelSettings.Sms(
        "phones",
        new org.marsad.consumer.subscribers.Receiver(gateway.url(), true),
        Set.of(numbers),
        request);
  }

  /** Tells the numbers apart by a header. */
  private static ChannelSettings.SmsRequest perNumber() {
    return request(
        "POST", null, Map.of("x-to", plain("{to}")), "text/plain", plain("{text}"), null);
  }

  private static ChannelSettings.SmsRequest request(
      String method,
      @Nullable Template query,
      Map<String, Template> headers,
      String contentType,
      @Nullable Template body,
      @Nullable Hidden token) {
    return new ChannelSettings.SmsRequest(method, query, headers, contentType, body, token);
  }

  private static Template json(String text) {
    return new Template(text, Encoding.JSON);
  }

  private static Template plain(String text) {
    return new Template(text, Encoding.PLAIN);
  }

  private static boolean isTo(PhoneNumber number, HttpExchange exchange) {
    return number.digits().equals(exchange.getRequestHeaders().getFirst("x-to"));
  }

  private static List<PhoneNumber> numbers(Receiver gateway) {
    return gateway.requests.stream()
        .map(request -> new PhoneNumber(request.headers().getFirst("x-to")))
        .toList();
  }

  private static Message message(String key) {
    return new Message(key, residential().build(), Locale.ENGLISH, new Replies(Map.of(), "K7P2"));
  }
}
