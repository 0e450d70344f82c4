package org.marsad.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Secret;
import org.marsad.consumer.subscribers.Subscriber;

/** Somebody with a webhook who writes down what comes and checks every signature. */
final class Receiver implements AutoCloseable {
  private static final byte[] KEY =
      "a key of thirty-two bytes, no more".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private final List<String> forged = new CopyOnWriteArrayList<>();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  Subscriber subscriber(String id, String area) {
    return Subscriber.builder(id, Role.RESCUE).areas(area).channel(channel("webhook")).build();
  }

  /** A channel that ends here. */
  ChannelSettings channel(String name) {
    return new ChannelSettings.Webhook(
        name,
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name),
        Secret.of("whsec_" + Base64.getEncoder().encodeToString(KEY)),
        true);
  }

  /** The messages, each with its {@code type} and {@code data}. */
  List<JsonNode> received() {
    return received;
  }

  List<String> forged() {
    return forged;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var headers = exchange.getRequestHeaders();
      var signed =
          headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + ".";
      if (List.of(headers.getFirst("webhook-signature").split(" ")).contains(sign(signed, body))) {
        received.add(new ObjectMapper().readTree(body));
      } else {
        forged.add(signed);
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static String sign(String head, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
