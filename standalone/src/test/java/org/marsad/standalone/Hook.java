package org.marsad.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook's receiver on 127.0.0.1 that answers as it is told and writes down what came. */
final class Hook implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Came> came = new CopyOnWriteArrayList<>();
  private final Behaviour behaviour;

  /** What it does with a request, after it was written down. */
  @FunctionalInterface
  interface Behaviour {
    void answer(Came one, HttpExchange exchange) throws IOException, InterruptedException;
  }

  /**
   * One message as it came.
   *
   * @param path that it was sent to
   */
  record Came(String path, String webhookId, String alertId, int revision) {}

  Hook(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  /** One that takes everything. */
  static Hook healthy() throws IOException {
    return new Hook((one, exchange) -> answer(exchange, 200));
  }

  static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Everything in the order in which it came, what it refused among it. */
  List<Came> came() {
    return came;
  }

  /** Each message's {@code alertId revision}. */
  List<String> messages() {
    return came.stream().map(one -> one.alertId + " " + one.revision).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode data = JSON.readTree(exchange.getRequestBody().readAllBytes()).path("data");
      var one =
          new Came(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("webhook-id"),
              data.path("alertId").asText(),
              data.path("revision").asInt());
      came.add(one);
      behaviour.answer(one, exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
