package org.marsad.benchmarks.fanout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Secret;
import org.marsad.consumer.subscribers.Subscriber;

/** A webhook's receiver on 127.0.0.1 that answers as it is told. */
final class Receiver implements AutoCloseable {
  private final String id;
  private final String[] towns;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** What it does with a message. */
  @FunctionalInterface
  interface Behaviour {
    void answer(String body, HttpExchange exchange) throws IOException, InterruptedException;
  }

  Receiver(String id, Behaviour behaviour, String... towns) throws IOException {
    this.id = id;
    this.towns = towns.clone();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> receive(exchange, behaviour));
    server.start();
  }

  static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  /** A rescue team that is told of everything in its towns. */
  Subscriber subscriber() {
    return Subscriber.builder(id, Role.RESCUE)
        .areas(towns)
        .channel(
            new ChannelSettings.Webhook(
                "hook",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                true))
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void receive(HttpExchange exchange, Behaviour behaviour) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      behaviour.answer(body, exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
