package org.marsad.consumer.operations;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.function.Consumer;

/** The server of the API, on an address of this machine. */
final class OperationsServer implements AutoCloseable {
  private final String host;
  private final int port;
  private final Javalin server;

  /**
   * @param host address to listen on
   * @param port port to listen on; 0 takes any free one
   * @param parts that answer requests
   */
  OperationsServer(String host, int port, List<Consumer<JavalinConfig>> parts) {
    this.host = host;
    this.port = port;
    this.server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              parts.forEach(part -> part.accept(config));
            });
  }

  void start() {
    server.start(host, port);
  }

  /** The port that it listens on. */
  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
