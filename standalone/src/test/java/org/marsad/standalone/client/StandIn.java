package org.marsad.standalone.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers what a test tells it, in that order, and says what it was asked. */
public final class StandIn implements AutoCloseable {
  private final HttpServer server;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Answer(int status, Map<String, String> headers, String body) {}

  public StandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers the next request so. */
  public StandIn then(int status, String body, Map<String, String> headers) {
    answers.add(new Answer(status, headers, body));
    return this;
  }

  public StandIn then(int status, String body) {
    return then(status, body, Map.of());
  }

  /** What it was asked: method, path, {@code Last-Event-ID} if any, and body. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var lastId = exchange.getRequestHeaders().getFirst("Last-Event-ID");
      asked.add(
          "%s %s %s%s"
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  lastId == null ? "" : lastId,
                  body)
              .strip());
      var next = answers.poll();
      if (next == null) {
        exchange.sendResponseHeaders(410, -1);
        return;
      }
      next.headers().forEach(exchange.getResponseHeaders()::add);
      var bytes = next.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(next.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
