package org.marsad.benchmarks.footprint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A receiver on 127.0.0.1 that takes all that subscribers are told, and counts it. */
final class Webhook implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong messages = new AtomicLong();
  private final HttpServer server;

  /** Listens on a free port. */
  Webhook() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  /**
   * Who is told here. Each asked for what is over too: the reports of a backlog are old.
   *
   * @param areas codes, or {@code "*"}, as the file of subscribers has them
   */
  record Subscriber(String role, String areas) {}

  /** Writes the file of subscribers. */
  Path subscribers(Path folder, List<Subscriber> subscribers) throws IOException {
    var text = new StringBuilder();
    for (var subscriber : subscribers) {
      text.append(
          """
          - id: subscriber-%d
            role: %s
            areas: [%s]
            history: true
            channels:
              - name: hook
                type: webhook
                url: http://127.0.0.1:%d/
                secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                own-network: true
          """
              .formatted(
                  text.length(), subscriber.role, subscriber.areas, server.getAddress().getPort()));
    }
    return Files.writeString(folder.resolve("subscribers.yaml"), text);
  }

  /** How many came. */
  long messages() {
    return messages.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      messages.incrementAndGet();
      exchange.sendResponseHeaders(204, -1);
    }
  }
}
