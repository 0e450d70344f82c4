package org.marsad.consumer.channels.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.Summary;
import org.marsad.consumer.channels.http.HttpSender;
import org.marsad.consumer.channels.http.Receiver;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Secret;

class WebhookChannelTest {
  private static final Secret SECRET = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String TEXT =
      "14:21  aleppo/al-fardous, aleppo · 45 killed (40–50) · residential · 6 impacts"
          + " · danger until 15:21  [likely; 1 source]";
  private static final Message MESSAGE =
      new Message("msg_1", residential().build(), Locale.ENGLISH, Replies.NONE);
  private static final Answer REFUSED_ADDRESS = new Answer.TryAgain("ADDRESS_NOT_PUBLIC");

  /** Only the tests of what takes too long wait this long. */
  private static final Duration SHORT = Duration.ofMillis(800);

  /** More than a busy machine takes to answer. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private final HttpSender sender = sender(LONG);
  private final HttpSender impatient = sender(SHORT);

  @AfterEach
  void close() {
    sender.close();
    impatient.close();
  }

  @Test
  void shouldSendASignedMessage() throws IOException {
    try (var receiver = new Receiver((n, exchange) -> Receiver.status(exchange, 204))) {
      // When
      var answer = send(receiver.url());
      // Then
      assertThat(answer).isEqualTo(new Answer.Accepted());
      var request = receiver.requests.get(0);
      var body = WebhookBody.of(MESSAGE.alert(), true, TEXT, Map.of());
      assertThat(request.body()).isEqualTo(new String(body, UTF_8));
      assertThat(request.headers().getFirst("webhook-id")).isEqualTo("msg_1");
      assertThat(request.headers().getFirst("webhook-timestamp")).isEqualTo("1476185100");
      assertThat(request.headers().getFirst("webhook-signature"))
          .isEqualTo(Signature.of(List.of(SECRET), "msg_1", SENT, body));
      assertThat(request.headers().getFirst("content-type")).isEqualTo("application/json");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504, 408, 425, 301, 302, 304, 307})
  void shouldTryAgainUntilExpiryOnOtherStatuses(int status) throws IOException {
    assertThat(answerTo(status)).isEqualTo(new Answer.TryAgain("HTTP_" + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 413, 422})
  void shouldSayThatTheReceiverRejectsTheMessage(int status) throws IOException {
    assertThat(answerTo(status)).isEqualTo(new Answer.Rejected("HTTP_" + status));
  }

  @Test
  void shouldNeverTryAgainWhenTheReceiverIsGone() throws IOException {
    assertThat(answerTo(410)).isEqualTo(new Answer.Refused("GONE"));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void shouldHonourRetryAfter(int status) throws IOException {
    assertThat(retryAfter(status, "120")).isEqualTo(Duration.ofMinutes(2));
    assertThat(retryAfter(status, "Tue, 11 Oct 2016 11:26:00 GMT"))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(retryAfter(status, "Tue, 11 Oct 2016 11:00:00 GMT")).isZero();
    assertThat(retryAfter(status, "soon")).isZero();
  }

  @Test
  void shouldShowEveryRevisionInPlaceAndNoSummary() {
    var settings = new ChannelSettings.Webhook("hook", URI.create("http://x/"), SECRET, true);
    var channel = new WebhookChannel(settings, sender, (code, language) -> code);
    var views = List.of(MESSAGE.alert());
    assertThat(channel.isInPlace()).isTrue();
    assertThat(channel.shown(MESSAGE)).isEqualTo(TEXT);
    assertThat(channel.send(new Summary("msg_2", Locale.ENGLISH, views, SENT, SENT)).join())
        .isEqualTo(new Answer.Refused("IN_PLACE"));
  }

  @Test
  void shouldNotFollowARedirect() throws IOException {
    try (var trap = new Receiver((n, exchange) -> Receiver.status(exchange, 200));
        var receiver =
            new Receiver(
                (n, exchange) -> {
                  exchange.getResponseHeaders().set("location", trap.url().toString());
                  Receiver.status(exchange, 307);
                })) {
      assertThat(send(receiver.url())).isEqualTo(new Answer.TryAgain("HTTP_307"));
      assertThat(trap.requests).isEmpty();
    }
  }

  @Test
  void shouldTimeOutOnAReceiverThatHangs() throws IOException {
    var over = new CountDownLatch(1);
    try (var receiver = new Receiver((n, exchange) -> await(over))) {
      assertThat(send(receiver.url(), impatient)).isEqualTo(new Answer.TryAgain("TIMEOUT"));
    } finally {
      over.countDown();
    }
  }

  @Test
  void shouldTakeTheStatusForTheAnswerWhenTheBodyNeverEnds() throws IOException {
    var over = new CountDownLatch(1);
    try (var receiver =
        new Receiver(
            (n, exchange) -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(new byte[10]);
              exchange.getResponseBody().flush();
              await(over);
            })) {
      assertThat(send(receiver.url())).isEqualTo(new Answer.Accepted());
    } finally {
      over.countDown();
    }
  }

  @Test
  void shouldTryAgainWhenNobodyListens() throws IOException {
    URI nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
    assertThat(send(nobody)).isEqualTo(new Answer.TryAgain("UNREACHABLE"));
  }

  @Test
  void shouldNotConnectToAnAddressThatIsNotPublic() throws IOException {
    try (var receiver = new Receiver((n, exchange) -> Receiver.status(exchange, 200))) {
      // Given
      var settings = new ChannelSettings.Webhook("hook", receiver.url(), SECRET, false);
      // When
      var answer =
          new WebhookChannel(settings, sender, (code, language) -> code).send(MESSAGE).join();
      // Then
      assertThat(answer).isEqualTo(REFUSED_ADDRESS);
      assertThat(receiver.requests).isEmpty();
    }
  }

  private Answer send(URI url) {
    return send(url, sender);
  }

  private static Answer send(URI url, HttpSender over) {
    var settings = new ChannelSettings.Webhook("hook", url, SECRET, true);
    return new WebhookChannel(settings, over, (code, language) -> code).send(MESSAGE).join();
  }

  private static HttpSender sender(Duration timeout) {
    return new HttpSender(Clock.fixed(SENT, ZoneOffset.UTC), timeout, timeout);
  }

  private Answer answerTo(int status) throws IOException {
    try (var receiver = new Receiver((n, exchange) -> Receiver.status(exchange, status))) {
      return send(receiver.url());
    }
  }

  private Duration retryAfter(int status, String value) throws IOException {
    try (var receiver =
        new Receiver(
            (n, exchange) -> {
              exchange.getResponseHeaders().set("retry-after", value);
              Receiver.status(exchange, status);
            })) {
      var answer = (Answer.TryAgain) send(receiver.url());
      assertThat(answer.reason()).isEqualTo("HTTP_" + status);
      return answer.notBefore();
    }
  }

  private static void await(CountDownLatch over) throws IOException {
    try {
      if (!over.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("over: never (expected: soon)");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
