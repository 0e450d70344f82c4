package org.marsad.consumer.channels.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.channels.Answer;

class HttpSenderTest {
  private static final Instant NOW = Instant.parse("2016-10-11T11:25:00Z");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(800);
  private static final Answer ACCEPTED = new Answer.Accepted();
  private static final Answer TIMEOUT = new Answer.TryAgain("TIMEOUT");

  @Test
  void shouldSendMethodHeadersAndBody() throws IOException {
    var methods = new ArrayList<String>();
    try (var sender = sender(LONG);
        var receiver =
            new Receiver(
                (n, exchange) -> {
                  methods.add(exchange.getRequestMethod());
                  Receiver.status(exchange, 202);
                })) {
      // When
      var message =
          new HttpMessage("PUT", receiver.url(), true)
              .header("x-key", "one")
              .body("text/plain; charset=utf-8", "مرصد".getBytes(UTF_8));
      // Then
      assertThat(sender.send(message).join()).isEqualTo(ACCEPTED);
      assertThat(sender.send(new HttpMessage("GET", receiver.url(), true)).join())
          .isEqualTo(ACCEPTED);
      assertThat(methods).containsExactly("PUT", "GET");
      var headers = receiver.requests.get(0).headers();
      assertThat(headers.getFirst("x-key")).isEqualTo("one");
      assertThat(headers.getFirst("user-agent")).isEqualTo("marsad");
      assertThat(headers.getFirst("content-type")).isEqualTo("text/plain; charset=utf-8");
      assertThat(headers.get("content-type")).hasSize(1);
      assertThat(receiver.requests.get(0).body()).isEqualTo("مرصد");
      assertThat(receiver.requests.get(1).body()).isEmpty();
    }
  }

  @Test
  void shouldUseAConnectionAgain() throws IOException {
    var ports = new ArrayList<Integer>();
    try (var sender = sender(LONG);
        var receiver =
            new Receiver(
                (n, exchange) -> {
                  ports.add(exchange.getRemoteAddress().getPort());
                  exchange.sendResponseHeaders(200, 4);
                  exchange.getResponseBody().write("done".getBytes(UTF_8));
                  exchange.close();
                })) {
      for (var count = 0; count < 5; count++) {
        assertThat(post(sender, receiver.url()).join()).isEqualTo(ACCEPTED);
      }
      assertThat(ports.stream().distinct().count()).isLessThan(5);
    }
  }

  @Test
  void shouldTryTheNextAddressWhenOneDoesNotListen() throws Exception {
    try (var receiver = new Receiver((n, exchange) -> Receiver.status(exchange, 204))) {
      // Given
      var deaf = InetAddress.getByAddress(new byte[] {127, 0, 0, 3});
      var hears = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      var url = URI.create("http://hook.example:" + receiver.url().getPort() + "/hook");
      // Then
      try (var sender = sender(deaf, hears)) {
        assertThat(post(sender, url).join()).isEqualTo(ACCEPTED);
      }
      try (var sender = sender(deaf, deaf)) {
        assertThat(post(sender, url).join()).isEqualTo(new Answer.TryAgain("UNREACHABLE"));
      }
      assertThat(receiver.requests).hasSize(1);
    }
  }

  @Test
  void shouldNotBlockItsCallerNorSendLateWhenALookUpHangs() throws Exception {
    var over = new CountDownLatch(1);
    var guard =
        new AddressGuard(
            host -> {
              hold(over);
              return InetAddress.getAllByName("127.0.0.1");
            });
    try (var receiver = new Receiver((n, exchange) -> Receiver.status(exchange, 204));
        var hurried = sender(SHORT, guard);
        var patient = sender(LONG, guard)) {
      // When a blocked caller would wait for the resolver
      assertThat(post(hurried, receiver.url()).join()).isEqualTo(TIMEOUT);
      // When the answer of the resolver comes after all
      over.countDown();
      assertThat(post(patient, receiver.url()).join()).isEqualTo(ACCEPTED);
      // Then nothing but the later message was sent
      assertThat(receiver.requests).hasSize(1);
    }
  }

  /** Else a receiver that hangs would hold a connection for ever. */
  @Test
  void shouldCloseTheConnectionWhenTimeIsOver() throws IOException {
    try (var silent = new SilentSocket();
        var sender = sender(SHORT)) {
      assertThat(post(sender, silent.url()).join()).isEqualTo(TIMEOUT);
      await().atMost(LONG).until(() -> silent.open() == 0);
    }
  }

  /** Time may end at any moment: while connecting, once connected, while sending. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13})
  void shouldLeaveNoConnectionOpenWheneverTimeEnds(int milliseconds) throws IOException {
    try (var silent = new SilentSocket();
        var sender = sender(Duration.ofMillis(milliseconds))) {
      for (var count = 0; count < 100; count++) {
        assertThat(post(sender, silent.url()).join()).isEqualTo(TIMEOUT);
      }
      await().atMost(LONG).until(() -> silent.open() == 0);
      // Then there is room for another
      assertThat(post(sender, silent.url()).join()).isEqualTo(TIMEOUT);
    }
  }

  @Test
  void shouldCloseTheConnectionWhenTheBodyIsTooLong() throws IOException {
    var closed = new CompletableFuture<Boolean>();
    try (var sender = sender(LONG);
        var receiver =
            new Receiver(
                (n, exchange) -> {
                  exchange.sendResponseHeaders(200, 0);
                  try (var out = exchange.getResponseBody()) {
                    for (var part = 0; part < 100_000; part++) {
                      out.write(new byte[1000]);
                    }
                    closed.complete(false);
                  } catch (IOException cut) {
                    closed.complete(true);
                  }
                })) {
      assertThat(post(sender, receiver.url()).join()).isEqualTo(ACCEPTED);
      assertThat(closed.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join()).isTrue();
    }
  }

  @Test
  void shouldNotLetReceiversThatHangHoldUpAnother() throws IOException {
    var over = new CountDownLatch(1);
    try (var sender = sender(LONG);
        var hanging = new Receiver((n, exchange) -> hold(over));
        var healthy = new Receiver((n, exchange) -> Receiver.status(exchange, 204))) {
      // Given
      for (var count = 0; count < 100; count++) {
        var unused = post(sender, hanging.url());
      }
      // When
      var answer = post(sender, healthy.url());
      // Then
      assertThat(answer.orTimeout(LONG.toSeconds() / 2, TimeUnit.SECONDS).join())
          .isEqualTo(ACCEPTED);
    } finally {
      over.countDown();
    }
  }

  @Test
  void shouldShowNothingOfAMessage() {
    var message =
        new HttpMessage("POST", URI.create("https://example.org/secret"), false)
            .header("authorization", "Bearer word")
            .body("text/plain", "text".getBytes(UTF_8));
    assertThat(message.toString()).isEqualTo("POST [hidden]");
  }

  private static CompletableFuture<Answer> post(HttpSender sender, URI url) {
    var message = new HttpMessage("POST", url, true);
    return sender.send(message.body("text/plain", "x".getBytes(UTF_8)));
  }

  private static HttpSender sender(Duration timeout) {
    return sender(timeout, new AddressGuard(InetAddress::getAllByName));
  }

  private static HttpSender sender(InetAddress... addresses) {
    return sender(LONG, new AddressGuard(host -> addresses));
  }

  private static HttpSender sender(Duration timeout, AddressGuard guard) {
    try {
      var clock = Clock.fixed(NOW, ZoneOffset.UTC);
      return new HttpSender(clock, timeout, timeout, guard, SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hold(CountDownLatch over) {
    try {
      if (!over.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("over: never (expected: within a minute)");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
