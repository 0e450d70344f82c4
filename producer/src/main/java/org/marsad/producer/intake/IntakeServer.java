package org.marsad.producer.intake;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.function.Consumer;

/** An HTTP server of its own for the intake. */
public final class IntakeServer implements AutoCloseable {
  private final Javalin server;

  private IntakeServer(Javalin server) {
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param port 0 for any free one
   * @param routes what it serves
   */
  public static IntakeServer start(String host, int port, List<Consumer<JavalinConfig>> routes) {
    var server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              routes.forEach(route -> route.accept(config));
            });
    return new IntakeServer(server.start(host, port));
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Stops; harmless a second time. */
  @Override
  public void close() {
    server.stop();
  }
}
