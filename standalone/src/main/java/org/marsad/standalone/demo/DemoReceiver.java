package org.marsad.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Secret;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;

/**
 * The other end of the demonstration's webhook: a real HTTP server that checks each signature as a
 * receiver should (Standard Webhooks 1.0.0).
 */
public final class DemoReceiver implements AutoCloseable {
  /**
   * Opens the feed of the demonstration, whose facts are published and whose exercise is invented.
   */
  private static final String FEED_TOKEN = "demo";

  private static final int KEY_BYTES = 32;

  /** An autumn in twenty seconds has more than an hour should. */
  private static final int UNLIMITED = 1_000_000;

  private static final Set<Reality> REALITIES = Set.of(Reality.ACTUAL, Reality.EXERCISE);

  private final HttpServer server;
  private final byte[] key = new byte[KEY_BYTES];
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger forged = new AtomicInteger();

  private DemoReceiver(HttpServer server) {
    this.server = server;
    new SecureRandom().nextBytes(key);
  }

  /** Listens on a free loopback port. */
  public static DemoReceiver start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var receiver = new DemoReceiver(server);
    server.createContext("/alerts", receiver::receive);
    server.start();
    return receiver;
  }

  /** The demonstration's subscribers: two terminals, this receiver, a feed. */
  public List<Subscriber> subscribers() {
    var secret = Secret.of("whsec_" + Base64.getEncoder().encodeToString(key));
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alerts");
    return List.of(
        terminal("days", Reality.ACTUAL, SubjectKind.DAY),
        terminal("exercise", Reality.EXERCISE, SubjectKind.STRIKE),
        everything("demo-receiver", new ChannelSettings.Webhook("webhook", url, secret, true)),
        everything("demo", new ChannelSettings.Feed("feed", TokenHash.of(FEED_TOKEN))));
  }

  /** How many genuine messages came. */
  public int received() {
    return received.get();
  }

  /** Whether no message came with a wrong signature. */
  public boolean allGenuine() {
    return forged.get() == 0;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** What matters of a replayed autumn: its heaviest days, and the strikes of the exercise. */
  private static Subscriber terminal(String id, Reality reality, SubjectKind subject) {
    return Subscriber.builder(id, Role.OPS)
        .areas(Coverage.ALL_AREAS)
        .realities(Set.of(reality))
        .subjects(Set.of(subject))
        .interruptionsPerHour(UNLIMITED)
        .history(true)
        .channel(new ChannelSettings.Terminal("terminal"))
        .build();
  }

  private static Subscriber everything(String id, ChannelSettings channel) {
    return Subscriber.builder(id, Role.OPS)
        .areas(Coverage.ALL_AREAS)
        .realities(REALITIES)
        .history(true)
        .channel(channel)
        .build();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var genuine = isGenuine(exchange, body);
      (genuine ? received : forged).incrementAndGet();
      exchange.sendResponseHeaders(genuine ? 204 : 401, -1);
    }
  }

  private boolean isGenuine(HttpExchange exchange, byte[] body) {
    var id = header(exchange, "webhook-id");
    var timestamp = header(exchange, "webhook-timestamp");
    var signatures = header(exchange, "webhook-signature");
    if (id == null || timestamp == null || signatures == null) {
      return false;
    }
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      var expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return List.of(signatures.split(" ")).stream()
          .anyMatch(
              signature ->
                  MessageDigest.isEqual(
                      signature.getBytes(StandardCharsets.UTF_8),
                      expected.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has HmacSHA256
    }
  }

  private static @Nullable String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }
}
