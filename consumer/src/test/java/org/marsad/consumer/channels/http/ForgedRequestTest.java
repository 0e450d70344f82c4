package org.marsad.consumer.channels.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.channels.Answer;

/** Server-side request forgery: whatever a receiver calls itself, nothing here is reached. */
class ForgedRequestTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Answer NOT_PUBLIC = new Answer.TryAgain("ADDRESS_NOT_PUBLIC");

  /** 127.0.0.2, which plays a public address. */
  private static final byte[] PUBLIC = {127, 0, 0, 2};

  private TrapSocket trap;
  private HttpSender sender;

  @BeforeEach
  void open() throws IOException {
    trap = new TrapSocket();
    sender = new HttpSender(Clock.systemUTC(), LONG, LONG);
  }

  @AfterEach
  void close() throws IOException {
    sender.close();
    trap.close();
  }

  /** Else the tests below would prove nothing. */
  @Test
  void shouldReachTheTrapWhenTheOperatorSaysSo() {
    var answer = send(sender, "http://127.0.0.1:" + trap.port() + "/", true);
    assertThat(answer).isEqualTo(new Answer.TryAgain("UNREACHABLE"));
    assertThat(trap.reached()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "localhost",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fd12:3456::1]",
        "[fe80::1]",
        "[ff02::1]"
      })
  void shouldRefuseAddressesThatAreNotPublic(String host) {
    assertThat(send(sender, "https://" + host + ":" + trap.port() + "/", false))
        .isEqualTo(NOT_PUBLIC);
    assertThat(trap.reached()).isZero();
  }

  /** The forms of 127.0.0.1 that some resolvers take, and others take for something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "127.1",
        "127.0.0.1.",
        "127.0.0.01"
      })
  void shouldRefuseNumbersInEveryForm(String host) {
    var answer = send(sender, "https://" + host + ":" + trap.port() + "/", false);
    assertThat(answer).isIn(NOT_PUBLIC, new Answer.TryAgain("UNKNOWN_HOST"));
    assertThat(new AddressGuard(InetAddress::getAllByName).check(host, false).refusal())
        .isEqualTo("ADDRESS_NOT_PUBLIC");
    assertThat(trap.reached()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user@127.0.0.1", "example.org@127.0.0.1", "user:word@localhost"})
  void shouldNotBeFooledByUserInformation(String authority) {
    assertThat(send(sender, "https://" + authority + ":" + trap.port() + "/", false))
        .isEqualTo(NOT_PUBLIC);
    assertThat(trap.reached()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void shouldNotFollowARedirect(int status) throws IOException {
    try (var receiver =
        new Receiver(
            (n, exchange) -> {
              exchange
                  .getResponseHeaders()
                  .set("location", "http://127.0.0.1:" + trap.port() + "/");
              Receiver.status(exchange, status);
            })) {
      assertThat(send(sender, receiver.url().toString(), true))
          .isEqualTo(new Answer.TryAgain("HTTP_" + status));
      assertThat(receiver.requests).hasSize(1);
      assertThat(trap.reached()).isZero();
    }
  }

  @Test
  void shouldRefuseANameWithOneAddressThatIsNotPublicWhereverItStands() throws IOException {
    var names = new FakeNames("127.0.0.2 127.0.0.1", "127.0.0.1 127.0.0.2");
    try (var pinning = pinning(names)) {
      assertThat(send(pinning, url(), false)).isEqualTo(NOT_PUBLIC);
      assertThat(send(pinning, url(), false)).isEqualTo(NOT_PUBLIC);
      assertThat(trap.reached()).isZero();
    }
  }

  /** The trap waits at the same port of the address that is not public. */
  @Test
  void shouldConnectToTheAddressThatWasCheckedWhenTheNameChangesItsAnswer() throws IOException {
    var names = new FakeNames("127.0.0.2", "127.0.0.1", "127.0.0.2");
    var received = new AtomicInteger();
    var receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(PUBLIC), trap.port()), 0);
    receiver.createContext(
        "/",
        exchange -> {
          received.incrementAndGet();
          assertThat(exchange.getRequestHeaders().getFirst("host"))
              .isEqualTo("hook.example:" + trap.port());
          Receiver.status(exchange, 204);
        });
    receiver.start();
    try (var pinning = pinning(names)) {
      // When the first look-up is public, and a second would not be
      assertThat(send(pinning, url(), false)).isEqualTo(new Answer.Accepted());
      assertThat(names.asked).isEqualTo(1);
      // Then the next attempt asks again, and a connection that is still open does not help it
      assertThat(send(pinning, url(), false)).isEqualTo(NOT_PUBLIC);
      assertThat(send(pinning, url(), false)).isEqualTo(new Answer.Accepted());
      assertThat(names.asked).isEqualTo(3);
      assertThat(received.get()).isEqualTo(2);
      assertThat(trap.reached()).isZero();
    } finally {
      receiver.stop(0);
    }
  }

  private String url() {
    return "http://hook.example:" + trap.port() + "/in";
  }

  private static HttpSender pinning(FakeNames names) {
    try {
      var guard = new AddressGuard(names, address -> !address.getHostAddress().equals("127.0.0.1"));
      return new HttpSender(Clock.systemUTC(), LONG, LONG, guard, SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer send(HttpSender over, String url, boolean ownNetwork) {
    var message = new HttpMessage("POST", URI.create(url), ownNetwork);
    return over.send(message.body("text/plain", "x".getBytes(UTF_8))).join();
  }

  /** Names whose addresses change from one look-up to the next. */
  private static final class FakeNames implements AddressGuard.Resolver {
    private final Queue<String> answers;
    private int asked;

    /** Each text is one answer: addresses, separated by spaces. */
    FakeNames(String... answers) {
      this.answers = new ArrayDeque<>(Arrays.asList(answers));
    }

    @Override
    public synchronized InetAddress[] resolve(String host) throws UnknownHostException {
      asked++;
      var texts = answers.remove().split(" ", -1);
      var addresses = new InetAddress[texts.length];
      for (var index = 0; index < texts.length; index++) {
        addresses[index] = InetAddress.getByName(texts[index]);
      }
      return addresses;
    }
  }
}
